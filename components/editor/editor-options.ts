import { UndoRedo } from '@tiptap/extensions/undo-redo';
import { Dropcursor } from '@tiptap/extensions/drop-cursor';
import { Gapcursor } from '@tiptap/extensions/gap-cursor';
import { Selection } from '@tiptap/extensions/selection';
import { TrailingNode } from '@tiptap/extensions/trailing-node';
import type { Doc } from '#lib/body/doc.ts';
import { toEditor } from '#lib/body/from-editor.ts';
import type { Direction } from '#lib/body/paste-direction.ts';
import type { EditorWords } from './editor-context.ts';
import { Keys } from './keys.ts';
import { paste } from './paste.ts';
import { placeholder } from './placeholder.ts';
import { blockNodes } from './schema-blocks.ts';
import { listNodes } from './schema-lists.ts';
import { tableNodes } from './schema-tables.ts';
import { textNodes } from './schema-text.ts';
import { uploadPlaces } from './upload-places.ts';
import { type Locale } from '#lib/locales.ts';

type Given = {
  initial: Doc;
  locale: Locale;
  direction: Direction;
  words: EditorWords;
  editable: boolean;
  isAtOnce: boolean;
};

/** What Tiptap needs for the body of an article: its nodes, its keys and the attributes of the field. */
export const editorOptions = ({ initial, locale, direction, words, editable, isAtOnce }: Given) => ({
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
});
