import { describe, expect, it } from 'vitest';
import { describeArticle } from './describe-article.ts';

describe('what an article says of itself', () => {
  it('is its standfirst', () => {
    expect(describeArticle({ standfirst: 'مقدمة', bodyText: 'نص' })).toBe('مقدمة');
  });

  it('else is its whole text when that is short', () => {
    expect(describeArticle({ standfirst: '', bodyText: 'سطر\nوسطر' })).toBe('سطر وسطر');
  });

  it('else is its beginning, never half a word', () => {
    const text = describeArticle({ standfirst: '', bodyText: 'كلمات '.repeat(100) });
    expect(text).toMatch(/^(?:كلمات )+كلمات…$/);
    expect(text.length).toBeLessThanOrEqual(201);
    expect(describeArticle({ standfirst: '', bodyText: `${'ا'.repeat(200)} ب` })).toBe(`${'ا'.repeat(200)}…`);
  });
});
