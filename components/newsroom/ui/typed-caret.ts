import { docText } from '#lib/body/doc-text.ts';
import { typedBody } from '#lib/body/read-field.ts';
import type { TypedCaret } from '#components/editor/put-doc.ts';

const countLetters = (text: string): number => docText(typedBody(text)).replaceAll(/\s/g, '').length;

/**
 * Where the caret of a plain field is, for the editor that takes over its text. Notation signs are not
 * letters there.
 */
export function typedCaret({
  value,
  selectionEnd,
}: Pick<HTMLTextAreaElement, 'value' | 'selectionEnd'>): TypedCaret {
  const [before, after] = [value.slice(0, selectionEnd), value.slice(selectionEnd)];
  const lineBefore = before.slice(before.lastIndexOf('\n') + 1);
  const [lineAfter = ''] = after.split('\n');
  const isBlank = before.includes('\n') && (lineBefore + lineAfter).trim() === '';
  const line = isBlank
    ? 'is blank'
    : countLetters(lineBefore + lineAfter) > countLetters(lineAfter)
      ? 'has letters before'
      : 'begins here';
  return { lettersAfter: countLetters(after), spaces: /\s*$/.exec(lineBefore)![0].length, line };
}
