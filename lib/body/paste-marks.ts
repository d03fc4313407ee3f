import type { EditorNode } from './from-editor.ts';
import { styleOf } from './paste-style.ts';
import { cleanAddress } from './web-address.ts';

export type Mark = NonNullable<EditorNode['marks']>[number];

const isOneOf =
  (...tags: string[]) =>
  (tag: string) =>
    tags.includes(tag);
const isStruck = isOneOf('S', 'STRIKE');
/** Word's signs of notes are high by its style sheet, which is not pasted. */
const NOTE = /\bMso(?:Foot|End)noteReference\b/;

/** The marks of what stands in an element, with those round it. */
export function marksOf(element: Element, marks: Mark[]): Mark[] {
  const style = styleOf(element);
  const has = (type: string) => marks.some((mark) => mark.type === type);
  const [tag, weight, slant, align] = [
    element.tagName,
    style['font-weight'],
    style['font-style'],
    style['vertical-align'],
  ];
  const isBold = weight ? /^(?:bold|bolder|[6-9]00)$/.test(weight) : tag === 'B' || tag === 'STRONG';
  const isItalic = slant ? slant !== 'normal' : tag === 'I' || tag === 'EM' || tag === 'CITE';
  const isLow = tag === 'SUB' || align === 'sub';
  const isHigh = tag === 'SUP' || align === 'super' || NOTE.test(element.getAttribute('class') ?? '');
  const found = [...marks];
  // Docs says the weight of everything: a run that is not bold inside a bold one is meant.
  if (isBold && !has('bold')) found.push({ type: 'bold' });
  if (isItalic && !has('italic')) found.push({ type: 'italic' });
  if (
    (isStruck(tag) ||
      /\bline-through\b/.test(`${style['text-decoration']} ${style['text-decoration-line']}`)) &&
    !has('strike')
  )
    found.push({ type: 'strike' });
  if (isLow !== isHigh && !has('sub') && !has('sup')) found.push({ type: isLow ? 'sub' : 'sup' });
  const href = tag === 'A' && !has('link') ? cleanAddress(element.getAttribute('href') ?? '') : undefined;
  return href ? [...found, { type: 'link', attrs: { href } }] : found;
}
