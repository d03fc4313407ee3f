'use client';

import type { Editor } from '@tiptap/core';
import { EditorContent, useEditor } from '@tiptap/react';
import { useCallback, useId, useImperativeHandle, useState, type Ref } from 'react';
import type { Doc } from '#lib/body/doc.ts';
import type { Direction } from '#lib/body/paste-direction.ts';
import type { UploadWords } from '#components/newsroom/library/media-upload.tsx';
import type { Asking } from './acts.ts';
import { Counts } from './counts.tsx';
import {
  EditorContext,
  type Asked,
  type EditorWords,
  type NumberFormat,
  type PickedMedia,
  type Picker,
} from './editor-context.ts';
import { EditorDialogs } from './editor-dialogs.tsx';
import { editorOptions } from './editor-options.ts';
import { PictureUploads } from './picture-uploads.tsx';
import { putDoc, type EditorHandle, type TypedCaret } from './put-doc.ts';
import { Toolbar } from './toolbar.tsx';
import { useActs, useEditorEvents } from './use-acts.ts';
import { useDesk } from './use-desk.ts';
import { useFieldState, useFirstFocus } from './use-field-state.ts';
import type { DocStats } from './watch-doc.ts';
import { dirOf, type Locale } from '#lib/locales.ts';

export type EditorProps = {
  /** Read once: another body is shown through the handle. */
  initial: Doc;
  handle?: Ref<EditorHandle>;
  /** The article's language; it sets the direction of the body. */
  locale: Locale;
  words: EditorWords;
  pictures: Record<string, PickedMedia>;
  /** Headlines of the articles in the body's read-also boxes, by number. */
  cards: Record<number, { headline: string }>;
  /** Called soon after a change, never while the body is unchanged. */
  onChange: (doc: Doc, stats: DocStats) => void;
  /** The media library's dialog. Without it pictures stay, but none can be inserted. */
  picker?: Picker;
  /**
   * Uploads pasted or dropped files to the library, and is told of each picture. Without it files are left
   * out, with a notice.
   */
  upload?: { words: UploadWords; onPicture: (picture: PickedMedia) => void };
  /** The digits of counts; Latin by default. */
  numbers?: NumberFormat;
  editable?: boolean;
  /** As high as its text, with the tools in one line on a phone: for short texts. */
  isCompact?: boolean;
  hasFocus?: boolean;
  /** Where the caret was in the focused field that this editor replaces. */
  caret?: TypedCaret | undefined;
  /**
   * Renders immediately, because the editor is mounted in the same step. Otherwise Tiptap would destroy an
   * immediate editor whose page mounts later.
   */
  isAtOnce?: boolean;
  isFaulty?: boolean;
  /** Id of an element that describes the text, such as its fault. */
  describedBy?: string | undefined;
};

/**
 * The body of an article, written as it will be read. Needs JavaScript: without it `RichBody` shows plain
 * fields, and the article's page shows the body to read.
 */
export function ArticleEditor(props: EditorProps) {
  const {
    initial,
    locale,
    words,
    onChange,
    picker: Library,
    upload,
    editable = true,
    isCompact = false,
    hasFocus = false,
    caret,
    isAtOnce = false,
    isFaulty = false,
    describedBy,
    handle,
  } = props;
  const direction: Direction = dirOf(locale);
  const toolbarId = useId();
  const [asking, setAsking] = useState<Asking>();
  const [notice, setNotice] = useState('');
  const [picking, setPicking] = useState<Asked>();

  // Created once: with new options on each render, Tiptap would set up its view again.
  const [options] = useState(() => editorOptions({ initial, locale, direction, words, editable, isAtOnce }));
  const editor: Editor | null = useEditor(options);

  useImperativeHandle(handle, () => editor && { put: (doc, how) => putDoc(editor, doc, how) }, [editor]);
  useFieldState(editor, { editable, isFaulty, describedBy });
  useFirstFocus(editor, hasFocus, caret);
  const closeAsking = useCallback(() => {
    setAsking(undefined);
    editor?.commands.focus();
  }, [editor]);

  const perform = useActs(editor, {
    direction,
    hasLibrary: Library !== undefined,
    setNotice,
    setPicking,
    setAsking,
  });
  useEditorEvents(editor, {
    perform,
    setNotice,
    toolbarId,
    words,
    mayUpload: editable && upload !== undefined,
  });

  const { desk, learn } = useDesk(editor, {
    ...props,
    direction,
    pick: Library && editable ? setPicking : undefined,
  });

  function picked(media: [PickedMedia, ...PickedMedia[]]) {
    for (const each of media) learn(each);
    picking?.onPick(media);
    setPicking(undefined);
  }

  if (!editor)
    return <p className={`${isCompact ? 'min-h-56' : 'min-h-96'} text-ink-soft`}>{words.loading}</p>;
  return (
    <EditorContext value={desk}>
      <div className="rounded-paper border border-field bg-paper">
        {editable && <Toolbar editor={editor} id={toolbarId} perform={perform} isCompact={isCompact} />}
        <p
          role="status"
          className={notice ? 'border-b border-hairline bg-sheet px-4 py-2 text-amber' : 'sr-only'}
        >
          {notice}
        </p>
        {/* Disables the fields of blocks together with the body. */}
        <fieldset disabled={!editable} className="contents">
          <EditorContent
            editor={editor}
            className={`editor-page mx-auto max-w-[44rem] px-4 ${isCompact ? 'editor-compact py-3' : 'py-6'}`}
          />
        </fieldset>
      </div>
      {upload && editable && (
        <PictureUploads
          editor={editor}
          uploadWords={upload.words}
          onPicture={(picture) => {
            learn(picture);
            upload.onPicture(picture);
          }}
        />
      )}
      <Counts editor={editor} onChange={onChange} />
      <EditorDialogs
        editor={editor}
        asking={asking}
        words={words}
        onNotice={setNotice}
        onClose={closeAsking}
      />
      {picking && Library && <Library {...picking} onPick={picked} onClose={() => setPicking(undefined)} />}
    </EditorContext>
  );
}
