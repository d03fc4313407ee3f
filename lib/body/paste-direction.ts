import type { EditorNode } from './from-editor.ts';
import { styleOf } from './paste-style.ts';

export type Direction = 'rtl' | 'ltr';
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const LEFT_TO_RIGHT = /(?![\p{Script=Arabic}\p{Script=Hebrew}])\p{L}/u;

export const isDirection = (value: unknown): value is Direction => value === 'rtl' || value === 'ltr';

/**
 * A pasted block's direction, as attributes: kept when it was said, differs from the article's and fits every word. Programs
 * say one of most paragraphs, and often the wrong one.
 */
export function ownDirection(element: Element | undefined, content: EditorNode[], article: Direction): { attrs?: { dir: Direction } } {
  const said = element?.getAttribute('dir')?.toLowerCase() ?? (element && styleOf(element).direction);
  if (!isDirection(said) || said === article) return {};
  const text = content.map((node) => node.text ?? ' ').join('');
  const fits = said === 'ltr' ? LEFT_TO_RIGHT.test(text) && !RIGHT_TO_LEFT.test(text) : RIGHT_TO_LEFT.test(text) && !LEFT_TO_RIGHT.test(text);
  return fits ? { attrs: { dir: said } } : {};
}
