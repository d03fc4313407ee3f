import type { Editor } from '@tiptap/core';
import { useCallback, useEffect } from 'react';
import { GALLERY_MAX } from '#lib/body/from-editor.ts';
import type { Direction } from '#lib/body/paste-direction.ts';
import { ASKING, insertBlock, run, type Act, type Asking } from './acts.ts';
import type { Asked, EditorWords } from './editor-context.ts';
import { pictureAttrs } from './paste.ts';
import { plural } from './plural.ts';

type ActsGiven = {
  direction: Direction;
  hasLibrary: boolean;
  setNotice: (notice: string) => void;
  setPicking: (asked: Asked) => void;
  setAsking: (act: Asking) => void;
};

const isAsking = (act: Act): act is Asking => (ASKING as readonly string[]).includes(act);

/** Performs an act of the toolbar or of a key: at once, or after the library or a dialog has answered. */
export function useActs(
  editor: Editor | null,
  { direction, hasLibrary, setNotice, setPicking, setAsking }: ActsGiven,
): (act: Act) => void {
  return useCallback(
    (act: Act) => {
      if (!editor?.isEditable) return;
      setNotice('');
      if (act === 'figure' && hasLibrary)
        setPicking({
          type: 'image',
          onPick: ([picture]) => insertBlock(editor, { type: act, attrs: pictureAttrs(picture) }),
        });
      else if (act === 'gallery' && hasLibrary) {
        setPicking({
          type: 'image',
          most: GALLERY_MAX,
          onPick: (pictures) =>
            insertBlock(editor, { type: act, attrs: { items: pictures.map(pictureAttrs), caption: '' } }),
        });
      } else if (act === 'document' && hasLibrary) {
        setPicking({
          type: act,
          onPick: ([file]) =>
            insertBlock(editor, {
              type: act,
              attrs: { mediaId: file.id, title: file.caption.slice(0, 300) },
            }),
        });
      } else if (isAsking(act)) setAsking(act);
      else run(editor, act, direction);
    },
    [editor, hasLibrary, direction, setNotice, setPicking, setAsking],
  );
}

type EventsGiven = {
  perform: (act: Act) => void;
  setNotice: (notice: string) => void;
  toolbarId: string;
  words: EditorWords;
  /** Whether pasted and dropped files are uploaded. Otherwise they are left out. */
  mayUpload: boolean;
};

/** Answers the editor's own events: acts of keys, the way to the toolbar, files that were left out. */
export function useEditorEvents(
  editor: Editor | null,
  { perform, setNotice, toolbarId, words, mayUpload }: EventsGiven,
) {
  useEffect(() => {
    if (!editor) return;
    const toToolbar = () =>
      document.getElementById(toolbarId)?.querySelector<HTMLElement>('[data-tool][tabindex="0"]')?.focus();
    const leftOut = (count: number) => setNotice(plural(words.language, words.leftOut, count, String(count)));
    const onFiles = ({ files }: { files: File[] }) => !mayUpload && leftOut(files.length);
    editor.on('act', perform).on('toToolbar', toToolbar).on('leftOut', leftOut).on('files', onFiles);
    return () =>
      void editor
        .off('act', perform)
        .off('toToolbar', toToolbar)
        .off('leftOut', leftOut)
        .off('files', onFiles);
  }, [editor, perform, toolbarId, words, mayUpload, setNotice]);
}
