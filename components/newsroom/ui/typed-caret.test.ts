import { expect, test } from 'vitest';
import { typedCaret } from './typed-caret.ts';

/** The bar marks the caret. */
const caretIn = (text: string) =>
  typedCaret({ value: text.replace('|', ''), selectionEnd: text.indexOf('|') });

test.each([
  ['|', { lettersAfter: 0, spaces: 0, line: 'begins here' }],
  ['كلمة|', { lettersAfter: 0, spaces: 0, line: 'has letters before' }],
  ['كلمة |', { lettersAfter: 0, spaces: 1, line: 'has letters before' }],
  ['كل|مة أخرى', { lettersAfter: 6, spaces: 0, line: 'has letters before' }],
  ['كلمة |أخرى', { lettersAfter: 4, spaces: 1, line: 'has letters before' }],
  ['أول\n|', { lettersAfter: 0, spaces: 0, line: 'is blank' }],
  ['أول\n\n  |\n\nثان', { lettersAfter: 3, spaces: 2, line: 'is blank' }],
  ['أول\n\n|ثان', { lettersAfter: 3, spaces: 0, line: 'begins here' }],
  // Notation signs are not letters in the editor.
  ['أول\n\n## |ثان **ثالث**', { lettersAfter: 7, spaces: 1, line: 'begins here' }],
  ['- |بند', { lettersAfter: 3, spaces: 1, line: 'begins here' }],
  ['كلمة | [رابط](https://example.org)', { lettersAfter: 4, spaces: 1, line: 'has letters before' }],
])('finds the caret in %j', (text, expected) => expect(caretIn(text)).toEqual(expected));
