import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { commitCounter, getContentVersion } from '#db/paper/content-version.ts';
import { db } from '#db/engine/client.ts';
import { articles, comments } from '#db/tables/tables.ts';
import { addComment, addNewsroom, after, changeArticle, DAY, NOON, publish } from '#db/testing/articles.ts';
import { hasPlan, listWalks, planOf } from '#db/testing/query-plans.ts';
import { watchStatements } from '#db/testing/reader-reads.ts';
import { listRankings, refreshRankings } from './rankings.ts';
import { addReads } from './reads.ts';

type Place = { id: string; number: number };

async function addDiscussed(counts: number[], at = after(-DAY)): Promise<Place[]> {
  const places: Place[] = [];
  for (const count of counts) {
    const { id, number } = await publish();
    for (let n = 0; n < count; n++) await addComment(id, { createdAt: at });
    places.push({ id, number });
  }
  return places;
}

const discussed = async (options: { now?: Date; except?: string; limit?: number } = {}) =>
  (await listRankings('ar', { now: NOON, limit: 5, ...options })).discussed.map(({ number }) => number);
const numbers = (places: Place[]) => places.map(({ number }) => number);

beforeAll(addNewsroom);
beforeEach(async () => {
  await db().delete(comments);
  await db().delete(articles);
});

// First: only statements that are prepared for the first time are seen.
it('a refresh looks articles up by their keys, and walks no archive', async () => {
  const [first] = await addDiscussed([3, 2, 1]);
  const { seen, stop } = watchStatements();
  await addReads([{ number: first!.number, reads: 1 }], NOON);
  await refreshRankings(NOON);
  await discussed();
  stop();
  const own = [...seen].filter((each) => hasPlan(each) && !/(?:hours|days)/.test(each));
  expect(own.flatMap((each) => listWalks(each))).toEqual([]);
  const steps = own.flatMap((each) => planOf(each)).filter((step) => /articles/.test(step));
  expect(new Set(steps.map((step) => /INDEX (\w+)/.exec(step)?.[1]))).toEqual(
    new Set(['articles_number_unique', 'sqlite_autoindex_articles_1', 'articles_visible']),
  );
});

describe('the most discussed articles', () => {
  it('are those with the most public comments', async () => {
    const [one, three, two] = await addDiscussed([1, 3, 2]);
    for (let n = 0; n < 9; n++) await addComment(one!.id, { createdAt: after(-DAY), status: 'pending' });
    await refreshRankings(NOON);
    expect(await discussed()).toEqual(numbers([three!, two!, one!]));
  });

  it('are counted over two days if there are enough, and else over two weeks', async () => {
    const old = await addDiscussed([9, 8, 7], after(-5 * DAY));
    const fresh = await addDiscussed([3, 2]);
    await refreshRankings(NOON);
    expect(await discussed()).toEqual(numbers([...old, ...fresh]));
    const more = await addDiscussed([6, 5, 4, 1]);
    await refreshRankings(NOON);
    expect(await discussed()).toEqual(numbers([...more.slice(0, 3), ...fresh]));
  });

  it('are listed by edition', async () => {
    const arabic = await addDiscussed([3, 2, 1]);
    const english = await addDiscussed([6, 5, 4]);
    for (const { id } of english) await changeArticle(id, { locale: 'en' });
    await refreshRankings(NOON);
    expect(await discussed()).toEqual(numbers(arabic));
    const { discussed: inEnglish } = await listRankings('en', { now: NOON, limit: 5 });
    expect(inEnglish.map(({ number }) => number)).toEqual(numbers(english));
  });

  it('are no list while there are only two', async () => {
    await addDiscussed([5, 4]);
    await refreshRankings(NOON);
    expect(await discussed()).toEqual([]);
  });
});

describe('a list on a page', () => {
  it('fills the place of its own article, of one that was retracted, and of one that was deleted', async () => {
    const all = await addDiscussed([9, 8, 7, 6, 5, 4, 3, 2]);
    await refreshRankings(NOON);
    expect(await discussed({ except: all[1]!.id })).toEqual(
      numbers(all.filter((_, n) => n !== 1)).slice(0, 5),
    );
    await changeArticle(all[0]!.id, { status: 'retracted' });
    await changeArticle(all[2]!.id, { status: 'trash' });
    await db().delete(comments);
    await db().delete(articles).where(eq(articles.id, all[3]!.id));
    expect(await discussed()).toEqual(numbers([all[1]!, ...all.slice(4)]));
  });

  it('shows nothing that is published later', async () => {
    const all = await addDiscussed([4, 3, 2, 1]);
    await refreshRankings(NOON);
    await changeArticle(all[0]!.id, { publishedAt: after(DAY) });
    expect(await discussed()).toEqual(numbers(all.slice(1)));
    expect(await discussed({ now: after(2 * DAY) })).toEqual(numbers(all));
  });
});

describe('a refresh', () => {
  it('commits nothing while the lists stay the same', async () => {
    const [first] = await addDiscussed([20, 10, 5]);
    expect(await refreshRankings(NOON)).toBe(true);
    await addComment(first!.id, { createdAt: after(-DAY) });
    const counter = commitCounter();
    expect(await refreshRankings(NOON)).toBe(false);
    expect(commitCounter()).toBe(counter);
  });

  it('raises the content version when a list changes', async () => {
    await addDiscussed([3, 2, 1]);
    const before = await getContentVersion();
    await refreshRankings(NOON);
    expect(await getContentVersion()).toBeGreaterThan(before);
  });

  it('empties a list whose comments are all too old', async () => {
    await addDiscussed([3, 2, 1]);
    await refreshRankings(NOON);
    expect(await refreshRankings(after(30 * DAY))).toBe(true);
    expect(await discussed()).toEqual([]);
  });

  it('does not put articles in another order for a small lead', async () => {
    const [first, second, third] = await addDiscussed([20, 19, 5]);
    await refreshRankings(NOON);
    for (let n = 0; n < 2; n++) await addComment(second!.id, { createdAt: after(-DAY) });
    await refreshRankings(NOON);
    expect(await discussed()).toEqual(numbers([first!, second!, third!]));
    for (let n = 0; n < 2; n++) await addComment(second!.id, { createdAt: after(-DAY) });
    await refreshRankings(NOON);
    expect(await discussed()).toEqual(numbers([second!, first!, third!]));
  });
});
