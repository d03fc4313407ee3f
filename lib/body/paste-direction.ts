import type { EditorNode } from './from-editor.ts';
import { styleOf } from './paste-style.ts';

export type Direction = 'rtl' | 'ltr';
export type OwnDirection = { attrs?: { dir: Direction } };
const RIGHT_TO_LEFT = /(?=\p{L})[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/gu;
const LEFT_TO_RIGHT = /(?![\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}])\p{L}/gu;
/** Fewer words in another script are a name, which does not change the direction. */
const SENTENCE = 3;

export const isDirection = (value: unknown): value is Direction => value === 'rtl' || value === 'ltr';

/** The direction that an element itself declares. */
export function saidDirection(element: Element): string | undefined {
  const said = element.getAttribute('dir')?.toLowerCase() ?? styleOf(element).direction;
  return isDirection(said) ? said : undefined;
}

/**
 * A pasted block's direction as attributes, if it differs from the article's. Programs declare a direction
 * for most paragraphs, often the wrong one: a declared direction counts if most letters have it. Without one,
 * only a sentence entirely in letters of the other direction has it.
 */
export function ownDirection(
  said: string | undefined,
  content: EditorNode[],
  article: Direction,
): OwnDirection {
  if (said === article) return {};
  const text = content.map((node) => node.text ?? ' ').join('');
  const [right, left] = [text.match(RIGHT_TO_LEFT)?.length ?? 0, text.match(LEFT_TO_RIGHT)?.length ?? 0];
  const other = article === 'rtl' ? 'ltr' : 'rtl';
  const [its, articles] = other === 'ltr' ? [left, right] : [right, left];
  const isSentence =
    articles === 0 && text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length >= SENTENCE;
  const isTurned = said === other ? its > articles || right + left === 0 : isSentence;
  return isTurned ? { attrs: { dir: other } } : {};
}
