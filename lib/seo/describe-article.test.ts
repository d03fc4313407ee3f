import { describe, expect, it } from 'vitest';
import { describeArticle } from './describe-article.ts';

const described = { status: 'published', standfirst: '', bodyText: '', corrections: [] };

describe('describeArticle', () => {
  it('returns the standfirst', () => {
    expect(describeArticle({ ...described, standfirst: 'مقدمة', bodyText: 'نص' })).toBe('مقدمة');
  });

  it('returns the whole text if there is no standfirst and the text is short', () => {
    expect(describeArticle({ ...described, bodyText: 'سطر\nوسطر' })).toBe('سطر وسطر');
  });

  it('returns the beginning of a long text, cut between words', () => {
    const text = describeArticle({ ...described, bodyText: 'كلمات '.repeat(100) });
    expect(text).toMatch(/^(?:كلمات )+كلمات…$/);
    expect(text.length).toBeLessThanOrEqual(201);
    expect(describeArticle({ ...described, bodyText: `${'ا'.repeat(200)} ب` })).toBe(`${'ا'.repeat(200)}…`);
  });

  it('returns only the notice of a retracted article', () => {
    const corrections = [
      { kind: 'correction', text: 'السبت لا الأحد.' },
      { kind: 'retraction', text: 'الوثيقة مزورة.' },
    ];
    expect(describeArticle({ status: 'retracted', standfirst: 'مقدمة', bodyText: 'نص', corrections })).toBe(
      'الوثيقة مزورة.',
    );
  });
});
