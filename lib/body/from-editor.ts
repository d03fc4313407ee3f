import type { Block, Doc, Inline, PictureAttrs } from './doc.ts';
import { docWith } from './doc-version.ts';
import { isProvider, leadsTo, parseEmbed } from './embed-url.ts';
import { START_MAX } from './list-start.ts';
import { isWebAddress } from './web-address.ts';

/**
 * A node as ProseMirror writes it. Untrusted: what does not fit the closed set is dropped or becomes plain
 * paragraphs.
 */
export type EditorNode = {
  type?: string;
  text?: string;
  attrs?: Record<string, unknown> | undefined;
  marks?: { type: string; attrs?: Record<string, unknown> | undefined }[] | undefined;
  content?: EditorNode[] | undefined;
};

type Dir = 'rtl' | 'ltr';
type Paragraph = Extract<Block, { type: 'paragraph' }>;
type List = Extract<Block, { type: 'bulletList' | 'orderedList' }>;
type Item = List['content'][number];
type Table = Extract<Block, { type: 'table' }>;
type Cell = Table['content'][number]['content'][number];
type Mark = NonNullable<Extract<Inline, { type: 'text' }>['marks']>[number];

const ROWS_MAX = 200;
export const COLUMNS_MAX = 20;
export const GALLERY_MAX = 60;
const READ_ALSO_MAX = 6;

const children = (node: EditorNode): EditorNode[] => node.content ?? [];
const words = (value: unknown, max: number) => (typeof value === 'string' ? value.slice(0, max) : '');
const count = (value: unknown, max: number) =>
  Number.isInteger(value) ? Math.min(max, Math.max(1, value as number)) : 1;
const isDay = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\d$/.test(value) &&
  !Number.isNaN(Date.parse(value)) &&
  new Date(value).toISOString().startsWith(value);

/** The direction of a block, only if it differs from its surroundings. */
function ownDir(node: EditorNode, around: Dir): Dir | undefined {
  const dir = node.attrs?.dir;
  return (dir === 'rtl' || dir === 'ltr') && dir !== around ? dir : undefined;
}
const withDir = (dir: Dir | undefined) => (dir ? { attrs: { dir } } : {});

const PLAIN_MARKS = ['bold', 'italic', 'strike', 'sub', 'sup', 'ltr'] as const;
const isPlainMark = (type: string): type is (typeof PLAIN_MARKS)[number] =>
  (PLAIN_MARKS as readonly string[]).includes(type);

function toMark(mark: NonNullable<EditorNode['marks']>[number]): Mark[] {
  if (isPlainMark(mark.type)) return [{ type: mark.type }];
  const href = mark.attrs?.href;
  return mark.type === 'link' && typeof href === 'string' && isWebAddress(href)
    ? [{ type: 'link', attrs: { href } }]
    : [];
}

function toInline(node: EditorNode): Inline[] {
  if (node.type === 'hardBreak') return [{ type: 'hardBreak' }];
  if (node.type !== 'text' || !node.text) return children(node).flatMap(toInline);
  const marks = (node.marks ?? []).flatMap(toMark);
  return [{ type: 'text', text: node.text, ...(marks.length > 0 && { marks }) }];
}
const inlines = (node: EditorNode) => children(node).flatMap(toInline);

const toParagraph = (node: EditorNode, around: Dir): Paragraph => ({
  type: 'paragraph',
  ...withDir(ownDir(node, around)),
  content: inlines(node),
});

/** The paragraphs in a node, at least one. */
function paragraphs(node: EditorNode, around: Dir): Paragraph[] {
  const found = children(node).map((child) => toParagraph(child, around));
  return found.length > 0 ? found : [{ type: 'paragraph', content: [] }];
}

const isList = (node: EditorNode) => node.type === 'bulletList' || node.type === 'orderedList';

/** The first number of an ordered list; undefined if it is 1. */
function startOf({ type, attrs }: EditorNode): number | undefined {
  const start = attrs?.start;
  return type === 'orderedList' &&
    Number.isInteger(start) &&
    start !== 1 &&
    (start as number) >= 0 &&
    (start as number) <= START_MAX
    ? (start as number)
    : undefined;
}

function toList(node: EditorNode, around: Dir): List {
  const dir = ownDir(node, around);
  const inner = dir ?? around;
  const items = children(node).map((item): Item => {
    const parts = children(item).map((part) =>
      isList(part) ? toList(part, inner) : toParagraph(part, inner),
    );
    return { type: 'listItem', content: parts.length > 0 ? parts : [{ type: 'paragraph', content: [] }] };
  });
  const empty: Item = { type: 'listItem', content: [{ type: 'paragraph', content: [] }] };
  const start = startOf(node);
  const attrs = { ...(dir && { dir }), ...(start !== undefined && { start }) };
  return {
    type: node.type as List['type'],
    ...(Object.keys(attrs).length > 0 && { attrs }),
    content: items.length > 0 ? items : [empty],
  };
}

function toCell(node: EditorNode, around: Dir): Cell {
  const spans = {
    colspan: count(node.attrs?.colspan, COLUMNS_MAX),
    rowspan: count(node.attrs?.rowspan, 100),
  };
  const isPlain = spans.colspan === 1 && spans.rowspan === 1;
  return {
    type: node.type === 'tableHeader' ? 'tableHeader' : 'tableCell',
    ...(!isPlain && { attrs: spans }),
    content: paragraphs(node, around),
  };
}

