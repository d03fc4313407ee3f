import { z } from 'zod';
import { cleanRun } from '../arabic/clean-field.ts';
import { line } from '#lib/text/text-field.ts';
import { isTooDeep } from './depth.ts';
import { leadsTo } from './embed-url.ts';
import { START_MAX } from './list-start.ts';

/*
 * An article's body: ProseMirror JSON with a closed set of nodes. Every write is parsed with `docSchema`, so
 * stored bodies can be rendered without another check. A new node type raises `v`. Documents with a lower `v`
 * use a subset of the nodes and stay as they are.
 */
const href = z.url({ protocol: /^https?$/ }).max(2000);
const id = z.string().min(1).max(64);
const words = line;

const mark = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('bold') }),
  z.strictObject({ type: z.literal('italic') }),
  z.strictObject({ type: z.literal('strike') }),
  z.strictObject({ type: z.literal('sub') }),
  z.strictObject({ type: z.literal('sup') }),
  /** A left-to-right run in a right-to-left line: a phone number, a code, a formula. */
  z.strictObject({ type: z.literal('ltr') }),
  z.strictObject({ type: z.literal('link'), attrs: z.strictObject({ href }) }),
]);
const text = z.strictObject({
  type: z.literal('text'),
  text: z.string().transform(cleanRun),
  marks: z.array(mark).optional(),
});
const hardBreak = z.strictObject({ type: z.literal('hardBreak') });
const inline = z.discriminatedUnion('type', [text, hardBreak]);
/** Drops runs that contained only hidden characters. */
const inlines = z
  .array(inline)
  .transform((runs) => runs.filter((run) => run.type !== 'text' || run.text !== ''));

/** Set only if the block's direction differs from its surroundings; otherwise it is inherited. */
const dir = z.enum(['rtl', 'ltr']);
const own = z.strictObject({ dir: dir.optional() }).optional();

const paragraph = z.strictObject({ type: z.literal('paragraph'), attrs: own, content: inlines });
const heading = z.strictObject({
  type: z.literal('heading'),
  attrs: z.strictObject({ level: z.union([z.literal(2), z.literal(3)]), dir: dir.optional() }),
  content: inlines,
});
const blockquote = z.strictObject({
  type: z.literal('blockquote'),
  attrs: own,
  content: z.array(paragraph).min(1),
});
/** A sentence of the article in large type; `by` is the speaker. */
const pullQuote = z.strictObject({
  type: z.literal('pullQuote'),
  attrs: z.strictObject({ by: words(200) }),
  content: inlines,
});

/** The number of a list's first item; 1 if omitted. */
const start = z.number().int().min(0).max(START_MAX);
type ListNode =
  | { type: 'bulletList'; attrs?: { dir?: 'rtl' | 'ltr' | undefined } | undefined; content: ListItemNode[] }
  | {
      type: 'orderedList';
      attrs?: { dir?: 'rtl' | 'ltr' | undefined; start?: number | undefined } | undefined;
      content: ListItemNode[];
    };
type ListItemNode = { type: 'listItem'; content: (z.infer<typeof paragraph> | ListNode)[] };
const items = z.array(z.lazy(() => listItem)).min(1);
const list: z.ZodType<ListNode> = z.union([
  z.strictObject({ type: z.literal('bulletList'), attrs: own, content: items }),
  z.strictObject({
    type: z.literal('orderedList'),
    attrs: z.strictObject({ dir: dir.optional(), start: start.optional() }).optional(),
    content: items,
  }),
]);
const listItem: z.ZodType<ListItemNode> = z.strictObject({
  type: z.literal('listItem'),
  content: z.array(z.union([paragraph, list])).min(1),
});

const pictureAttrs = z.strictObject({
  mediaId: id,
  caption: words(600),
  /** Empty: the credit of the media record applies. */
  credit: words(200),
  alt: words(600),
  decorative: z.boolean(),
});
const figure = z.strictObject({ type: z.literal('figure'), attrs: pictureAttrs });
const gallery = z.strictObject({
  type: z.literal('gallery'),
  attrs: z.strictObject({ items: z.array(pictureAttrs).min(1).max(60), caption: words(600) }),
});

export const EMBED_PROVIDERS = [
  'youtube',
  'x',
  'facebook',
  'instagram',
  'tiktok',
  'telegram',
  'soundcloud',
  'vimeo',
  'map',
] as const;
/**
 * A card that names the provider and links to the content. Before the reader clicks, no request goes to a
 * third party.
 */
const embed = z.strictObject({
  type: z.literal('embed'),
  attrs: z
    .strictObject({ provider: z.enum(EMBED_PROVIDERS), url: href, title: words(300) })
    .refine(({ provider, url }) => leadsTo(provider, url), { path: ['url'], error: 'embedHost' }),
});

const cell = z.strictObject({
  type: z.enum(['tableCell', 'tableHeader']),
  attrs: z
    .strictObject({ colspan: z.number().int().min(1).max(20), rowspan: z.number().int().min(1).max(100) })
    .optional(),
  content: z.array(paragraph).min(1),
});
const row = z.strictObject({ type: z.literal('tableRow'), content: z.array(cell).min(1).max(20) });
const table = z.strictObject({ type: z.literal('table'), content: z.array(row).min(1).max(200) });
const codeBlock = z.strictObject({
  type: z.literal('codeBlock'),
  content: z.array(
    z.strictObject({ type: z.literal('text'), text: z.string().transform(cleanRun).pipe(z.string().min(1)) }),
  ),
});
const horizontalRule = z.strictObject({ type: z.literal('horizontalRule') });
/** Other articles by their public numbers. Articles that readers cannot see are omitted at render. */
const readAlso = z.strictObject({
  type: z.literal('readAlso'),
  attrs: z.strictObject({ articles: z.array(z.number().int().positive()).min(1).max(6) }),
});
/** A dated correction at the place of the mistake. `date` is a day: 2026-11-24. */
const correctionBox = z.strictObject({
  type: z.literal('correctionBox'),
  attrs: z.strictObject({ date: z.iso.date() }),
  content: z.array(paragraph).min(1),
});
/**
 * A file of the library that readers can open or download. An empty `title` means the title of the media
 * record.
 */
const document = z.strictObject({
  type: z.literal('document'),
  attrs: z.strictObject({ mediaId: id, title: words(300) }),
});

const block = z.union([
  paragraph,
  heading,
  blockquote,
  pullQuote,
  list,
  figure,
  gallery,
  embed,
  table,
  codeBlock,
  horizontalRule,
  readAlso,
  correctionBox,
  document,
]);
/** Checks the depth first: parsing a list within 450 lists overflows the stack. */
export const docSchema = z
  .unknown()
  .refine((value) => !isTooDeep(value), { error: 'tooDeep', abort: true })
  .pipe(
    z.strictObject({
      type: z.literal('doc'),
      v: z.union([z.literal(1), z.literal(2), z.literal(3)]),
      content: z.array(block).min(1).max(2000),
    }),
  );

export type Doc = z.infer<typeof docSchema>;
export type Block = z.infer<typeof block>;
export type Inline = z.infer<typeof inline>;
export type PictureAttrs = z.infer<typeof pictureAttrs>;
export type EmbedProvider = (typeof EMBED_PROVIDERS)[number];

/** The body of a new article. */
export const EMPTY_DOC: Doc = { type: 'doc', v: 2, content: [{ type: 'paragraph', content: [] }] };
