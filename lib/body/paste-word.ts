import { readStart } from './list-start.ts';
import type { EditorNode } from './from-editor.ts';
import { styleOf } from './paste-style.ts';

/** `l0 level2 lfo1`: list, level, numbering. */
const listOf = (element: Element) => /\bl(\d+)\s+level(\d+)/.exec(styleOf(element)['mso-list'] ?? '');

/** Word writes list items as paragraphs and names their list in a style property. */
export const isWordListItem = (element: Element): boolean => listOf(element) !== null;

/** «1.» «أ-» «iv)» are numbers; «·» «§» and the «o» of Courier are bullets. */
const COUNTED = /^(?:[\d\u0660-\u0669\u06F0-\u06F9]+|[a-z]{1,5}|[\u0621-\u064A]{1,3})\s*[.)\-–ـ]/iu;

function markerOf(item: Element): string {
  const marker = Array.from(item.querySelectorAll('*')).find(
    (each) => styleOf(each)['mso-list']?.toLowerCase() === 'ignore',
  );
  return (marker?.textContent ?? '').trim();
}

/** The lists that begin with an item, and the paragraphs that they consist of. */
export function wordLists(
  first: Element,
  read: (item: Element) => EditorNode[],
): { lists: EditorNode[]; items: Element[] } {
  const lists: EditorNode[] = [];
  const items: Element[] = [];
  const open: EditorNode[] = [];
  for (let item: Element | null = first; item && isWordListItem(item); item = item.nextElementSibling) {
    items.push(item);
    const content = read(item);
    if (content.length === 0) continue;
    // Levels cannot be skipped: a nested list needs an item as its parent.
    const depth = Math.min(Number(listOf(item)![2]), open.length + 1);
    open.length = Math.min(open.length, depth);
    const marker = markerOf(item);
    const type = COUNTED.test(marker) ? 'orderedList' : 'bulletList';
    const start =
      type === 'orderedList' ? readStart(/^[\d\u0660-\u0669\u06F0-\u06F9]+/.exec(marker)?.[0]) : 1;
    const row: EditorNode = { type: 'listItem', content };
    const here = open[depth - 1];
    if (here && here.type === type) {
      here.content!.push(row);
      continue;
    }
    const list: EditorNode = { type, ...(start !== 1 && { attrs: { start } }), content: [row] };
    open[depth - 1] = list;
    const parent = open[depth - 2];
    if (parent) parent.content!.at(-1)!.content!.push(list);
    else lists.push(list);
  }
  return { lists, items };
}
