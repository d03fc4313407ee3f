import { expect, it } from 'vitest';
import { indexText } from './index-text.ts';

it('indexText returns the stems of all words in order, with stop words', () => {
  expect(indexText('وَزيرُ الخارجيّة، في ليبيا: 3.5 ملايين')).toBe('وزير خارج في ليب 3 5 ملايين');
});
it('indexText returns an empty string for text without words', () => expect(indexText(' — 😀 ـ')).toBe(''));
