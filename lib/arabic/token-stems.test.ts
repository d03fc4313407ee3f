import { expect, it } from 'vitest';
import { stemWord } from './stem.ts';
import { tokenStems } from './token-stems.ts';
import { tokenWords } from './words.ts';

const asStemmed = (token: string) => tokenWords(token).map(stemWord);

it('tokenStems returns the same stems computed and from the cache', () => {
  for (const token of ['المدرسة', 'مـدرسة', 'schools', "Reuters's", 'ﷺ', 'أ4', 'ك'.repeat(500)]) {
    expect(tokenStems(token), token).toEqual(asStemmed(token));
    expect(tokenStems(token), token).toEqual(asStemmed(token));
  }
});

it('tokenStems stays correct when the cache overflows', () => {
  for (let n = 0; n < 45_000; n++) tokenStems(`كلمة${n}`);
  expect(tokenStems('المدرسة')).toEqual(asStemmed('المدرسة'));
});
