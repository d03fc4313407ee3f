import type { EditorNode } from './from-editor.ts';
import { styleOf } from './paste-style.ts';
import { cleanAddress } from './web-address.ts';

export type Mark = NonNullable<EditorNode['marks']>[number];

const isOneOf =
  (...tags: string[]) =>
  (tag: string) =>
    tags.includes(tag);
const isStruck = isOneOf('S', 'STRIKE');
/** Word's footnote marks are superscript by its stylesheet, which is not pasted. */
const NOTE = /\bMso(?:Foot|End)noteReference\b/;

/** The marks of an element's content, including those of its ancestors. */
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
  // Docs declares the weight of every run, so a run that is not bold inside a bold one is intended.
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
