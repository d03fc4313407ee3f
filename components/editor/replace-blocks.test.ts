import { getSchema } from '@tiptap/core';
import { undo, history } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { EditorState, NodeSelection, TextSelection } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { replaceBlocks } from './replace-blocks.ts';
import { blockNodes } from './schema-blocks.ts';
import { listNodes } from './schema-lists.ts';
import { tableNodes } from './schema-tables.ts';
import { textNodes } from './schema-text.ts';

const schema = getSchema([...textNodes, ...listNodes, ...tableNodes, ...blockNodes]);
const p = (text: string) => schema.nodes.paragraph!.create(null, text ? schema.text(text) : undefined);
const list = (...items: string[]) =>
  schema.nodes.bulletList!.create(
    null,
    items.map((text) => schema.nodes.listItem!.create(null, p(text))),
  );
const rule = () => schema.nodes.horizontalRule!.create();
const docOf = (...blocks: Node[]) => schema.nodes.doc!.create(null, blocks);
const linesOf = (doc: Node) =>
  Array.from({ length: doc.childCount }, (_, at) => doc.child(at).textContent || doc.child(at).type.name);

/** The state of an editor whose caret is right after these words. */
function writing(doc: Node, behind: string): EditorState {
  const state = EditorState.create({ doc, plugins: [history()] });
  let at = 0;
  doc.descendants((node, pos) => {
    if (node.isText && node.text!.includes(behind)) at = pos + node.text!.indexOf(behind) + behind.length;
  });
  return state.apply(state.tr.setSelection(TextSelection.create(doc, at)));
}
const merge = (state: EditorState, next: Node) =>
  state.apply(replaceBlocks(state.tr, next).setMeta('addToHistory', false));
const type = (state: EditorState, letters: string) => state.apply(state.tr.insertText(letters));

describe('merging a colleague’s changes into a text that is being written', () => {
  it.each<[string, Node, Node, string[]]>([
    [
      'before the caret',
      docOf(p('أول'), p('لي'), p('ثالث')),
      docOf(p('أول وزيادة'), p('لي'), p('ثالث')),
      ['أول وزيادة', 'ليس', 'ثالث'],
    ],
    [
      'after the caret',
      docOf(p('أول'), p('لي'), p('ثالث')),
      docOf(p('أول'), p('لي'), p('ثالث وزيادة')),
      ['أول', 'ليس', 'ثالث وزيادة'],
    ],
    [
      'before and after the caret',
      docOf(p('أ'), p('لي'), p('ج')),
      docOf(p('أ1'), p('لي'), p('ج1'), p('د')),
      ['أ1', 'ليس', 'ج1', 'د'],
    ],
    [
      'in a document that ends in a rule',
      docOf(p('أ'), p('لي'), rule(), p('')),
      docOf(p('أ1'), p('لي'), rule()),
      ['أ1', 'ليس', 'horizontalRule', 'paragraph'],
    ],
    [
      'in a document that ends in a list',
      docOf(p('أ'), p('لي'), list('ب', 'ج'), p('')),
      docOf(p('أ1'), p('لي'), list('ب', 'ج')),
      ['أ1', 'ليس', 'بج', 'paragraph'],
    ],
    ['and a block is removed', docOf(p('أ'), p('ب'), p('لي'), p('ج')), docOf(p('لي'), p('ج')), ['ليس', 'ج']],
    [
      'in every other block',
      docOf(p('أ'), p('لي'), p('ب'), p('ج')),
      docOf(p('س'), p('ص'), p('لي'), p('ع')),
      ['س', 'ص', 'ليس', 'ع'],
    ],
  ])('keeps the caret in its block when the text changes %s', (_, old, next, lines) => {
    const state = writing(old, 'لي');
    expect(linesOf(type(merge(state, next), 'س').doc)).toEqual(lines);
  });

  it('lets undo remove what was typed here, and nothing else', () => {
    const before = writing(docOf(p('أ'), p('لي'), p('ج')), 'لي');
    const merged = merge(type(before, 'ست'), docOf(p('أ1'), p('ليست'), p('ج1')));
    let undone = merged;
    undo(merged, (tr) => (undone = merged.apply(tr)));
    expect(linesOf(undone.doc)).toEqual(['أ1', 'لي', 'ج1']);
  });

  it('keeps the caret on the new line at the end', () => {
    const doc = docOf(p('أ'), p(''));
    const state = EditorState.create({ doc });
    const there = state.apply(state.tr.setSelection(TextSelection.create(doc, doc.content.size - 1)));
    expect(linesOf(type(merge(there, docOf(p('أ1'))), 'س').doc)).toEqual(['أ1', 'س']);
  });

  it('never selects a block that the next key would replace', () => {
    const state = merge(
      writing(docOf(p('أ'), p('لي'), rule(), p('')), 'لي'),
      docOf(p('أ1'), p('لي'), rule()),
    );
    expect(state.selection).not.toBeInstanceOf(NodeSelection);
  });
});

it('turns one text into the other, for 400 random pairs', () => {
  const some = [p('أ'), p('ب'), p(''), list('ج'), list('ج', 'د'), rule(), p('هـ')];
  let seed = 7;
  const roll = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
  for (let round = 0; round < 400; round += 1) {
    const pick = () => docOf(...Array.from({ length: 1 + roll(7) }, () => some[roll(some.length)]!));
    const [old, next] = [pick(), pick()];
    const words = (doc: Node) =>
      linesOf(doc)
        .join('|')
        .replace(/(?:^|\|)(?:paragraph\|?)+$/, '');
    const made = replaceBlocks(EditorState.create({ doc: old }).tr, next).doc;
    made.check();
    expect(words(made), `${old} → ${next}`).toBe(words(next));
  }
});
