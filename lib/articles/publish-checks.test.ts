import { describe, expect, it } from 'vitest';
import { articleContentSchema, newContent, type ArticleContent } from './content.ts';
import type { Block, PictureAttrs } from '#lib/body/doc.ts';
import { docFromLines } from '#lib/body/from-lines.ts';
import { findPublishFaults, HEADLINE_GUIDE, stopsPublishing } from './publish-checks.ts';

const assets = {
  sectionIds: new Set(['local']),
  authorIds: new Set(['salma']),
  hasEntries: false,
  media: new Map([
    ['whole', { alt: 'ميناء', credit: 'مداد' }],
    ['bare', { alt: '', credit: '' }],
  ]),
  visibleNumbers: new Set([1001]),
  siteUrl: 'https://midad.example',
  now: new Date('2026-11-24T12:00:00Z'),
};

const content = (changes: Partial<ArticleContent> = {}): ArticleContent =>
  articleContentSchema.parse({
    ...newContent({
      locale: 'ar',
      kind: 'article',
      sectionId: 'local',
      headline: 'خبر',
      authorIds: ['salma'],
    }),
    standfirst: 'مقدمة',
    tags: ['نقل'],
    body: docFromLines(['نص']),
    ...changes,
  });
const keys = (changes: Partial<ArticleContent>) =>
  findPublishFaults(content(changes), assets).map(({ key, level, at }) =>
    [key, level, at].filter(Boolean).join(' '),
  );
const withBlocks = (...blocks: Block[]) => ({
  body: { type: 'doc' as const, v: 2 as const, content: [...docFromLines(['نص']).content, ...blocks] },
});
const picture = (changes: Partial<PictureAttrs>): PictureAttrs => ({
  mediaId: 'whole',
  caption: '',
  credit: '',
  alt: '',
  decorative: false,
  ...changes,
});
const lead = (changes: Partial<ArticleContent['lead']>) => ({
  lead: { mediaId: 'whole', caption: '', credit: '', alt: '', decorative: false, ...changes },
});

describe('findPublishFaults', () => {
  it('finds nothing in a complete article', () => {
    expect(keys({})).toEqual([]);
    expect(keys(lead({}))).toEqual([]);
  });

  it.each<[string, Partial<ArticleContent>, string[]]>([
    ['a missing section', { sectionId: '' }, ['section stop']],
    ['no headline', { headline: ' ' }, ['headline stop']],
    [
      'no text',
      { body: { type: 'doc', v: 2, content: [{ type: 'paragraph', content: [] }] } },
      ['body stop'],
    ],
    ['no tag', { tags: [] }, ['tags warn']],
    ['a long headline', { headline: 'ع'.repeat(HEADLINE_GUIDE + 1) }, ['headlineLong warn']],
    ['no standfirst', { standfirst: '' }, ['standfirst warn']],
    ['a missing byline', { authorIds: [] }, ['byline warn']],
    ['a deleted author in the byline', { authorIds: ['salma', 'gone'] }, ['bylineGone warn']],
    ['a byline whose only author was deleted', { authorIds: ['gone'] }, ['byline warn', 'bylineGone warn']],
    [
      'a picture without description and credit',
      lead({ mediaId: 'bare' }),
      ['alt stop lead', 'credit stop lead'],
    ],
    ['a deleted lead picture', lead({ mediaId: 'lost' }), ['pictureMissing stop lead']],
    ['a deleted picture for link previews', { socialMediaId: 'lost' }, ['pictureMissing stop']],
    ['a breaking line that has ended', { breakingUntil: '2026-11-24T11:00:00Z' }, ['breakingPast warn']],
    [
      'a closing time of comments in the past',
      { commentsCloseAt: '2026-11-24T11:00:00Z' },
      ['commentsPast warn'],
    ],
  ])('reports %s', (_name, changes, expected) => {
    expect(keys(changes)).toEqual(expected);
  });

  it('accepts alt text and credit that the article gives its lead picture', () => {
    expect(keys(lead({ mediaId: 'bare', credit: 'مداد', alt: 'رصيف' }))).toEqual([]);
    expect(keys(lead({ mediaId: 'bare', credit: 'مداد', decorative: true }))).toEqual([]);
    expect(keys(lead({ mediaId: 'bare', credit: ' ', decorative: true }))).toEqual(['credit stop lead']);
  });

  it('checks each picture in the text and accepts alt text and credit given there', () => {
    const bare = picture({ mediaId: 'bare' });
    expect(keys(withBlocks({ type: 'figure', attrs: bare }))).toEqual([
      'alt stop body.1',
      'credit stop body.1',
    ]);
    expect(keys(withBlocks({ type: 'figure', attrs: { ...bare, alt: 'رصيف', credit: 'مداد' } }))).toEqual([]);
    expect(
      keys(withBlocks({ type: 'figure', attrs: { ...bare, decorative: true, credit: 'مداد' } })),
    ).toEqual([]);
    const gallery: Block = {
      type: 'gallery',
      attrs: { caption: '', items: [picture({}), picture({ mediaId: 'bare', credit: 'مداد' })] },
    };
    expect(keys(withBlocks(gallery))).toEqual(['alt stop body.1.1']);
  });

  it('reports links to pages that readers cannot open', () => {
    const link = (href: string) =>
      withBlocks({
        type: 'paragraph',
        content: [{ type: 'text', text: 'هنا', marks: [{ type: 'link', attrs: { href } }] }],
      });
    for (const href of [
      'https://midad.example/newsroom/articles',
      'https://midad.example/en/preview/x',
      'http://localhost:3000/x',
      'http://192.168.1.4/',
    ]) {
      expect(keys(link(href))).toEqual(['privateLink warn body.1']);
    }
    expect(keys(link('https://midad.example/local/1001/x'))).toEqual([]);
    expect(keys(withBlocks({ type: 'readAlso', attrs: { articles: [1001, 1002] } }))).toEqual([
      'hiddenArticle warn body.1',
    ]);
  });

  it('accepts live coverage without text, and an article that is only a picture', () => {
    const empty = {
      body: { type: 'doc' as const, v: 2 as const, content: [{ type: 'paragraph' as const, content: [] }] },
    };
    expect(keys({ kind: 'live', ...empty })).toEqual([]);
    expect(keys({ body: { type: 'doc', v: 2, content: [{ type: 'figure', attrs: picture({}) }] } })).toEqual(
      [],
    );
  });

  it('reports entries that a change of kind would hide', () => {
    const faults = (kind: ArticleContent['kind']) =>
      findPublishFaults(content({ kind }), { ...assets, hasEntries: true });
    expect(faults('article')).toEqual([{ key: 'entriesHidden', level: 'warn' }]);
    expect(faults('live')).toEqual([]);
  });

  it('has only faults of level stop prevent publishing', () => {
    expect(stopsPublishing(findPublishFaults(content({ standfirst: '' }), assets))).toBe(false);
    expect(stopsPublishing(findPublishFaults(content({ tags: [] }), assets))).toBe(false);
    expect(stopsPublishing(findPublishFaults(content({ headline: ' ' }), assets))).toBe(true);
  });
});
