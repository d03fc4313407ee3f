import type { Block, Doc, EmbedProvider, PictureAttrs } from '#lib/body/doc.ts';
import { parseEmbed } from '#lib/body/embed-url.ts';
import { parseNotation, printNotation } from '#lib/body/notation.ts';
import { typedBody } from '#lib/body/read-field.ts';
import { typedAddress } from '#lib/body/web-address.ts';

type Embed = { provider: EmbedProvider; url: string; title: string };
type Parts = {
  /** In notation. `[[n]]` refers to the n-th block of the stored entry. */
  text: string;
  picture?: PictureAttrs | undefined;
  embed?: Embed | undefined;
};

/**
 * An entry's body as form fields: its text, and the picture and the embed at its end. Pictures and embeds in
 * other positions stay in the text.
 */
export function splitEntry({ content }: Doc): Parts & { kept: { number: number; type: Block['type'] }[] } {
  const rest = [...content];
  const embed =
    rest.at(-1)?.type === 'embed' ? (rest.pop() as Extract<Block, { type: 'embed' }>).attrs : undefined;
  const picture =
    rest.at(-1)?.type === 'figure' ? (rest.pop() as Extract<Block, { type: 'figure' }>).attrs : undefined;
  return { ...printNotation(rest), picture, embed };
}

/** The body from the parts of a form; undefined if the text contains an invalid link. */
export function joinEntry({ text, picture, embed }: Parts, stored: Block[] = []): Doc | undefined {
  const doc = parseNotation(text, stored);
  if (!doc) return undefined;
  const blocks: Block[] = [
    ...(picture ? [{ type: 'figure' as const, attrs: picture }] : []),
    ...(embed ? [{ type: 'embed' as const, attrs: embed }] : []),
  ];
  return { ...doc, content: text.trim() || blocks.length === 0 ? [...doc.content, ...blocks] : blocks };
}

/** The plain fields of an entry's body. */
export const ENTRY_FIELDS = [
  'body',
  'mediaId',
  'caption',
  'credit',
  'alt',
  'decorative',
  'embed',
  'embedTitle',
] as const;
export type EntryFields = Record<(typeof ENTRY_FIELDS)[number], string>;

/**
 * The content of the plain fields, for the editor. Text of an incomplete picture or embed becomes part of the
 * body.
 */
export function typedEntry(
  { body, mediaId, caption, credit, alt, decorative, embed, embedTitle }: EntryFields,
  stored: Block[] = [],
): Doc {
  const card = parseEmbed(typedAddress(embed) ?? '');
  const lines = [
    body,
    ...(mediaId ? [] : [caption, credit, alt]),
    ...(card ? [] : [embedTitle, embed]),
  ].filter((line) => line.trim());
  const blocks: Block[] = [
    ...(mediaId
      ? [
          {
            type: 'figure' as const,
            attrs: { mediaId, caption, credit, alt, decorative: decorative === '1' },
          },
        ]
      : []),
    ...(card ? [{ type: 'embed' as const, attrs: { ...card, title: embedTitle } }] : []),
  ];
  const doc = typedBody(lines.join('\n'), stored);
  return { ...doc, content: lines.length > 0 || blocks.length === 0 ? [...doc.content, ...blocks] : blocks };
}
