import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listArticlePage, listArticles } from './cards.ts';
import { getArticle, getArticleAddress, getNeighbours, listCorrections } from './articles.ts';
import { listBreaking } from '#db/front/breaking.ts';
import { listDays, listMonths } from './archive.ts';
import { db } from '#db/engine/client.ts';
import { articles, authors, sections, tags } from '#db/tables/tables.ts';
import { addNewsroom, after, DAY, getPage, MINUTE, NOON, publish } from '#db/testing/articles.ts';

const AR = { locale: 'ar' as const, now: NOON };
const iso = (milliseconds: number) => after(milliseconds).toISOString();
const numbers = (cards: { number: number }[]) => cards.map(({ number }) => number);
const sectionId = async (slug: string) =>
  (await db().select().from(sections).where(eq(sections.slug, slug)))[0]!.id;
const makeDraft = (number: number) =>
  db().update(articles).set({ status: 'draft' }).where(eq(articles.number, number));

beforeAll(addNewsroom);
beforeEach(() =>
  db()
    .delete(articles)
    .then(() => undefined),
);

describe('an article', () => {
  it('includes its section, and its tags, bylines and corrections in order', async () => {
    const correction = (text: string, at: number) => ({
      kind: 'correction' as const,
      text,
      publishedAt: iso(at),
    });
    const { number } = await publish({
      tags: ['ميناء', 'بحر'],
      authors: ['omar', 'salma'],
      corrections: [correction('ثان', -1), correction('أول', -2)],
    });
    const article = await getPage(number);
    expect(article).toMatchObject({
      sectionSlug: 'local',
      section: { nameAr: 'محلي' },
      image: null,
      publishedAt: NOON,
    });
    expect(article.tags.map(({ name }) => name)).toEqual(['ميناء', 'بحر']);
    expect(article.authors.map(({ slug }) => slug)).toEqual(['omar', 'salma']);
    expect(article.corrections.map(({ text }) => text)).toEqual(['أول', 'ثان']);
  });

  it('is visible to every read from the millisecond of its publication time', async () => {
    const at = MINUTE;
    const { number } = await publish({
      publishedAt: iso(at),
      tags: ['موعد'],
      authors: ['salma'],
      breakingUntil: iso(2 * at),
      corrections: [{ kind: 'update', text: 'جديد', publishedAt: iso(at) }],
    });
    const [tag] = await db().select().from(tags).where(eq(tags.slug, 'موعد'));
    const [author] = await db().select().from(authors).where(eq(authors.slug, 'salma'));
    const seen = async (now: Date) => {
      const options = { locale: 'ar' as const, now, limit: 9 };
      return [
        (await getArticle(number, now)) !== undefined,
        (await getArticleAddress(number, now)) !== undefined,
        (await listBreaking('ar', now)).length > 0,
        (await listArticles({}, options)).length === 1,
        (await listArticles({ sectionId: await sectionId('local') }, options)).length === 1,
        (await listArticles({ tagId: tag!.id }, options)).length === 1,
        (await listArticles({ authorId: author!.id }, options)).length === 1,
        (await listArticlePage({}, 1, 9, options)).total === 1,
        (await listCorrections('ar', now, 1, 9)).items.length === 1,
        (await listMonths('ar', now, 'Africa/Tripoli')).length === 1,
      ];
    };
    expect(await seen(after(at - 1))).toEqual(Array(10).fill(false));
    expect(await seen(after(at))).toEqual(Array(10).fill(true));
    await makeDraft(number);
    expect(await seen(after(at))).toEqual(Array(10).fill(false));
  });
});

it('pages corrections newest first, without gaps or duplicates; notes of one moment on an article stay together', async () => {
  const notes = Array.from({ length: 5 }, (_, n) => ({
    kind: 'correction' as const,
    text: `خطأ ${n}`,
    publishedAt: iso(-Math.ceil(n / 2)),
  }));
  await publish({ corrections: notes });
  await publish({ headline: 'In English', locale: 'en', corrections: notes.slice(0, 1) });
  const pages = await Promise.all([1, 2, 3].map((page) => listCorrections('ar', NOON, page, 2)));
  expect(pages.map((page) => [page.pages, page.items.length])).toEqual([
    [2, 3],
    [2, 2],
    [2, 0],
  ]);
  const all = pages.flatMap(({ items }) => items);
  expect(new Set(all.map(({ text }) => text)).size).toBe(5);
  expect(all.map(({ correctedAt }) => correctedAt)).toEqual(
    all.map(({ correctedAt }) => correctedAt).toSorted((a, b) => b.getTime() - a.getTime()),
  );
  expect(await listCorrections('en', after(-DAY), 1, 2)).toEqual({ items: [], pages: 1 });
});

