import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { indexText } from '#lib/arabic/index-text.ts';
import { parseSearchQuery } from '#lib/arabic/search-query.ts';
import type { SearchKind } from './search-index.ts';
import { fts5 } from './search.sqlite.ts';

const ARTICLES = [
  'وزير الخارجية يزور طرابلس اليوم',
  'الحكومة الليبية تعلن ميزانية العام، والوزراء يجتمعون في بنغازي',
  'في طرابلس وزير الداخلية يلتقي السفير، والخارجية تعلّق',
  'ارتفاع سعر الصرف إلى 3.5 دينار مع لقاح كوفيد-19',
  'The minister’s parties and elections in Tripoli',
  'a near b not c or d and e',
  'هيئة الكتاب تكرّم منى',
];

const database = new Database(':memory:');
database.exec(`create virtual table article_search using fts5(
  title, body, tags, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0')`);
ARTICLES.forEach((text, n) =>
  database
    .prepare('insert into article_search (rowid, title, body, tags) values (?, ?, ?, ?)')
    .run(n + 1, '', indexText(text), ''),
);

const find = (query: string, kind: SearchKind = 'all'): number[] => {
  const parsed = parseSearchQuery(query);
  if (!parsed) return [];
  return database
    .prepare('select rowid from article_search where article_search match ? order by rowid')
    .pluck()
    .all(fts5(parsed, kind)) as number[];
};

describe('a search in the index', () => {
  it.each([
    ['وزير الخارجية', [1, 3]],
    ['«وزير الخارجية»', [1]],
    ['"وزير الخارجيّة"', [1]],
    ['“وزير الخارجية”', [1]],
    ['"وزير الخارجية', [1]],
    ['وزير -الداخلية', [1]],
    ['وزير −الداخلية', [1]],
    ['طرابلس -"وزير الداخلية"', [1]],
    ['طرابلس -"وزير الخارجية" -الداخلية', []],
    ['«في طرابلس»', [3]],
    ['في طرابلس', [1, 3]],
    ['في', [2, 3]],
    ['حكومه ليبيا', [2]],
    ['3.5', [4]],
    ['5.3', []],
    ['كوفيد-19', [4]],
    ['19-كوفيد', []],
    ['طرابلس،بنغازي', []],
    ['the election', [5]],
    ['وزير \u200F-الداخلية', [1]],
    ['هيئات', [7]],
    ['هي', []],
    ['منى', [7]],
    ['NEAR', [6]],
    ['not c', [6]],
  ])('for %s finds articles %j', (query, expected) => expect(find(query)).toEqual(expected));

  it('with `any` needs one matching term and still applies excluded terms', () => {
    expect(find('طرابلس بنغازي', 'any')).toEqual([1, 2, 3]);
    expect(find('طرابلس بنغازي -الداخلية', 'any')).toEqual([1, 2]);
    expect(find('طرابلس بنغازي -الداخلية -الحكومة', 'any')).toEqual([1]);
  });

  it.each([
    '"',
    '""',
    '«»',
    '"""',
    "'",
    '* ^ ( ) { } : + , .',
    'NEAR(وزير طرابلس, 2)',
    'title:وزير',
    '-title : وزير',
    '^وزير',
    'وزير*',
    'وزير" OR "طرابلس',
    'وزير AND',
    'OR وزير',
    'NOT وزير',
    '{title body}: وزير',
    'وزير + طرابلس',
    '\u0000',
    'وزير\u0000طرابلس',
    '-"وزير',
    '- -',
    '--وزير',
    '-',
    '"-وزير"',
    '\uD800 وزير',
    'ﷺ',
    '漢字 \u{1F600} \u{16EA0} \u{1C89} ½',
    '\\',
    "'; drop table article_search; --",
    '%00',
    ';',
    'x'.repeat(5000),
    '"'.repeat(500),
    '(-'.repeat(300),
  ])('for %j does not throw', (query) => {
    expect(() => [find(query), find(query, 'any')]).not.toThrow();
  });

  it('treats FTS5 operators in the query as words', () => {
    expect(find('وزير" OR "بنغازي')).toEqual([]);
    expect(find('c NOT e')).toEqual([6]);
    expect(find('title:وزير')).toEqual([]);
  });
});

describe('parseSearchQuery', () => {
  it('quotes every term and counts them', () => {
    const parsed = parseSearchQuery('الوزير «رئيس الحكومة» -بنغازي -مصراتة')!;
    expect(parsed).toMatchObject({ terms: [['وزير'], ['رييس', 'حكوم']], excluded: [['بنغاز'], ['مصرات']] });
    expect(fts5(parsed, 'all')).toBe('("وزير" AND "رييس حكوم") NOT "بنغاز" NOT "مصرات"');
    expect(fts5(parsed, 'any')).toBe('("وزير" OR "رييس حكوم") NOT "بنغاز" NOT "مصرات"');
  });

  it.each(['', '   ', '-وزير', '-"وزير الخارجية" −مصر', '!؟ — 😀', '«»', '- "'])(
    'returns null for %j',
    (query) => expect(parseSearchQuery(query)).toBeNull(),
  );

  it('excludes nothing for a minus inside a word or between spaces', () => {
    expect(parseSearchQuery('كوفيد-19')!.excluded).toEqual([]);
    expect(parseSearchQuery('ليبيا - مصر')).toMatchObject({ terms: [['ليب'], ['مصر']], excluded: [] });
  });

  it('returns the stems of wanted words, without excluded words and small words', () => {
    expect([...parseSearchQuery('من ليبيا «الأمم في مصر» -تونس')!.stems]).toEqual(['ليب', 'امم', 'مصر']);
    expect([...parseSearchQuery('من')!.stems]).toEqual(['من']);
  });

  it('counts a repeated word as one term', () =>
    expect(parseSearchQuery('وزير الوزير والوزير')!.terms.length).toBe(1));

  it('is limited to 12 terms, 8 for `any`, and 200 characters, without a cut word', () => {
    const letters = 'ابتثجحخدذرزسشصض';
    const many = [...letters].map((letter) => `كلمة${letter}`);
    const parsed = parseSearchQuery(`${many.join(' ')} ${many.map((word) => `-س${word}`).join(' ')}`)!;
    expect(parsed.terms).toHaveLength(12);
    expect([fts5(parsed, 'all').split(' AND ').length, fts5(parsed, 'any').split(' OR ').length]).toEqual([
      12, 8,
    ]);
    expect(fts5(parsed, 'any').split(' NOT ').length - 1).toBeLessThanOrEqual(12);
    const filler = `${'زيت '.repeat(49)}`;
    expect([...parseSearchQuery(`${filler}طرابلس الغرب`)!.stems]).toEqual(['زيت']);
    expect([...parseSearchQuery(`${filler}سوق بنغازي`)!.stems]).toEqual(['زيت', 'سوق']);
  });
});
