import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { EditorState, Selection, TextSelection, type Transaction } from '@tiptap/pm/state';
import { ReplaceStep } from '@tiptap/pm/transform';
import type { Doc } from '#lib/body/doc.ts';
import { toEditor } from '#lib/body/from-editor.ts';

declare module '@tiptap/core' {
  interface EditorEvents {
    /** Another body was put in from outside: nobody typed it. */
    put: undefined;
  }
}

export type EditorHandle = {
  /**
   * Shows another body in this editor. A new editor would be made an instant after the page, and keys of that
   * instant would be lost.
   */
  put: (doc: Doc, how: PutHow) => void;
};

/**
 * `merge`: the same text with somebody else's changes, so undo stays. `new`: another text, so undo must not
 * bring back the one before.
 */
export type PutHow = 'merge' | 'new';

/**
 * Where a caret stood in a text in notation, told by the letters (UTF-16 units that are no white space) round
 * it.
 */
export type TypedCaret = {
  lettersAfter: number;
  /** White space between the letters before the caret and the caret, where both are in one line. */
  spaces: number;
  line: 'has letters before' | 'begins here' | 'is blank';
};

/** Replaces only what differs: a caret outside of that stays where it is. */
function replaceDifference(tr: Transaction, next: Node): Transaction | undefined {
  const old = tr.doc;
  const start = old.content.findDiffStart(next.content);
  const end = old.content.findDiffEnd(next.content);
  if (start === null || !end) return undefined;
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  const step = new ReplaceStep(start, end.a + overlap, next.slice(start, end.b + overlap));
  return tr.maybeStep(step).failed || !tr.doc.eq(next) ? undefined : tr;
}

/** The end of the words: were a picture that stands last chosen, the next key would take its place. */
const endOfWords = (doc: Node): Selection | null =>
  Selection.findFrom(doc.resolve(doc.content.size), -1, true);

export function putDoc(editor: Editor, doc: Doc, how: PutHow): void {
  const next = editor.schema.nodeFromJSON(toEditor(doc));
  const { state, view } = editor;
  if (!state.doc.eq(next)) {
    const tr =
      replaceDifference(state.tr, next) ?? state.tr.replaceWith(0, state.doc.content.size, next.content);
    view.dispatch(tr.setMeta('addToHistory', false).setMeta('preventUpdate', true));
  }
  if (how === 'new') {
    const { doc: now, plugins } = editor.state;
    view.updateState(
      EditorState.create({
        doc: now,
        plugins: [...plugins],
        selection: endOfWords(now) ?? Selection.atStart(now),
      }),
    );
    // For those that look at the editor after each transaction, as its tools do.
    view.dispatch(editor.state.tr);
  }
  editor.emit('put', undefined);
}

/**
 * Focuses the editor, with the caret where it stood in the text that the body was made of; without one, at
 * the end of the words.
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
  if (caret?.line === 'is blank' && before !== undefined) {
    const end = doc.resolve(before).after(1);
    tr.insert(end, schema.nodes.paragraph!.create());
    selection = TextSelection.create(tr.doc, end + 1);
  } else if (caret?.line === 'has letters before' && before !== undefined) {
    const $end = doc.resolve(before + 1);
    const rest = $end.parent.textBetween($end.parentOffset, $end.parent.content.size);
    selection = TextSelection.create(doc, $end.pos + Math.min(caret.spaces, /^\s*/.exec(rest)![0].length));
  } else if (caret?.line === 'begins here' && after !== undefined) {
    selection = TextSelection.create(doc, after);
  }
  selection ??= endOfWords(tr.doc);
  if (selection) tr.setSelection(selection);
  view.dispatch(tr.scrollIntoView());
  view.focus();
}
