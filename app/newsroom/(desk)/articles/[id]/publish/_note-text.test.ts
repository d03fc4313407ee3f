import { expect, test } from 'vitest';
import { noteFault, noteText } from './_note-text.ts';

const typed = (text: string) => {
  const form = new FormData();
  form.set('text', text);
  return noteText(form);
};

test('rejects a text that is too long instead of cutting it', () => {
  const text = typed('خطأ '.repeat(300));
  expect(text.length).toBeGreaterThan(1000);
  expect(noteFault(text, 'textMissing')).toBe('textTooLong');
});

test('counts an Arabic letter with its marks as one character', () => {
  expect(noteFault(typed('مَّ'.repeat(1000)), 'textMissing')).toBeUndefined();
  expect(noteFault(typed('مَّ'.repeat(1001)), 'textMissing')).toBe('textTooLong');
});

test.each(['', '  \n ', '\u200E\u2066'])(
  'treats a text without visible characters as missing: %j',
  (text) => {
    expect(noteFault(typed(text), 'reasonMissing')).toBe('reasonMissing');
  },
);

test('returns an empty text for a form without the field', () => {
  expect(noteText(new FormData())).toBe('');
});