/** A table with too many rows continues in a second one. One with too many columns becomes paragraphs. */
function toTables(node: EditorNode, around: Dir): Block[] {
  const rows = children(node)
    .map((row) => children(row).map((cell) => toCell(cell, around)))
    .filter((row) => row.length > 0);
  if (rows.some((row) => row.length > COLUMNS_MAX)) return rows.flat().flatMap((cell) => cell.content);
  const tables: Table[] = [];
  for (let start = 0; start < rows.length; start += ROWS_MAX) {
    tables.push({
      type: 'table',
      content: rows.slice(start, start + ROWS_MAX).map((content) => ({ type: 'tableRow', content })),
    });
  }
  return tables;
}

const isMediaId = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= 64;

function toPicture(attrs: Record<string, unknown> | undefined): PictureAttrs[] {
  const mediaId = attrs?.mediaId;
  if (!isMediaId(mediaId)) return [];
  return [
    {
      mediaId,
      caption: words(attrs?.caption, 600),
      credit: words(attrs?.credit, 200),
      alt: words(attrs?.alt, 600),
      decorative: attrs?.decorative === true,
    },
  ];
}

/** Converts one editor node to blocks; returns none if nothing in it can be kept. */
export function toBlocks(node: EditorNode, around: Dir): Block[] {
  const { attrs } = node;
  switch (node.type) {
    case 'heading': {
      const dir = ownDir(node, around);
      return [
        {
          type: 'heading',
          attrs: { level: attrs?.level === 2 ? 2 : 3, ...(dir && { dir }) },
          content: inlines(node),
        },
      ];
    }
    case 'blockquote': {
      const dir = ownDir(node, around);
      return [{ type: 'blockquote', ...withDir(dir), content: paragraphs(node, dir ?? around) }];
    }
    case 'pullQuote':
      return [{ type: 'pullQuote', attrs: { by: words(attrs?.by, 200) }, content: inlines(node) }];
    case 'bulletList':
    case 'orderedList':
      return [toList(node, around)];
    case 'figure':
      return toPicture(attrs).map((picture) => ({ type: 'figure', attrs: picture }));
    case 'gallery': {
      const items = (Array.isArray(attrs?.items) ? attrs.items : []).flatMap(toPicture).slice(0, GALLERY_MAX);
      return items.length > 0
        ? [{ type: 'gallery', attrs: { items, caption: words(attrs?.caption, 600) } }]
        : [];
    }
    case 'embed': {
      const { provider, url, title } = (attrs ?? {}) as Record<string, unknown>;
      if (typeof url !== 'string' || !isWebAddress(url) || !isProvider(provider)) return [];
      // An embed must belong to its provider; an address elsewhere becomes a link.
      const kept = leadsTo(provider, url) ? { provider, url } : parseEmbed(url);
      if (kept) return [{ type: 'embed', attrs: { ...kept, title: words(title, 300) } }];
      return [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: words(title, 300) || url, marks: [{ type: 'link', attrs: { href: url } }] },
          ],
        },
      ];
    }
    case 'table':
      return toTables(node, around);
    case 'codeBlock':
      return [
        {
          type: 'codeBlock',
          content: children(node).flatMap(({ text }) => (text ? [{ type: 'text' as const, text }] : [])),
        },
      ];
    case 'document': {
      const { mediaId } = attrs ?? {};
      return isMediaId(mediaId)
        ? [{ type: 'document', attrs: { mediaId, title: words(attrs?.title, 300) } }]
        : [];
    }
    case 'horizontalRule':
      return [{ type: 'horizontalRule' }];
    case 'readAlso': {
      const numbers = (Array.isArray(attrs?.articles) ? attrs.articles : []).filter(
        (each): each is number => Number.isInteger(each) && each > 0,
      );
      return numbers.length > 0
        ? [{ type: 'readAlso', attrs: { articles: [...new Set(numbers)].slice(0, READ_ALSO_MAX) } }]
        : [];
    }
    case 'correctionBox':
      // A correction needs a date; without one its text becomes paragraphs.
      return isDay(attrs?.date)
        ? [{ type: 'correctionBox', attrs: { date: attrs.date }, content: paragraphs(node, around) }]
        : paragraphs(node, around);
    default:
      return [toParagraph(node, around)];
  }
}

const isBlank = (block: Block | undefined) => block?.type === 'paragraph' && block.content.length === 0;

/**
 * The body of any number of blocks. It is not cut: the schema rejects one that is too long. Empty paragraphs
 * at the end exist only for the caret and are removed.
 */
export function docOf(blocks: Block[]): Doc {
  let end = blocks.length;
  while (end > 0 && isBlank(blocks[end - 1])) end -= 1;
  return docWith(end === 0 ? [{ type: 'paragraph', content: [] }] : blocks.slice(0, end));
}

/** Converts the editor's JSON to a body that `docSchema` accepts, unless it is too long. */
export const toDoc = (editor: EditorNode, direction: Dir): Doc =>
  docOf(children(editor).flatMap((node) => toBlocks(node, direction)));

/** A body as editor content. */
export const toEditor = (doc: Doc): EditorNode => ({ type: 'doc', content: doc.content as EditorNode[] });
