import { z } from 'zod';

/*
 * An article's body: ProseMirror JSON with a closed set of nodes. Every write is parsed with `docSchema`, so what is
 * stored can be rendered without looking at it again. A new node type raises `v` and brings an upgrade step.
 */
const href = z.url({ protocol: /^https?$/ }).max(2000);
const mark = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('bold') }),
  z.strictObject({ type: z.literal('link'), attrs: z.strictObject({ href }) }),
]);
const inline = z.strictObject({ type: z.literal('text'), text: z.string().min(1), marks: z.array(mark).optional() });
const inlines = z.array(inline);
const paragraph = z.strictObject({ type: z.literal('paragraph'), content: inlines });
const heading = z.strictObject({
  type: z.literal('heading'),
  attrs: z.strictObject({ level: z.union([z.literal(2), z.literal(3)]) }),
  content: inlines,
});
const blockquote = z.strictObject({ type: z.literal('blockquote'), content: z.array(paragraph).min(1) });
const listItem = z.strictObject({ type: z.literal('listItem'), content: z.array(paragraph).min(1) });
const list = z.strictObject({ type: z.enum(['bulletList', 'orderedList']), content: z.array(listItem).min(1) });

const block = z.discriminatedUnion('type', [paragraph, heading, blockquote, list]);
export const docSchema = z.strictObject({ type: z.literal('doc'), v: z.literal(1), content: z.array(block).min(1) });

export type Doc = z.infer<typeof docSchema>;
export type Block = z.infer<typeof block>;
export type Inline = z.infer<typeof inline>;

const inlineText = (nodes: Inline[]) => nodes.map((node) => node.text).join('');

function blockText(node: Block): string {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return inlineText(node.content);
    case 'blockquote':
      return node.content.map(blockText).join('\n');
    case 'bulletList':
    case 'orderedList':
      return node.content.flatMap((item) => item.content.map(blockText)).join('\n');
  }
}

/** The words of a body as plain text, one block a line: for search, snippets and counting. */
export const docText = (doc: Doc): string => doc.content.map(blockText).join('\n');
