import { expect, test } from 'vitest';
import { diffText, likeness, type Piece } from './text-diff.ts';
import { costOf } from '#lib/testing/cost.ts';

/** Marks pieces as [-removed-] and {+added+}. */
const marked = (pieces: Piece[]) =>
  pieces
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `{+${text}+}` : `[-${text}-]`))
    .join('');
const diff = (before: string, after: string) => marked(diffText(before, after));

test('marks whole words, never a letter inside one', () => {
  expect(diff('وصلت المياه إلى حي النخيل', 'وصلت المياه إلى حي الزيتون')).toBe(
    'وصلت المياه إلى حي [-النخيل-]{+الزيتون+}',
  );
  expect(diff('كتبَ الطالبُ الدرس', 'كُتِبَ الطالبُ الدرس')).toBe('[-كتبَ-]{+كُتِبَ+} الطالبُ الدرس');
});

test('treats a punctuation mark at the end of a word as a separate change', () => {
  expect(diff('قال الوزير', 'قال الوزير.')).toBe('قال الوزير{+.+}');
  expect(diff('في 2025، زادت', 'في 2026، زادت')).toBe('في [-2025-]{+2026+}، زادت');
});

test('joins neighbouring changes to one phrase', () => {
  expect(diff('افتتح الوزير أمس المعرض', 'افتتح رئيس البلدية المعرض')).toBe(
    'افتتح [-الوزير أمس-]{+رئيس البلدية+} المعرض',
  );
});

test('handles empty and equal texts', () => {
  expect([diff('', 'نص'), diff('نص', ''), diff('نص', 'نص'), diff('', '')]).toEqual([
    '{+نص+}',
    '[-نص-]',
    'نص',
    '',
  ]);
});

test('contains both texts completely after any change', () => {
  const words =
    'قرر المجلس البلدي، صباح اليوم، صرف 3.5 مليون دينار لترميم UNESCO السوق القديم «درب السقاية» خلال عام واحد.'.split(
      ' ',
    );
  for (let seed = 1; seed < 60; seed++) {
    const after = words
      .flatMap((word, n) =>
        (n * seed) % 5 === 0
          ? []
          : (n * seed) % 7 === 0
            ? [word, 'كلمة']
            : (n * seed) % 11 === 0
              ? ['غيرها']
              : [word],
      )
      .join(' ');
    const before = words.join(' ');
    const pieces = diffText(before, after);
    expect(
      pieces
        .filter(({ kind }) => kind !== 'added')
        .map(({ text }) => text)
        .join(''),
    ).toBe(before);
    expect(
      pieces
        .filter(({ kind }) => kind !== 'removed')
        .map(({ text }) => text)
        .join(''),
    ).toBe(after);
  }
});

test('takes little time on two long texts without anything in common', () => {
  const text = (seed: number) => Array.from({ length: 6000 }, (_, n) => `كلمة${(n * seed) % 9973}`).join(' ');
  expect(costOf(() => expect(diffText(text(7), text(13)).length).toBeGreaterThan(1))).toBeLessThan(1500);
  expect(likeness('مدينة بعيدة', 'قرية صغيرة')).toBeLessThan(0.3);
  expect(likeness('مدينة بعيدة جدًا', 'مدينة بعيدة')).toBeGreaterThan(0.5);
});
