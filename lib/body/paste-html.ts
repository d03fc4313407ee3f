import { parseEmbed } from './embed-url.ts';
import type { EditorNode } from './from-editor.ts';
import { cleanPastedText } from './paste-text.ts';
import { isDirection, ownDirection, type Direction } from './paste-direction.ts';
import { isWordListItem, wordLists } from './paste-word.ts';
import { styleOf } from './paste-style.ts';
import { cleanAddress } from './web-address.ts';

export type PasteOptions = {
  direction: Direction;
  /** A picture of ours by the hash in its address, as a figure's attributes; any other picture is left out. */
  findPicture: (hash: string) => Record<string, unknown> | undefined;
};
export type Pasted = { blocks: EditorNode[]; /** How many pictures were left out. */ leftOut: number };

type Mark = NonNullable<EditorNode['marks']>[number];
type Where = { marks: Mark[]; /** Only paragraphs may stand here: in quotes, cells and items. */ plain: boolean };

const GONE = new Set(['SCRIPT', 'STYLE', 'META', 'LINK', 'TITLE', 'HEAD', 'NOSCRIPT', 'TEMPLATE', 'OBJECT', 'EMBED', 'SVG', 'CANVAS', 'BUTTON', 'INPUT', 'SELECT', 'TEXTAREA', 'AUDIO', 'VIDEO', 'MAP', 'DIALOG', 'NAV', 'XML']);
const BLOCKS = new Set(['P', 'DIV', 'SECTION', 'ARTICLE', 'HEADER', 'FOOTER', 'MAIN', 'ASIDE', 'ADDRESS', 'FIGURE', 'FIGCAPTION', 'DETAILS', 'SUMMARY', 'CENTER', 'FORM', 'FIELDSET', 'DL', 'DT', 'DD', 'LI', 'TR', 'TD', 'TH', 'TBODY', 'THEAD', 'TFOOT', 'CAPTION', 'BODY']);
const HEADINGS: Record<string, 2 | 3> = { H1: 2, H2: 2, H3: 3, H4: 3, H5: 3, H6: 3 };
const OWN_PICTURE = /\/media\/([0-9a-f]{16,64})-[\w-]+\.(?:avif|webp|jpg)(?:$|[?#])/;

const isGone = (element: Element) => {
  const style = styleOf(element);
  return GONE.has(element.tagName.toUpperCase()) || style.display === 'none' || style['mso-hide'] === 'all' || style['mso-list']?.toLowerCase() === 'ignore';
};

function marksOf(element: Element, marks: Mark[]): Mark[] {
  const style = styleOf(element);
  const has = (type: string) => marks.some((mark) => mark.type === type);
  const [tag, weight, slant] = [element.tagName, style['font-weight'], style['font-style']];
  const isBold = weight ? /^(?:bold|bolder|[6-9]00)$/.test(weight) : tag === 'B' || tag === 'STRONG';
  const isItalic = slant ? slant !== 'normal' : tag === 'I' || tag === 'EM' || tag === 'CITE';
  const found = [...marks];
  // Docs says the weight of everything: a run that is not bold inside a bold one is meant.
  if (isBold && !has('bold')) found.push({ type: 'bold' });
  if (isItalic && !has('italic')) found.push({ type: 'italic' });
  const href = tag === 'A' && !has('link') ? cleanAddress(element.getAttribute('href') ?? '') : undefined;
  return href ? [...found, { type: 'link', attrs: { href } }] : found;
}

/** Single spaces, none at either end of a line; nothing when no word is left. */
function tidy(nodes: EditorNode[]): EditorNode[] {
  const out: EditorNode[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    const atStart = !last || last.type === 'hardBreak';
    if (node.type === 'hardBreak') {
      if (atStart) continue;
      if (last.text) last.text = last.text.trimEnd();
      out.push(node);
      continue;
    }
    let words = node.text!.replace(/ {2,}/g, ' ');
    if (atStart || last.text?.endsWith(' ')) words = words.trimStart();
    if (!words) continue;
    if (last?.text && JSON.stringify(last.marks) === JSON.stringify(node.marks)) last.text += words;
    else out.push({ ...node, text: words });
  }
  while (out.at(-1)?.type === 'hardBreak') out.pop();
  const end = out.at(-1);
  if (end) end.text = end.text!.trimEnd();
  return out.filter((node) => node.text !== '');
}

const unmarked = (nodes: EditorNode[]): EditorNode[] =>
  nodes.map((node) => (node.marks ? { ...node, marks: node.marks.filter((mark) => mark.type !== 'bold') } : node));
const listTypeOf = (element: Element) => (element.tagName === 'OL' ? 'orderedList' : 'bulletList');

/** What stands in pasted HTML, as blocks of the closed set. Takes a document that was never shown: nothing in it runs or loads. */
export function blocksOf(body: HTMLElement, { direction, findPicture }: PasteOptions): Pasted {
  let leftOut = 0;

  function collect(parent: Node, where: Where): EditorNode[] {
    const blocks: EditorNode[] = [];
    let line: EditorNode[] = [];
    let lineOf: Element | undefined;

    function flush() {
      const content = tidy(line);
      line = [];
      if (content.length > 0) blocks.push({ type: 'paragraph', ...ownDirection(lineOf, content, direction), content });
    }

    function take(element: Element, { marks, plain }: Where) {
      const tag = element.tagName.toUpperCase();
      if (isGone(element)) return;
      if (tag === 'BR') {
        // Two of them are how old pages end a paragraph.
        if (line.at(-1)?.type === 'hardBreak') flush();
        else line.push({ type: 'hardBreak' });
        return;
      }
      if (tag === 'IMG') return takePicture(element, plain);
      if (tag === 'IFRAME') {
        const embed = plain ? undefined : parseEmbed(element.getAttribute('src') ?? '');
        if (embed) {
          flush();
          blocks.push({ type: 'embed', attrs: { ...embed, title: '' } });
        }
        return;
      }
      const heading = HEADINGS[tag] ?? (/\bMso(?:Title|Heading)/.test(element.className) ? 2 : undefined);
      if (heading || ['UL', 'OL', 'BLOCKQUOTE', 'TABLE', 'PRE', 'HR'].includes(tag) || BLOCKS.has(tag)) {
        flush();
        takeBlock(element, tag, heading, { marks, plain });
        return flush();
      }
      walk(element, { marks: marksOf(element, marks), plain });
    }

    function takePicture(element: Element, plain: boolean) {
      const [, hash = ''] = OWN_PICTURE.exec(element.getAttribute('src') ?? '') ?? [];
      const attrs = plain ? undefined : findPicture(hash);
      // A picture of one point counts readers; nobody misses it.
      if (!attrs) leftOut += Number(Number(element.getAttribute('width') ?? 9) > 2);
      else {
        flush();
        blocks.push({ type: 'figure', attrs });
      }
    }

    function takeBlock(element: Element, tag: string, heading: 2 | 3 | undefined, { marks, plain }: Where) {
      if (tag === 'HR') {
        if (!plain) blocks.push({ type: 'horizontalRule' });
      } else if ((tag === 'UL' || tag === 'OL') && !plain) {
        const list = toList(element);
        if (list) blocks.push(list);
      } else if (heading && !plain) {
        const parts = collect(element, { marks: [], plain: true });
        const content = unmarked(parts.flatMap((part, at) => [...(at > 0 ? [{ type: 'text', text: ' ' }] : []), ...part.content!]));
        if (content.length > 0) blocks.push({ type: 'heading', attrs: { level: heading, ...ownDirection(element, content, direction).attrs }, content });
      } else if (tag === 'BLOCKQUOTE' && !plain) {
        const content = collect(element, { marks, plain: true });
        if (content.length > 0) blocks.push({ type: 'blockquote', content });
      } else if (tag === 'TABLE' && !plain) {
        blocks.push(...toTable(element as HTMLTableElement));
      } else if (tag === 'PRE' && !plain) {
        const text = (element.textContent ?? '').replace(/\r\n?/g, '\n').replace(/^\n|\n$/g, '');
        if (text.trim()) blocks.push({ type: 'codeBlock', content: [{ type: 'text', text }] });
      } else {
        const [before, around] = [lineOf, element.getAttribute('dir')];
        lineOf = isDirection(around) || styleOf(element).direction ? element : lineOf;
        walk(element, { marks: marksOf(element, marks), plain });
        flush();
        lineOf = before;
      }
    }

    function walk(node: Node, here: Where) {
      for (const child of Array.from(node.childNodes)) {
        if (child.nodeType === 3) {
          const text = cleanPastedText(child.nodeValue ?? '');
          if (text) line.push({ type: 'text', text, ...(here.marks.length > 0 && { marks: here.marks }) });
        } else if (child.nodeType === 1) {
          const element = child as Element;
          if (!here.plain && isWordListItem(element)) takeWordList(element);
          else if (!taken.has(element)) take(element, here);
        }
      }
    }

    /** Word's lists are paragraphs that follow one another; the first of them brings all. */
    function takeWordList(first: Element) {
      if (taken.has(first)) return;
      flush();
      const { lists, items } = wordLists(first, (item) => collect(item, { marks: [], plain: true }));
      for (const item of items) taken.add(item);
      blocks.push(...lists);
    }

    walk(parent, where);
    flush();
    return blocks;
  }
  const taken = new Set<Element>();

  function toList(element: Element): EditorNode | undefined {
    const items: EditorNode[] = [];
    for (const child of Array.from(element.children)) {
      if (isGone(child)) continue;
      if (child.tagName === 'UL' || child.tagName === 'OL') {
        // Docs puts a list of the next level beside its item, not into it.
        const inner = toList(child);
        if (inner && items.length > 0) items.at(-1)!.content!.push(inner);
        else if (inner) items.push(...inner.content!);
        continue;
      }
      const nested = Array.from(child.children).filter(({ tagName }) => tagName === 'UL' || tagName === 'OL');
      for (const list of nested) list.remove();
      const content = [...collect(child, { marks: [], plain: true }), ...nested.flatMap((list) => toList(list) ?? [])];
      if (content.length > 0) items.push({ type: 'listItem', content });
    }
    return items.length > 0 ? { type: listTypeOf(element), content: items } : undefined;
  }

  function toCell(cell: HTMLTableCellElement): EditorNode {
    const content = collect(cell, { marks: [], plain: true });
    const attrs = { colspan: cell.colSpan, rowspan: cell.rowSpan };
    return { type: cell.tagName === 'TH' ? 'tableHeader' : 'tableCell', attrs, content: content.length > 0 ? content : [{ type: 'paragraph' }] };
  }

  /** A table with one cell only gave a page its layout: what stands in it is read as the page is, and not as a cell before. */
  function toTable(table: HTMLTableElement): EditorNode[] {
    const rows = Array.from(table.rows, (row) => Array.from(row.cells)).filter((cells) => cells.length > 0);
    const [first, second] = rows.flat();
    if (!first) return [];
    if (!second) return collect(first, { marks: [], plain: false });
    return [{ type: 'table', content: rows.map((cells) => ({ type: 'tableRow', content: cells.map(toCell) })) }];
  }

  const blocks = collect(body, { marks: [], plain: false });
  return { blocks, leftOut };
}
