import { expect, it } from 'vitest';
import { indexText } from './index-text.ts';

it('is the stems of all words in order, stop words too', () => {
  expect(indexText('وَزيرُ الخارجيّة، في ليبيا: 3.5 ملايين')).toBe('وزير خارج في ليب 3 5 ملايين');
});
it('is empty for text without words', () => expect(indexText(' — 😀 ـ')).toBe(''));
