import type { Block } from './doc.ts';

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
const LEFT_TO_RIGHT = /(?![\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}])\p{L}/u;

/**
 * The direction of a quotation written in one script; undefined (as the article) when it mixes. Not `dir="auto"`: that
 * looks at the first letter alone, and an Arabic quotation that begins with a Latin name would turn round.
 */
export function quoteDirection(quote: Extract<Block, { type: 'blockquote' }>): 'rtl' | 'ltr' | undefined {
  const text = quote.content.flatMap((paragraph) => paragraph.content.map((node) => (node.type === 'text' ? node.text : ' '))).join('');
  const [isRight, isLeft] = [RIGHT_TO_LEFT.test(text), LEFT_TO_RIGHT.test(text)];
  if (isRight === isLeft) return undefined;
  return isRight ? 'rtl' : 'ltr';
}
