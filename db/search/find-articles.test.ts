import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '#db/engine/client.ts';
import { searchArticles, type SearchOrder } from '#db/search/find-articles.ts';
import { indexArticle } from '#db/articles/search-index.ts';
import { articles } from '#db/tables/tables.ts';
import { addNewsroom, after, DAY, NOON, publish } from '#db/testing/articles.ts';
import type { Locale } from '#lib/locales.ts';

const iso = (days: number) => after(days * DAY).toISOString();
type Options = { order?: SearchOrder; page?: number; perPage?: number; locale?: Locale; now?: Date };

const search = (query: string, options: Options = {}) =>
  searchArticles(query, { locale: 'ar', now: NOON, order: 'relevance', page: 1, perPage: 10, ...options });
const find = async (query: string, options?: Options) =>
  (await search(query, options))?.items.map((row) => row.number) ?? null;

beforeAll(addNewsroom);
beforeEach(async () => {
  await db().delete(articles);
  await db().run('delete from article_search');
});

describe('a word is found', () => {
  it.each([
    ['without hamza', 'الأسواق', 'الاسواق'],
    ['with a superfluous hamza', 'انتخابات', 'إنتخابات'],
    ['without vowel signs', 'مُعَلِّمَة', 'معلمة'],
    ['with tatweel', 'الكتاب', 'الكتـــاب'],
    ['with ه for ة', 'مدرسة', 'مدرسه'],
    ['without the article', 'الميناء', 'ميناء'],
    ['with Arabic digits', 'عام 2026', '٢٠٢٦'],
    ['in capitals', 'شركة OpenSea', 'opensea'],
  ])('%s', async (_name, headline, query) => {
    const { number } = await publish({ headline });
    await publish({ headline: 'طقس معتدل' });
    expect(await find(query)).toEqual([number]);
  });

  it('in headline, standfirst, body and tags', async () => {
    const published = [
      await publish({ headline: 'مرجان في العمق' }),
      await publish({ standfirst: 'عن مرجان البحر' }),
      await publish({ body: ['يعيش مرجان هنا.'] }),
      await publish({ tags: ['مرجان'] }),
    ];
    expect((await find('مرجان'))!.sort()).toEqual(published.map(({ number }) => number));
  });
});

describe('a query of several words', () => {
  it('can contain a phrase and excluded words', async () => {
    const port = await publish({ headline: 'ميناء الصيد الجديد' });
    const other = await publish({ headline: 'الصيد في ميناء بعيد' });
    expect(await find('"ميناء الصيد"')).toEqual([port.number]);
    expect(await find('ميناء -بعيد')).toEqual([port.number]);
    expect((await find('ميناء صيد'))!.sort()).toEqual([port.number, other.number]);
  });
});

describe('the order', () => {
  it('puts a hit in the headline before one in the text', async () => {
    const text = await publish({ headline: 'أخبار اليوم', body: ['تحدث الوزير عن الجفاف في الجنوب.'] });
    const headline = await publish({ headline: 'الجفاف في الجنوب', body: ['تحدث الوزير عن الماء.'] });
    for (let n = 0; n < 5; n++) await publish({ headline: 'شأن آخر' });
    expect(await find('الجفاف')).toEqual([headline.number, text.number]);
  });

  it('puts articles with all words before articles with some of them', async () => {
    const one = await publish({ headline: 'ميناء ميناء ميناء' });
    const both = await publish({
      headline: 'شأن',
      body: ['خط جديد من ميناء بعيد، وبعد كلام طويل جدًا عن أمور أخرى كثيرة وصلت عبارة أخيرًا.'],
      publishedAt: iso(-900),
    });
    expect(await find('ميناء عبارة')).toEqual([both.number, one.number]);
  });

  it('puts the newer of two equal hits first, and uses only the time for `newest`', async () => {
    const old = await publish({ headline: 'زيتون', publishedAt: iso(-700) });
    const fresh = await publish({ headline: 'زيتون', publishedAt: iso(-1) });
    const weak = await publish({
      headline: 'شأن',
      body: ['كلام طويل عن أمور كثيرة، ثم ذكر زيتون مرة واحدة في آخره.'],
    });
    expect((await find('زيتون'))!.indexOf(fresh.number)).toBeLessThan(
      (await find('زيتون'))!.indexOf(old.number),
    );
    expect(await find('زيتون', { order: 'newest' })).toEqual([weak.number, fresh.number, old.number]);
  });

  it('is the same across pages, without duplicates', async () => {
    for (let n = 0; n < 5; n++) await publish({ headline: 'قمح', publishedAt: iso(-n * 30) });
    const pages = await Promise.all([1, 2, 3, 4].map((page) => search('قمح', { page, perPage: 2 })));
    expect(pages.map((page) => [page!.total, page!.pages, page!.items.length])).toEqual([
      [5, 3, 2],
      [5, 3, 2],
      [5, 3, 1],
      [5, 3, 0],
    ]);
    expect(new Set(pages.flatMap((page) => page!.items.map((row) => row.number))).size).toBe(5);
  });
});

