import { expect, test } from 'vitest';
import { noteFault, noteText } from './_note-text.ts';

const typed = (text: string) => {
  const form = new FormData();
  form.set('text', text);
  return noteText(form);
};

test('a text that is too long is refused whole, not cut', () => {
  const text = typed('خطأ '.repeat(300));
  expect(text.length).toBeGreaterThan(1000);
  expect(noteFault(text, 'textMissing')).toBe('textTooLong');
});

test('letters are counted as a reader counts them', () => {
  expect(noteFault(typed('مَّ'.repeat(1000)), 'textMissing')).toBeUndefined();
  expect(noteFault(typed('مَّ'.repeat(1001)), 'textMissing')).toBe('textTooLong');
});

test.each(['', '  \n ', '\u200E\u2066'])('what shows nothing is missing: %j', (text) => {
  expect(noteFault(typed(text), 'reasonMissing')).toBe('reasonMissing');
});

test('a form without the field has no text', () => {
  expect(noteText(new FormData())).toBe('');
});
