import type { Block, Inline } from './doc.ts';

type Quote = Extract<Block, { type: 'blockquote' }>;

/** A quotation in quotation marks, a dash, and the name of the speaker. */
const SAID = /^([«“].*[»”])\s+[—–]\s+([^«»“”]+)$/su;

/**
 * Splits a quote of the form `«…» — name` into words and speaker. Undefined if it is anything but one
 * paragraph of plain text in that form; then it is shown as written.
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