describe('the limit of 200 hits', () => {
  it('keeps the newest hits for `newest`, also weak ones, and sets isMore', async () => {
    const weak = [];
    for (let n = 0; n < 203; n++) await publish({ headline: 'شعير', publishedAt: iso(-30 - n) });
    for (let n = 0; n < 3; n++)
      weak.push(
        await publish({
          body: ['كلام طويل عن أمور كثيرة، ثم ذكر شعير مرة واحدة في آخره.'],
          publishedAt: iso(-n),
        }),
      );
    const pages = await Promise.all(
      Array.from({ length: 20 }, (_, n) => search('شعير', { order: 'newest', page: n + 1 })),
    );
    expect(pages[0]).toMatchObject({ total: 200, isMore: true, pages: 20 });
    const listed = pages.flatMap((page) => page!.items);
    expect(listed.slice(0, 3).map(({ number }) => number)).toEqual(weak.map(({ number }) => number));
    expect(listed.map(({ publishedAt }) => publishedAt.toISOString())).toEqual(
      [0, 1, 2, ...Array.from({ length: 197 }, (_, n) => 30 + n)].map((days) => iso(-days)),
    );
    expect(await search('شعير', { perPage: 200, page: 2 })).toMatchObject({
      total: 200,
      isMore: true,
      items: [],
    });
  });

  it('does not set isMore if all hits are listed', async () => {
    await publish({ headline: 'شعير' });
    expect(await search('شعير')).toMatchObject({ total: 1, isMore: false });
  });
});

describe('the search cache', () => {
  it('returns the same hits for the same query until something visible to readers changes', async () => {
    const first = await publish({ headline: 'سدر' });
    expect(await find('سدر')).toEqual([first.number]);
    // Changes the index directly, without a new content version: only an uncached search sees it.
    await db().run('delete from article_search');
    expect(await find(' السدر ')).toEqual([first.number]);
    expect(await find('سدر', { order: 'newest' })).toEqual([]);
    const second = await publish({ headline: 'سدر' });
    expect(await find('سدر')).toEqual([second.number]);
    await db().update(articles).set({ status: 'retracted' }).where(eq(articles.id, second.id));
    expect(await find('سدر')).toEqual([]);
  });
});

describe('an article that readers cannot see', () => {
  it('is not found: scheduled, draft, other edition, deleted', async () => {
    const tomorrow = await publish({ headline: 'سر', publishedAt: iso(1) });
    const draft = await publish({ headline: 'سر' });
    await db().update(articles).set({ status: 'draft' }).where(eq(articles.id, draft.id));
    const english = await publish({ headline: 'سر', locale: 'en' });
    const removed = await publish({ headline: 'سر' });
    await db().delete(articles).where(eq(articles.id, removed.id));
    expect(await search('سر')).toMatchObject({ items: [], total: 0, pages: 1 });
    expect(await find('سر', { now: after(DAY) })).toEqual([tomorrow.number]);
    expect(await find('سر', { locale: 'en' })).toEqual([english.number]);
  });

  it('does not count towards the limit: 201 hits in the other edition hide no hit in this one', async () => {
    const { number } = await publish({
      headline: 'شأن آخر',
      body: ['ذكر مرجان هنا مرة بعد كلام طويل عن أمور كثيرة.'],
    });
    for (let n = 0; n < 201; n++) await publish({ headline: 'مرجان', locale: 'en' });
    expect(await find('مرجان')).toEqual([number]);
    expect(await search('مرجان', { locale: 'en' })).toMatchObject({ total: 200 });
  });

  it('is not found by words that a change removed', async () => {
    const { number } = await publish({ headline: 'قديم' });
    await db().transaction((tx) => indexArticle(tx, { number, headline: 'جديد', text: '', tags: [] }));
    expect([await find('قديم'), await find('جديد')]).toEqual([[], [number]]);
  });
});

describe('an unusual query', () => {
  it.each(['', '   ', '؟!', '""', '***', '\u200f', '()'])('%j without a word returns null', async (query) => {
    expect(await search(query)).toBeNull();
  });

  it.each([
    'ميناء"',
    '"ميناء',
    'ميناء*',
    'ميناء AND',
    'OR ميناء',
    'NOT ميناء',
    'NEAR(ميناء بحر, 5)',
    'title:ميناء',
    '{title body}: ميناء',
    '^ميناء',
    'ميناء + بحر',
    '-ميناء',
    'ميناء\u0000بحر',
    "ميناء'); drop table articles; --",
    'ميناء\ud800',
    `${'ميناء '.repeat(5000)}`,
    `ميناء ${'ا'.repeat(50_000)}`,
    'ميناء " OR rowid:*',
  ])('%.30j throws no error and changes no data', async (query) => {
    const { number } = await publish({ headline: 'ميناء' });
    await publish({ headline: 'شأن آخر' });
    expect([null, [], [number]]).toContainEqual(await find(query));
    expect(await find('ميناء')).toEqual([number]);
  });

  it.each(['ميناء"', 'ميناء*', '"ميناء', '^ميناء', '(ميناء'])('%s finds its word', async (query) => {
    const { number } = await publish({ headline: 'ميناء' });
    expect(await find(query)).toEqual([number]);
  });

  it('with a word that is in no article finds nothing', async () => {
    await publish();
    expect(await search('زمرد')).toMatchObject({ items: [], total: 0, pages: 1 });
  });
});
