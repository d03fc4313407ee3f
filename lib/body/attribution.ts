import type { Block, Inline } from './doc.ts';

type Quote = Extract<Block, { type: 'blockquote' }>;

/** A quotation in its marks, a dash, and who said it. */
const SAID = /^([«“].*[»”])\s+[—–]\s+([^«»“”]+)$/su;

/**
 * A quote whose only paragraph is plain text in the form `«…» — name` as its words and its speaker; undefined
 * for any other, which is shown as it was written.
 */
export function splitAttribution(quote: Quote): { words: Inline[]; speaker: Inline[] } | undefined {
  const [paragraph, more] = quote.content;
  const [node, rest] = paragraph?.content ?? [];
  if (node?.type !== 'text' || more || rest || node.marks?.length) return undefined;
  const [, words, speaker] = SAID.exec(node.text) ?? [];
  return words && speaker
    ? { words: [{ type: 'text', text: words }], speaker: [{ type: 'text', text: speaker }] }
    : undefined;
}
