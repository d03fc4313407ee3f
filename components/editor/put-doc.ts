import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { EditorState, Selection, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { Doc } from '#lib/body/doc.ts';
import { toEditor } from '#lib/body/from-editor.ts';
import { replaceBlocks } from './replace-blocks.ts';
import { placesIn, withPlaces } from './upload-places.ts';

declare module '@tiptap/core' {
  interface EditorEvents {
    /** Another body was put in from outside: it was not typed. */
    put: undefined;
  }
}

export type EditorHandle = {
  /**
   * Shows another body in this editor. A new editor would appear a moment later, and keys pressed in that
   * moment would be lost.
   */
  put: (doc: Doc, how: PutHow) => void;
};

/**
 * `merge`: the same text with another person's changes, so undo stays. `new`: another text, so undo must not
 * restore the previous one.
 */
export type PutHow = 'merge' | 'new';

/**
 * Where a caret was in a text in notation, measured by the letters (UTF-16 units that are not white space)
 * around it.
 */
export type TypedCaret = {
  lettersAfter: number;
  /** White space between the letters before the caret and the caret, if both are on one line. */
  spaces: number;
  line: 'has letters before' | 'begins here' | 'is blank';
};

/** The end of the text. A picture at the end is not selected, because the next key would replace it. */
const endOfWords = (doc: Node): Selection | null =>
  Selection.findFrom(doc.resolve(doc.content.size), -1, true);

/** The end of the text; in a body without text, a new line below it. */
const caretAtEnd = (tr: Transaction): Selection => {
  const found = endOfWords(tr.doc);
  if (found) return found;
  tr.insert(tr.doc.content.size, tr.doc.type.schema.nodes.paragraph!.create());
  return TextSelection.create(tr.doc, tr.doc.content.size - 1);
};

export function putDoc(editor: Editor, doc: Doc, how: PutHow): void {
  const next = editor.schema.nodeFromJSON(toEditor(doc));
  const { state, view } = editor;
  const unheard = (tr: Transaction) => tr.setMeta('addToHistory', false).setMeta('preventUpdate', true);
  const tr = how === 'merge' ? replaceBlocks(state.tr, next) : state.tr;
  if (how === 'new' && !state.doc.eq(next)) tr.replaceWith(0, state.doc.content.size, next.content);
  if (tr.docChanged) view.dispatch(unheard(tr));
  if (how === 'new') {
    // Resets the plugins, and undo with them; pictures that are uploading keep their places.
    const places = placesIn(editor.state);
    view.updateState(EditorState.create({ doc: editor.state.doc, plugins: [...editor.state.plugins] }));
    const fresh = editor.state.tr;
    view.dispatch(unheard(withPlaces(fresh.setSelection(caretAtEnd(fresh)), places)));
  }
  editor.emit('put', undefined);
}

/**
 * Focuses the editor, with the caret where it was in the text that the body was made from; without `caret`,
 * at the end of the text.
 */
export function placeCaret({ state, view }: Editor, caret: TypedCaret | undefined): void {
  const { doc, schema, tr } = state;
  const letters: number[] = [];
  doc.descendants((node, pos) => {
    for (let at = 0; at < (node.text?.length ?? 0); at += 1)
      if (/\S/.test(node.text![at]!)) letters.push(pos + at);
  });
  const before = caret && letters[letters.length - caret.lettersAfter - 1];
  const after = caret && letters[letters.length - caret.lettersAfter];
  let selection: Selection | null = null;
  if (caret?.line === 'is blank') {
    const end = before === undefined ? 0 : doc.resolve(before).after(1);
    tr.insert(end, schema.nodes.paragraph!.create());
    selection = TextSelection.create(tr.doc, end + 1);
  } else if (caret?.line === 'has letters before' && before !== undefined) {
    const $end = doc.resolve(before + 1);
    const rest = $end.parent.textBetween($end.parentOffset, $end.parent.content.size);
    selection = TextSelection.create(doc, $end.pos + Math.min(caret.spaces, /^\s*/.exec(rest)![0].length));
  } else if (caret?.line === 'begins here' && after !== undefined) {
    selection = TextSelection.create(doc, after);
  }
  tr.setSelection(selection ?? caretAtEnd(tr));
  view.dispatch(tr.scrollIntoView());
  view.focus();
}
