import { parseEmbed } from './embed-url.ts';
import type { EditorNode } from './from-editor.ts';
import { readStart } from './list-start.ts';
import { saidDirection, type Direction } from './paste-direction.ts';
import { isGone } from './paste-gone.ts';
import { hoistDirection, settleLine } from './paste-lines.ts';
import { marksOf, type Mark } from './paste-marks.ts';
import { leftToRight } from './paste-runs.ts';
import { cleanPastedWords } from './paste-text.ts';
import { isWordListItem, wordLists } from './paste-word.ts';
import { readableText } from './readable-address.ts';

export type PasteOptions = {
  direction: Direction;
  /**
   * Finds our picture by the hash in its address and returns the attributes of a figure. Any other picture is
   * dropped.
   */
  findPicture: (hash: string) => Record<string, unknown> | undefined;
};
export type Pasted = { blocks: EditorNode[]; /** How many pictures were dropped. */ leftOut: number };

type Where = {
  marks: Mark[];
  /** Whether only paragraphs are allowed here: in quotes, cells and items. */
  plain: boolean;
  /** The direction that the nearest ancestor declares. */
  said: string | undefined;
};
const withSaid = (element: Element, said: string | undefined) => saidDirection(element) ?? said;

const BLOCKS = new Set([
  'P',
  'DIV',
  'SECTION',
  'ARTICLE',
  'HEADER',
  'FOOTER',
  'MAIN',
  'ASIDE',
  'ADDRESS',
  'FIGURE',
  'FIGCAPTION',
  'DETAILS',
  'SUMMARY',
  'CENTER',
  'FORM',
  'FIELDSET',
  'DL',
  'DT',
  'DD',
  'LI',
  'TR',
  'TD',
  'TH',
  'TBODY',
  'THEAD',
  'TFOOT',
  'CAPTION',
  'BODY',
]);
const HEADINGS: Record<string, 2 | 3> = { H1: 2, H2: 2, H3: 3, H4: 3, H5: 3, H6: 3 };
const OWN_PICTURE = /\/media\/([0-9a-f]{16,64})-[\w-]+\.(?:avif|webp|jpg)(?:$|[?#])/;

const unmarked = (nodes: EditorNode[]): EditorNode[] =>
  nodes.map((node) =>
    node.marks ? { ...node, marks: node.marks.filter((mark) => mark.type !== 'bold') } : node,
  );

/**
 * The content of pasted HTML as blocks of the closed set. Takes a document that is never displayed: nothing
 * in it runs or loads.
 */
export function blocksOf(body: HTMLElement, { direction, findPicture }: PasteOptions): Pasted {
  let leftOut = 0;

  function collect(parent: Node, where: Where): EditorNode[] {
    const blocks: EditorNode[] = [];
    let line: EditorNode[] = [];
    let { said: lineSaid } = where;

    function flush() {
      const settled = settleLine(line, lineSaid, direction);
      line = [];
      if (settled) blocks.push({ type: 'paragraph', ...settled });
    }

    function take(element: Element, here: Where) {
      const tag = element.tagName.toUpperCase();
      if (isGone(element)) return;
      if (tag === 'BR') {
        // Old pages end a paragraph with two of them.
        if (line.at(-1)?.type === 'hardBreak') flush();
        else line.push({ type: 'hardBreak' });
        return;
      }
      if (tag === 'IMG') return takePicture(element, here.plain);
      if (tag === 'IFRAME') {
        const embed = here.plain ? undefined : parseEmbed(element.getAttribute('src') ?? '');
        if (embed) {
          flush();
          blocks.push({ type: 'embed', attrs: { ...embed, title: '' } });
        }
        return;
      }
      const heading = HEADINGS[tag] ?? (/\bMso(?:Title|Heading)/.test(element.className) ? 2 : undefined);
      if (heading || ['UL', 'OL', 'BLOCKQUOTE', 'TABLE', 'PRE', 'HR'].includes(tag) || BLOCKS.has(tag)) {
        flush();
        takeBlock(element, tag, heading, here);
        return flush();
      }
      // Word marks every Latin word so. Which of them need isolation is decided for the whole line.
      const isRun = saidDirection(element) === 'ltr' && (element.textContent ?? '').trim() !== '';
      const [before, after] = isRun ? leftToRight('|').split('|') : [];
      if (before) line.push({ type: 'text', text: before });
      walk(element, { ...here, marks: marksOf(element, here.marks) });
      if (after) line.push({ type: 'text', text: after });
    }

    function takePicture(element: Element, plain: boolean) {
      const [, hash = ''] = OWN_PICTURE.exec(element.getAttribute('src') ?? '') ?? [];
      const attrs = plain ? undefined : findPicture(hash);
      // A picture of at most two pixels is a tracking pixel and not counted.
      if (!attrs) leftOut += Number(Number(element.getAttribute('width') ?? 9) > 2);
      else {
        flush();
        blocks.push({ type: 'figure', attrs });
      }
    }

    function takeBlock(
      element: Element,
      tag: string,
      heading: 2 | 3 | undefined,
      { marks, plain, said: around }: Where,
    ) {
      const said = withSaid(element, around);
      if (tag === 'HR') {
        if (!plain) blocks.push({ type: 'horizontalRule' });
      } else if ((tag === 'UL' || tag === 'OL') && !plain) {
        const list = toList(element, said);
        if (list) blocks.push(hoistDirection(list));
      } else if (heading && !plain) {
        const parts = collect(element, { marks: [], plain: true, said });
        const content = unmarked(
          parts.flatMap((part, at) => [...(at > 0 ? [{ type: 'text', text: ' ' }] : []), ...part.content!]),
        );
        if (content.length > 0)
          blocks.push({ type: 'heading', attrs: { level: heading, ...parts[0]!.attrs }, content });
      } else if (tag === 'BLOCKQUOTE' && !plain) {
        const content = collect(element, { marks, plain: true, said });
        if (content.length > 0) blocks.push(hoistDirection({ type: 'blockquote', content }));
      } else if (tag === 'TABLE' && !plain) {
        blocks.push(...toTable(element as HTMLTableElement, said));
      } else if (tag === 'PRE' && !plain) {
        const text = (element.textContent ?? '').replace(/\r\n?/g, '\n').replace(/^\n|\n$/g, '');
        if (text.trim()) blocks.push({ type: 'codeBlock', content: [{ type: 'text', text }] });
      } else {
        const before = lineSaid;
        lineSaid = said;
        walk(element, { marks: marksOf(element, marks), plain, said });
        flush();
        lineSaid = before;
      }
    }

    function walk(node: Node, here: Where) {
      for (const child of Array.from(node.childNodes)) {
        if (child.nodeType === 3) {
          const text = readableText(cleanPastedWords(child.nodeValue ?? ''));
          if (text) line.push({ type: 'text', text, ...(here.marks.length > 0 && { marks: here.marks }) });
        } else if (child.nodeType === 1) {
          const element = child as Element;
          if (!here.plain && isWordListItem(element) && !isGone(element)) takeWordList(element, here.said);
          else if (!taken.has(element)) take(element, here);
        }
      }
    }

    /** Word's lists are paragraphs in sequence. The first item reads the whole list. */
    function takeWordList(first: Element, said: string | undefined) {
      if (taken.has(first)) return;
      flush();
      const { lists, items } = wordLists(first, (item) =>
        isGone(item)
          ? []
          : collect(item, { marks: marksOf(item, []), plain: true, said: withSaid(item, said) }),
      );
      for (const item of items) taken.add(item);
      blocks.push(...lists.map(hoistDirection));
    }

    walk(parent, where);
    flush();
    return blocks;
  }
  const taken = new Set<Element>();

  function toList(element: Element, said: string | undefined): EditorNode | undefined {
    const items: EditorNode[] = [];
    let start = readStart(element.getAttribute('start'));
    for (const child of Array.from(element.children)) {
      if (isGone(child)) continue;
      if (child.tagName === 'UL' || child.tagName === 'OL') {
        // Docs puts a nested list after its item, not into it.
        const inner = toList(child, withSaid(child, said));
        if (inner && items.length > 0) items.at(-1)!.content!.push(inner);
        else if (inner) items.push(...inner.content!);
        continue;
      }
      const nested = Array.from(child.children).filter(({ tagName }) => tagName === 'UL' || tagName === 'OL');
      for (const list of nested) list.remove();
      const here = withSaid(child, said);
      const words = collect(child, { marks: marksOf(child, []), plain: true, said: here });
      const content = [
        ...words,
        ...nested.flatMap((list) => (isGone(list) ? [] : (toList(list, withSaid(list, here)) ?? []))),
      ];
      if (items.length === 0 && child.hasAttribute('value')) start = readStart(child.getAttribute('value'));
      if (content.length > 0) items.push({ type: 'listItem', content });
    }
    const isNumbered = element.tagName === 'OL';
    return items.length > 0
      ? {
          type: isNumbered ? 'orderedList' : 'bulletList',
          ...(isNumbered && start !== 1 && { attrs: { start } }),
          content: items,
        }
      : undefined;
  }

  function toCell(cell: HTMLTableCellElement, said: string | undefined): EditorNode {
    const content = collect(cell, { marks: marksOf(cell, []), plain: true, said: withSaid(cell, said) });
    const attrs = { colspan: cell.colSpan, rowspan: cell.rowSpan };
    return {
      type: cell.tagName === 'TH' ? 'tableHeader' : 'tableCell',
      attrs,
      content: content.length > 0 ? content : [{ type: 'paragraph' }],
    };
  }

  /**
   * A table with a single cell only provides the layout of a page. Its content is read like the page, not as
   * a table.
   */
  function toTable(table: HTMLTableElement, said: string | undefined): EditorNode[] {
    const rows = Array.from(table.rows)
      .filter((row) => !isGone(row))
      .map((row) => ({
        said: withSaid(row, said),
        cells: Array.from(row.cells).filter((cell) => !isGone(cell)),
      }))
      .filter(({ cells }) => cells.length > 0);
    const [first, second] = rows.flatMap(({ cells }) => cells);
    if (!first) return [];
    if (!second) return collect(first, { marks: [], plain: false, said: withSaid(first, said) });
    return [
      {
        type: 'table',
        content: rows.map((row) => ({
          type: 'tableRow',
          content: row.cells.map((cell) => toCell(cell, row.said)),
        })),
      },
    ];
  }

  const blocks = collect(body, { marks: [], plain: false, said: undefined });
  return { blocks, leftOut };
}