describe('a list', () => {
  it('is sorted newest first, and by number for equal times', async () => {
    const old = await publish({ publishedAt: iso(-DAY) });
    const [first, second] = [await publish(), await publish()];
    expect(numbers(await listArticles({}, { ...AR, limit: 9 }))).toEqual([
      second.number,
      first.number,
      old.number,
    ]);
    expect(numbers(await listArticles({ except: [second.id] }, { ...AR, limit: 1 }))).toEqual([first.number]);
  });

  it('is filtered by section, tag, author, time and edition', async () => {
    const local = await publish({ tags: ['علم'], publishedAt: iso(-DAY) });
    const world = await publish({ section: 'world', authors: ['omar'] });
    const english = await publish({ locale: 'en', tags: ['علم'] });
    const [tag] = await db().select().from(tags).where(eq(tags.slug, 'علم'));
    const [omar] = await db().select().from(authors).where(eq(authors.slug, 'omar'));
    const list = async (filter: Parameters<typeof listArticles>[0]) =>
      numbers(await listArticles(filter, { ...AR, limit: 9 }));
    expect(await list({})).toEqual([world.number, local.number]);
    expect(await list({ sectionId: await sectionId('local') })).toEqual([local.number]);
    expect(await list({ tagId: tag!.id })).toEqual([local.number]);
    expect(await list({ authorId: omar!.id })).toEqual([world.number]);
    expect(await list({ from: after(-DAY), to: NOON })).toEqual([local.number]);
    expect(await list({ from: after(-DAY + 1) })).toEqual([world.number]);
    expect(numbers(await listArticles({ tagId: tag!.id }, { ...AR, locale: 'en', limit: 9 }))).toEqual([
      english.number,
    ]);
  });

  it('is paged without gaps or duplicates, also for equal times', async () => {
    const published = [];
    for (let n = 0; n < 7; n++) published.push((await publish()).number);
    await publish({ locale: 'en' });
    const pages = await Promise.all([1, 2, 3, 4].map((page) => listArticlePage({}, page, 3, AR)));
    expect(pages.map(({ items }) => items.length)).toEqual([3, 3, 1, 0]);
    expect(pages.flatMap(({ items }) => numbers(items))).toEqual(published.toReversed());
    expect(pages[3]).toEqual({ items: [], total: 7, pages: 3 });
  });

  it('without articles has one empty page', async () => {
    expect(await listArticlePage({}, 1, 10, AR)).toEqual({ items: [], total: 0, pages: 1 });
  });
});

describe('neighbours', () => {
  it('are the nearest in time in the same section and edition', async () => {
    const at = (days: number, file: Parameters<typeof publish>[0] = {}) =>
      publish({ publishedAt: iso(days * DAY), ...file });
    const [oldest, middle, newest] = [await at(-3), await at(-2), await at(-1)];
    await at(-2.5, { section: 'world' });
    await at(-1.5, { locale: 'en' });
    await at(1);
    await makeDraft((await at(-2.1)).number);
    const beside = async (number: number) => {
      const { previous, next } = await getNeighbours(await getPage(number), NOON);
      return [previous?.number, next?.number];
    };
    expect(await beside(oldest.number)).toEqual([undefined, middle.number]);
    expect(await beside(middle.number)).toEqual([oldest.number, newest.number]);
    expect(await beside(newest.number)).toEqual([middle.number, undefined]);
  });

  it('lead through every article, also for equal times', async () => {
    for (const days of [-1, 0, 0, 0, 0]) await publish({ publishedAt: iso(days * DAY) });
    const all = numbers(await listArticles({}, { ...AR, limit: 9 }));
    const walk = async (side: 'previous' | 'next', from: number) => {
      const way = [from];
      for (;;) {
        const card = (await getNeighbours(await getPage(way.at(-1)!), NOON))[side];
        if (!card || way.length > 9) return way;
        way.push(card.number);
      }
    };
    expect(await walk('previous', all[0]!)).toEqual(all);
    expect(await walk('next', all.at(-1)!)).toEqual(all.toReversed());
  });
});

describe('the breaking line', () => {
  it('lists breaking articles of its edition until they end, newest first', async () => {
    const older = await publish({ publishedAt: iso(-2), breakingUntil: iso(DAY) });
    const newer = await publish({ publishedAt: iso(-1), breakingUntil: iso(MINUTE) });
    expect((await listBreaking('ar', NOON)).map((card) => card.number)).toEqual([newer.number, older.number]);
    expect((await listBreaking('ar', after(MINUTE))).map((card) => card.number)).toEqual([older.number]);
    expect(await listBreaking('ar', after(DAY))).toEqual([]);
    expect(await listBreaking('en', NOON)).toEqual([]);
  });
});

describe('the months of the archive', () => {
  it("are the months with visible articles in the newsroom's time zone", async () => {
    await publish({ publishedAt: '2026-08-31T22:30:00Z' }); // already September in Tripoli
    await publish({ publishedAt: '2026-11-01T00:00:00Z' });
    await publish({ publishedAt: '2026-06-01T00:00:00Z', locale: 'en' });
    expect(await listMonths('ar', NOON, 'Africa/Tripoli')).toEqual(
      [11, 9].map((month) => ({ year: 2026, month })),
    );
    expect((await listMonths('ar', NOON, 'UTC')).at(-1)).toEqual({ year: 2026, month: 8 });
    await publish({ publishedAt: '2025-12-15T00:00:00Z' });
    expect((await listMonths('ar', NOON, 'UTC')).slice(-2)).toEqual([
      { year: 2026, month: 8 },
      { year: 2025, month: 12 },
    ]);
    await publish({ publishedAt: '2999-01-01T00:00:00Z' });
    expect((await listMonths('ar', NOON, 'UTC'))[0]).toEqual({ year: 2026, month: 11 });
  });

  it('list only the days with visible articles', async () => {
    for (const day of [
      '2026-11-01T23:30:00Z',
      '2026-11-02T12:00:00Z',
      '2026-11-09T12:00:00Z',
      '2026-11-30T12:00:00Z',
      '2026-10-31T12:00:00Z',
    ])
      await publish({ publishedAt: day });
    const asked = { locale: 'ar', now: NOON } as const;
    expect(await listDays({ year: 2026, month: 11 }, { ...asked, timeZone: 'UTC' })).toEqual([1, 2, 9]);
    expect(await listDays({ year: 2026, month: 11 }, { ...asked, timeZone: 'Africa/Tripoli' })).toEqual([
      2, 9,
    ]);
    expect(await listDays({ year: 2026, month: 13 }, { ...asked, timeZone: 'UTC' })).toEqual([]);
  });

  it('are empty without articles', async () => {
    expect(await listMonths('ar', NOON, 'UTC')).toEqual([]);
  });
});
