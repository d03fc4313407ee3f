import { describe, expect, it } from 'vitest';
import { describeArticle } from './describe-article.ts';

const described = { status: 'published', standfirst: '', bodyText: '', corrections: [] };

describe('what an article says of itself', () => {
  it('is its standfirst', () => {
    expect(describeArticle({ ...described, standfirst: 'مقدمة', bodyText: 'نص' })).toBe('مقدمة');
  });

  it('else is its whole text when that is short', () => {
    expect(describeArticle({ ...described, bodyText: 'سطر\nوسطر' })).toBe('سطر وسطر');
  });

  it('else is its beginning, never half a word', () => {
    const text = describeArticle({ ...described, bodyText: 'كلمات '.repeat(100) });
    expect(text).toMatch(/^(?:كلمات )+كلمات…$/);
    expect(text.length).toBeLessThanOrEqual(201);
    expect(describeArticle({ ...described, bodyText: `${'ا'.repeat(200)} ب` })).toBe(`${'ا'.repeat(200)}…`);
  });

  it('is the notice alone once it was retracted', () => {
    const corrections = [
      { kind: 'correction', text: 'السبت لا الأحد.' },
      { kind: 'retraction', text: 'الوثيقة مزورة.' },
    ];
    expect(describeArticle({ status: 'retracted', standfirst: 'مقدمة', bodyText: 'نص', corrections })).toBe(
      'الوثيقة مزورة.',
    );
  });
});
