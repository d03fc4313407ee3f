'use client';

import type { Editor } from '@tiptap/core';
import { UndoRedo } from '@tiptap/extensions/undo-redo';
import { Dropcursor } from '@tiptap/extensions/drop-cursor';
import { Gapcursor } from '@tiptap/extensions/gap-cursor';
import { Selection } from '@tiptap/extensions/selection';
import { TrailingNode } from '@tiptap/extensions/trailing-node';
import { EditorContent, useEditor } from '@tiptap/react';
import {
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useState,
  type Ref,
} from 'react';
import type { Doc } from '#lib/body/doc.ts';
import { GALLERY_MAX, toEditor } from '#lib/body/from-editor.ts';
import type { Direction } from '#lib/body/paste-direction.ts';
import type { UploadWords } from '#components/newsroom/library/media-upload.tsx';
import { ASKING, insertBlock, run, type Act, type Asking } from './acts.ts';
import { Counts } from './counts.tsx';
import {
  EditorContext,
  type Asked,
  type EditorWords,
  type NumberFormat,
  type PickedMedia,
  type Picker,
} from './editor-context.ts';
import { EmbedDialog } from './embed-dialog.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { Keys } from './keys.ts';
import { LinkDialog } from './link-dialog.tsx';
import { knowPictures, paste, pictureAttrs } from './paste.ts';
import { PictureUploads } from './picture-uploads.tsx';
import { placeholder } from './placeholder.ts';
import { plural } from './plural.ts';
import { placeCaret, putDoc, type EditorHandle, type TypedCaret } from './put-doc.ts';
import { ReadAlsoDialog } from './read-also-dialog.tsx';
import { blockNodes } from './schema-blocks.ts';
import { listNodes } from './schema-lists.ts';
import { tableNodes } from './schema-tables.ts';
import { textNodes } from './schema-text.ts';
import { Toolbar } from './toolbar.tsx';
import { uploadPlaces } from './upload-places.ts';
import type { DocStats } from './watch-doc.ts';
import { dirOf, type Locale } from '#lib/locales.ts';

type Props = {
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

const isAsking = (act: Act): act is Asking => (ASKING as readonly string[]).includes(act);

/**
 * The body of an article, written as it will be read. Needs JavaScript: without it `RichBody` shows plain
 * fields, and the article's page shows the body to read.
 */
export function ArticleEditor(props: Props) {
  const {
    initial,
    locale,
    words,
    pictures,
    cards,
    onChange,
    picker: Library,
    upload,
    numbers,
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
  const [known, setKnown] = useState(() => new Map(Object.entries(pictures)));
  const [headlines, setHeadlines] = useState(
    () => new Map(Object.entries(cards).map(([number, { headline }]) => [Number(number), headline])),
  );
  const [picking, setPicking] = useState<Asked>();

  // Created once: with new options on each render, Tiptap would set up its view again.
  const [options] = useState(() => ({
    immediatelyRender: isAtOnce,
    shouldRerenderOnTransaction: false,
    // Its styles are in our own style sheet: editor.css.
    injectCSS: false,
    editable,
    content: toEditor(initial) as object,
    extensions: [
      ...textNodes,
      ...listNodes,
      ...tableNodes,
      ...blockNodes,
      UndoRedo,
      Gapcursor,
      Selection,
      TrailingNode,
      Dropcursor.configure({ color: false, class: 'editor-drop', width: 2 }),
      placeholder(words.placeholder),
      Keys,
      paste(direction),
      uploadPlaces,
    ],
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': words.label,
        dir: direction,
        lang: locale,
        spellcheck: 'true',
        class: 'article-body',
      },
    },
  }));
  const editor: Editor | null = useEditor(options);

  useEffect(() => {
    editor?.setEditable(editable, false);
  }, [editor, editable]);

  useEffect(() => {
    const notes = { 'aria-invalid': isFaulty && 'true', 'aria-describedby': describedBy };
    for (const [name, value] of Object.entries(notes)) {
      if (value) editor?.view.dom.setAttribute(name, value);
      else editor?.view.dom.removeAttribute(name);
    }
  }, [editor, isFaulty, describedBy]);

  useImperativeHandle(handle, () => editor && { put: (doc, how) => putDoc(editor, doc, how) }, [editor]);

  const [firstCaret] = useState(caret);
  useLayoutEffect(() => {
    if (editor && hasFocus) placeCaret(editor, firstCaret);
  }, [editor, hasFocus, firstCaret]);

  const mayUpload = editable && upload !== undefined;
  const closeAsking = useCallback(() => {
    setAsking(undefined);
    editor?.commands.focus();
  }, [editor]);

  const perform = useCallback(
    (act: Act) => {
      if (!editor?.isEditable) return;
      setNotice('');
      if (act === 'figure' && Library)
        setPicking({
          type: 'image',
          onPick: ([picture]) => insertBlock(editor, { type: act, attrs: pictureAttrs(picture) }),
        });
      else if (act === 'gallery' && Library) {
        setPicking({
          type: 'image',
          most: GALLERY_MAX,
          onPick: (pictures) =>
            insertBlock(editor, { type: act, attrs: { items: pictures.map(pictureAttrs), caption: '' } }),
        });
      } else if (act === 'document' && Library) {
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
    [editor, Library, direction],
  );

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
  }, [editor, perform, toolbarId, words, mayUpload]);

  useEffect(() => {
    if (editor) knowPictures(editor, known);
  }, [editor, known]);

  const desk = useMemo(
    () => ({
      words,
      locale,
      direction,
      pictures: known,
      headlines,
      numbers: numbers ?? { formatLocale: words.language, digits: 'latn' as const },
      pick: Library && editable ? setPicking : undefined,
      rememberHeadline: (number: number, headline: string) =>
        setHeadlines((all) => new Map(all).set(number, headline)),
    }),
    [words, locale, direction, known, headlines, numbers, Library, editable],
  );

  const learn = (picture: PickedMedia) => setKnown((all) => new Map(all).set(picture.id, picture));
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
      {asking === 'link' && <LinkDialog editor={editor} onClose={closeAsking} />}
      {asking === 'embed' && (
        <EmbedDialog
          editor={editor}
          onClose={closeAsking}
          onPlainLink={() => setNotice(words.embed.unknown)}
        />
      )}
      {asking === 'readAlso' && (
        <ReadAlsoDialog
          chosen={[]}
          onClose={closeAsking}
          onSave={(articles) => insertBlock(editor, { type: 'readAlso', attrs: { articles } })}
        />
      )}
      {asking === 'help' && <HelpDialog onClose={closeAsking} />}
      {picking && Library && <Library {...picking} onPick={picked} onClose={() => setPicking(undefined)} />}
    </EditorContext>
  );
}
