import { describe, expect, test } from 'vitest';
import { newContent, type ArticleContent } from './content.ts';
import { docText } from '#lib/body/doc-text.ts';
import { docFromLines } from '#lib/body/from-lines.ts';
import { mergeDrafts, type DraftText } from './merge-drafts.ts';

const base: DraftText = {
  content: {
    ...newContent({ locale: 'ar', kind: 'article', sectionId: 's', headline: 'عنوان', authorIds: [] }),
    body: docFromLines(['أولى', 'ثانية', 'ثالثة']),
  },
  notes: '',
};
const made = (changes: Partial<ArticleContent>, notes = ''): DraftText => ({
  content: { ...base.content, ...changes },
  notes,
});
const body = (...lines: string[]) => ({ body: docFromLines(lines) });
const lines = ({ content }: DraftText) => docText(content.body).split('\n');

describe('merging fields', () => {
  test('merges a standfirst from a colleague with my new paragraph without a conflict', () => {
    const { mine, theirs, conflicts } = mergeDrafts(
      base,
      made(body('أولى', 'ثانية', 'ثالثة', 'رابعة')),
      made({ standfirst: 'مقدمة الزميلة' }),
    );
    expect(conflicts).toEqual([]);
    expect(mine).toEqual(theirs);
    expect([mine.content.standfirst, lines(mine)]).toEqual([
      'مقدمة الزميلة',
      ['أولى', 'ثانية', 'ثالثة', 'رابعة'],
    ]);
  });

  test('reports a conflict only for fields that both changed, and takes theirs for fields I did not change', () => {
    const { mine, theirs, conflicts } = mergeDrafts(
      base,
      made({ headline: 'عنواني', city: 'طبرق' }),
      made({ headline: 'عنوانها', standfirst: 'مقدمتها' }, 'ملاحظتها'),
    );
    expect(conflicts).toEqual(['headline']);
    expect(mine).toMatchObject({
      content: { headline: 'عنواني', city: 'طبرق', standfirst: 'مقدمتها' },
      notes: 'ملاحظتها',
    });
    expect(theirs).toMatchObject({
      content: { headline: 'عنوانها', city: 'طبرق', standfirst: 'مقدمتها' },
      notes: 'ملاحظتها',
    });
  });

  test('reports no conflict for equal changes, nor for spaces that the server trims', () => {
    expect(mergeDrafts(base, made({ headline: 'واحد ' }), made({ headline: 'واحد' })).conflicts).toEqual([]);
    expect(
      mergeDrafts(base, made({ headline: 'عنوان ' }), made({ headline: 'آخر' })).mine.content.headline,
    ).toBe('آخر');
  });
});

describe('merging paragraphs', () => {
  test.each([
    [
      'two different paragraphs changed',
      ['أولى ١', 'ثانية', 'ثالثة'],
      ['أولى', 'ثانية', 'ثالثة ٣'],
      ['أولى ١', 'ثانية', 'ثالثة ٣'],
    ],
    [
      'one side deletes, the other adds elsewhere',
      ['ثانية', 'ثالثة'],
      ['أولى', 'ثانية', 'ثالثة', 'رابعة'],
      ['ثانية', 'ثالثة', 'رابعة'],
    ],
    [
      'a new first paragraph on one side',
      ['تمهيد', 'أولى', 'ثانية', 'ثالثة'],
      ['أولى', 'ثانية', 'ثالثة'],
      ['تمهيد', 'أولى', 'ثانية', 'ثالثة'],
    ],
    [
      'adjacent paragraphs changed',
      ['أولى', 'ثانية لي', 'ثالثة'],
      ['أولى', 'ثانية', 'ثالثة لها'],
      ['أولى', 'ثانية لي', 'ثالثة لها'],
    ],
    ['the same paragraph deleted on both sides', ['أولى', 'ثالثة'], ['أولى', 'ثالثة'], ['أولى', 'ثالثة']],
  ])('merges without conflict: %s', (_, ours, other, merged) => {
    const result = mergeDrafts(base, made(body(...ours)), made(body(...other)));
    expect(result.conflicts).toEqual([]);
    expect([lines(result.mine), lines(result.theirs)]).toEqual([merged, merged]);
  });

  test('reports a conflict if both changed the same paragraph, and merges the others in both results', () => {
    const { mine, theirs, conflicts } = mergeDrafts(
      base,
      made(body('أولى', 'ثانية لي', 'ثالثة')),
      made(body('أولى', 'ثانية لها', 'ثالثة لها')),
    );
    expect(conflicts).toEqual(['body']);
    expect(lines(theirs)).toEqual(['أولى', 'ثانية لها', 'ثالثة لها']);
    expect(lines(mine)).toEqual(['أولى', 'ثانية لي', 'ثالثة لها']);
  });

  test('reports a conflict if one deleted what the other changed, and loses neither', () => {
    const { mine, theirs, conflicts } = mergeDrafts(
      base,
      made(body('أولى', 'ثالثة')),
      made(body('أولى', 'ثانية لها', 'ثالثة')),
    );
    expect([conflicts, lines(mine), lines(theirs)]).toEqual([
      ['body'],
      ['أولى', 'ثالثة'],
      ['أولى', 'ثانية لها', 'ثالثة'],
    ]);
  });
});
