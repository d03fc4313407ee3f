import { readStart } from './list-start.ts';
import type { EditorNode } from './from-editor.ts';
import { styleOf } from './paste-style.ts';

/** `l0 level2 lfo1`: which list, how deep, which numbering. */
const listOf = (element: Element) => /\bl(\d+)\s+level(\d+)/.exec(styleOf(element)['mso-list'] ?? '');

/** Word writes the items of its lists as paragraphs and says of which list in a style of its own. */
export const isWordListItem = (element: Element): boolean => listOf(element) !== null;

/** «1.» «أ-» «iv)» count; «·» «§» and the «o» of Courier are bullets. */
const COUNTED = /^(?:[\d\u0660-\u0669\u06F0-\u06F9]+|[a-z]{1,5}|[\u0621-\u064A]{1,3})\s*[.)\-–ـ]/iu;

function markerOf(item: Element): string {
  const marker = Array.from(item.querySelectorAll('*')).find(
    (each) => styleOf(each)['mso-list']?.toLowerCase() === 'ignore',
  );
  return (marker?.textContent ?? '').trim();
}

/** The list that begins with an item, and the paragraphs it was made of. */
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
    // No level may be left out: a list inside a list stands in an item of it.
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
