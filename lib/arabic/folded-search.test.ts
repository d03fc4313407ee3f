import { describe, expect, it } from 'vitest';
import { fold } from './fold.ts';
import { createFoldedSearch } from './folded-search.ts';

const finds = (words: string, text: string) => createFoldedSearch(words)(text);

describe('createFoldedSearch', () => {
  it.each([
    ['أحمد', 'كتب احمد'],
    ['احمد', 'كتب أَحْمَد'],
    ['مدرسه', 'المدرسة الكبيرة'],
    ['على', 'علي'],
    ['مسؤول', 'المسئول'],
    ['مسئول', 'مسؤول'],
    ['شؤون', 'شئون'],
    ['رؤوس', 'رءوس'],
    ['كتاب', 'كـــتاب'],
    ['2026', 'سنة ٢٠٢٦'],
    ['٢٠٢٦', 'سنة 2026'],
    ['Tripoli', 'في TRIPOLI'],
    ['cafe', 'Café'],
    ['سوق  قديم', 'السوق\nقديم'],
    ['سوق قديم', 'سوق ـ قديم'],
    ['كلب', 'ﻛﻠﺐ'],
    ['كتاب', 'کتاب'],
    ['a.b', 'xa.b'],
    ['[x]', 'a[x]b'],
    ['^-]\\', 'q^-]\\q'],
    ['🙂', 'مرحبا 🙂'],
    ['...', 'ثم…'],
  ])('finds «%s» in «%s»', (words, text) => expect(finds(words, text)).toBe(true));

  it.each([
    ['a.b', 'axb'],
    ['سوق قديم', 'سوققديم'],
    ['زقنطرمب', 'رأيي في الشبكة'],
    ['🙂', 'مرحبا'],
  ])('does not find «%s» in «%s»', (words, text) => expect(finds(words, text)).toBe(false));
});

it('always gives the same result as folding both texts', () => {
  const letters = [...'اأإآٱىيئءؤوةههبكک ـ\n\u064E\u0651\u0654\u200F٣3aAéÉ.…🙂'];
  let seed = 7;
  const pick = (length: number) =>
    Array.from(
      { length },
      () => letters[(seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) % letters.length],
    ).join('');
  for (let n = 0; n < 20_000; n++) {
    const [words, text] = [pick(1 + (n % 4)), pick(12)];
    expect(finds(words, text), JSON.stringify([words, text])).toBe(fold(text).includes(fold(words)));
  }
});
