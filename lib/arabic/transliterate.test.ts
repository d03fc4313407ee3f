import { expect, it } from 'vitest';
import { latinSlug } from './transliterate.ts';

it.each([
  ['محلي', 'mhli'],
  ['اقتصاد', 'aqtsad'],
  ['رياضة', 'ryada'],
  ['سوق', 'suq'],
  ['شؤون عربية', 'shwwn-arbya'],
  ['الثقافة والفنون', 'al-thqafa-walfnun'],
  ['Local News', 'local-news'],
  ['Économie & co', 'economie-co'],
  ['2026 أخبار', 'akhbar'],
  ['سوق 24', 'suq-24'],
  ['كلّ يومٍ', 'kl-ywmin'],
  ['—', ''],
  ['', ''],
  ['日本', ''],
])('latinSlug of «%s» is «%s»', (name, slug) => expect(latinSlug(name, 40)).toBe(slug));

it('latinSlug cuts between two words and always fits into an address', () => {
  expect(latinSlug('صفحة طويلة جدا عن كل ما يجري في المدينة وحولها', 20)).toBe('sfha-twyla-jda-an-kl');
  for (const name of ['ق', 'ء', 'الـمـدينـة', 'علی\u200Cرضا', 'ڨفصة', 'a'.repeat(90)])
    expect(latinSlug(name, 40)).toMatch(/^(?:[a-z][a-z0-9-]{0,39})?$/);
});
