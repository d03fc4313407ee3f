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

/** Reads pasted HTML. Nested lists, cells and items are collections of their own. */
class PasteReader {
  readonly direction: Direction;
  readonly findPicture: PasteOptions['findPicture'];
  /** Paragraphs that were read as items of one of Word's lists. */
  readonly taken = new Set<Element>();
  leftOut = 0;

  constructor({ direction, findPicture }: PasteOptions) {
    this.direction = direction;
    this.findPicture = findPicture;
  }

  collect(parent: Node, where: Where): EditorNode[] {
    return new Collection(this, where.said).read(parent, where);
  }

  toList(element: Element, said: string | undefined): EditorNode | undefined {
    const items: EditorNode[] = [];
    let start = readStart(element.getAttribute('start'));
    for (const child of Array.from(element.children)) {
      if (isGone(child)) continue;
      if (child.tagName === 'UL' || child.tagName === 'OL') {
        // Docs puts a nested list after its item, not into it.
        const inner = this.toList(child, withSaid(child, said));
        if (inner && items.length > 0) items.at(-1)!.content!.push(inner);
        else if (inner) items.push(...inner.content!);
        continue;
      }
      const nested = Array.from(child.children).filter(({ tagName }) => tagName === 'UL' || tagName === 'OL');
      for (const list of nested) list.remove();
      const here = withSaid(child, said);
      const words = this.collect(child, { marks: marksOf(child, []), plain: true, said: here });
      const content = [
        ...words,
        ...nested.flatMap((list) => (isGone(list) ? [] : (this.toList(list, withSaid(list, here)) ?? []))),
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

  private toCell(cell: HTMLTableCellElement, said: string | undefined): EditorNode {
    const content = this.collect(cell, { marks: marksOf(cell, []), plain: true, said: withSaid(cell, said) });
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
  toTable(table: HTMLTableElement, said: string | undefined): EditorNode[] {
    const rows = Array.from(table.rows)
      .filter((row) => !isGone(row))
      .map((row) => ({
        said: withSaid(row, said),
        cells: Array.from(row.cells).filter((cell) => !isGone(cell)),
      }))
      .filter(({ cells }) => cells.length > 0);
    const [first, second] = rows.flatMap(({ cells }) => cells);
    if (!first) return [];
    if (!second) return this.collect(first, { marks: [], plain: false, said: withSaid(first, said) });
    return [
      {
        type: 'table',
        content: rows.map((row) => ({
          type: 'tableRow',
          content: row.cells.map((cell) => this.toCell(cell, row.said)),
        })),
      },
    ];
  }
}

/** The blocks of one place of the document, with the line that is being read. */
class Collection {
  private readonly reader: PasteReader;
  private readonly blocks: EditorNode[] = [];
  private line: EditorNode[] = [];
  private lineSaid: string | undefined;

  constructor(reader: PasteReader, said: string | undefined) {
    this.reader = reader;
    this.lineSaid = said;
  }

  read(parent: Node, where: Where): EditorNode[] {
    this.walk(parent, where);
    this.flush();
    return this.blocks;
  }

  private flush() {
    const settled = settleLine(this.line, this.lineSaid, this.reader.direction);
    this.line = [];
    if (settled) this.blocks.push({ type: 'paragraph', ...settled });
  }

  private take(element: Element, here: Where) {
    const tag = element.tagName.toUpperCase();
    if (isGone(element)) return;
    if (tag === 'BR') {
      // Old pages end a paragraph with two of them.
      if (this.line.at(-1)?.type === 'hardBreak') this.flush();
      else this.line.push({ type: 'hardBreak' });
      return;
    }
    if (tag === 'IMG') return this.takePicture(element, here.plain);
    if (tag === 'IFRAME') {
      const embed = here.plain ? undefined : parseEmbed(element.getAttribute('src') ?? '');
      if (embed) {
        this.flush();
        this.blocks.push({ type: 'embed', attrs: { ...embed, title: '' } });
      }
      return;
    }
    const heading = HEADINGS[tag] ?? (/\bMso(?:Title|Heading)/.test(element.className) ? 2 : undefined);
    if (heading || ['UL', 'OL', 'BLOCKQUOTE', 'TABLE', 'PRE', 'HR'].includes(tag) || BLOCKS.has(tag)) {
      this.flush();
      this.takeBlock(element, tag, heading, here);
      return this.flush();
    }
    // Word marks every Latin word so. Which of them need isolation is decided for the whole line.
    const isRun = saidDirection(element) === 'ltr' && (element.textContent ?? '').trim() !== '';
    const [before, after] = isRun ? leftToRight('|').split('|') : [];
    if (before) this.line.push({ type: 'text', text: before });
    this.walk(element, { ...here, marks: marksOf(element, here.marks) });
    if (after) this.line.push({ type: 'text', text: after });
  }

  private takePicture(element: Element, plain: boolean) {
    const [, hash = ''] = OWN_PICTURE.exec(element.getAttribute('src') ?? '') ?? [];
    const attrs = plain ? undefined : this.reader.findPicture(hash);
    // A picture of at most two pixels is a tracking pixel and not counted.
    if (!attrs) this.reader.leftOut += Number(Number(element.getAttribute('width') ?? 9) > 2);
    else {
      this.flush();
      this.blocks.push({ type: 'figure', attrs });
    }
  }

  private takeBlock(
    element: Element,
    tag: string,
    heading: 2 | 3 | undefined,
    { marks, plain, said: around }: Where,
  ) {
    const said = withSaid(element, around);
    if (tag === 'HR') {
      if (!plain) this.blocks.push({ type: 'horizontalRule' });
    } else if ((tag === 'UL' || tag === 'OL') && !plain) {
      const list = this.reader.toList(element, said);
      if (list) this.blocks.push(hoistDirection(list));
    } else if (heading && !plain) {
      const parts = this.reader.collect(element, { marks: [], plain: true, said });
      const content = unmarked(
        parts.flatMap((part, at) => [...(at > 0 ? [{ type: 'text', text: ' ' }] : []), ...part.content!]),
      );
      if (content.length > 0)
        this.blocks.push({ type: 'heading', attrs: { level: heading, ...parts[0]!.attrs }, content });
    } else if (tag === 'BLOCKQUOTE' && !plain) {
      const content = this.reader.collect(element, { marks, plain: true, said });
      if (content.length > 0) this.blocks.push(hoistDirection({ type: 'blockquote', content }));
    } else if (tag === 'TABLE' && !plain) {
      this.blocks.push(...this.reader.toTable(element as HTMLTableElement, said));
    } else if (tag === 'PRE' && !plain) {
      const text = (element.textContent ?? '').replace(/\r\n?/g, '\n').replace(/^\n|\n$/g, '');
      if (text.trim()) this.blocks.push({ type: 'codeBlock', content: [{ type: 'text', text }] });
    } else {
      const before = this.lineSaid;
      this.lineSaid = said;
      this.walk(element, { marks: marksOf(element, marks), plain, said });
      this.flush();
      this.lineSaid = before;
    }
  }

  private walk(node: Node, here: Where) {
    for (const child of Array.from(node.childNodes)) {
      if (child.nodeType === 3) {
        const text = readableText(cleanPastedWords(child.nodeValue ?? ''));
        if (text) this.line.push({ type: 'text', text, ...(here.marks.length > 0 && { marks: here.marks }) });
      } else if (child.nodeType === 1) {
        const element = child as Element;
        if (!here.plain && isWordListItem(element) && !isGone(element)) this.takeWordList(element, here.said);
        else if (!this.reader.taken.has(element)) this.take(element, here);
      }
    }
  }

  /** Word's lists are paragraphs in sequence. The first item reads the whole list. */
  private takeWordList(first: Element, said: string | undefined) {
    if (this.reader.taken.has(first)) return;
    this.flush();
    const { lists, items } = wordLists(first, (item) =>
      isGone(item)
        ? []
        : this.reader.collect(item, { marks: marksOf(item, []), plain: true, said: withSaid(item, said) }),
    );
    for (const item of items) this.reader.taken.add(item);
    this.blocks.push(...lists.map(hoistDirection));
  }
}

/**
 * The content of pasted HTML as blocks of the closed set. Takes a document that is never displayed: nothing
 * in it runs or loads.
 */
export function blocksOf(body: HTMLElement, options: PasteOptions): Pasted {
  const reader = new PasteReader(options);
  const blocks = reader.collect(body, { marks: [], plain: false, said: undefined });
  return { blocks, leftOut: reader.leftOut };
}
