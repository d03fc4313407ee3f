import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '#db/engine/client.ts';
import { listRelated } from './related.ts';
import { articles } from '#db/tables/tables.ts';
import { addNewsroom, after, DAY, getPage, NOON, publish } from '#db/testing/articles.ts';

const related = async (number: number, limit = 4, now = NOON) =>
  (await listRelated(await getPage(number, now), limit, now)).map((card) => card.number);
const iso = (days: number) => after(days * DAY).toISOString();

beforeAll(addNewsroom);
beforeEach(() =>
  db()
    .delete(articles)
    .then(() => undefined),
);

describe('related articles', () => {
  it('are ordered by a shared tag, then a shared section, then the time', async () => {
    const { number } = await publish({ tags: ['ميناء'] });
    const elsewhere = await publish({ section: 'world', publishedAt: iso(-1) });
    const sameSection = await publish({ publishedAt: iso(-30) });
    const sameTag = await publish({ section: 'world', tags: ['ميناء', 'شحن'], publishedAt: iso(-300) });
    expect(await related(number)).toEqual([sameTag.number, sameSection.number, elsewhere.number]);
  });

  it('with a rare shared tag come before those with a common one', async () => {
    const { number } = await publish({ tags: ['ليبيا', 'مخطوطات'] });
    for (let n = 0; n < 8; n++) await publish({ tags: ['ليبيا'] });
    const rare = await publish({ tags: ['مخطوطات'], section: 'world', publishedAt: iso(-200) });
    expect((await related(number))[0]).toBe(rare.number);
  });

  it('with two shared tags come before those with one, then newer before older', async () => {
    const { number } = await publish({ tags: ['بحر', 'سلاحف'] });
    const both = await publish({ tags: ['بحر', 'سلاحف'], publishedAt: iso(-400) });
    const old = await publish({ tags: ['بحر'], publishedAt: iso(-400) });
    const fresh = await publish({ tags: ['بحر'], publishedAt: iso(-1) });
    expect(await related(number)).toEqual([both.number, fresh.number, old.number]);
  });

  it('never include the article itself, duplicates or more than the limit', async () => {
    const { number } = await publish({ tags: ['بحر', 'ميناء', 'شحن'] });
    for (let n = 0; n < 6; n++) await publish({ tags: ['بحر', 'ميناء'].slice(0, n % 3) });
    for (const limit of [1, 3, 6, 20]) {
      const found = await related(number, limit);
      expect(found).not.toContain(number);
      expect(new Set(found).size).toBe(found.length);
      expect(found).toHaveLength(Math.min(limit, 6));
    }
  });

  it('include the only other article, also from another section', async () => {
    const { number } = await publish();
    expect(await related(number)).toEqual([]);
    const other = await publish({ section: 'world', publishedAt: iso(-2000) });
    expect(await related(number)).toEqual([other.number]);
  });

  it('include only visible articles of the same edition', async () => {
    const { number } = await publish({ tags: ['بحر'] });
    await publish({ tags: ['بحر'], locale: 'en' });
    const tomorrow = await publish({ tags: ['بحر'], publishedAt: iso(1) });
    const draft = await publish({ tags: ['بحر'] });
    await db().update(articles).set({ status: 'draft' }).where(eq(articles.id, draft.id));
    expect(await related(number)).toEqual([]);
    expect(await related(number, 4, after(DAY))).toEqual([tomorrow.number]);
  });

  it('with a rare shared tag are found among 210 newer ones with a common tag', async () => {
    const { number } = await publish({ tags: ['ليبيا', 'مخطوطات'] });
    const rare = await publish({ tags: ['مخطوطات'], section: 'world', publishedAt: iso(-500) });
    for (let n = 0; n < 210; n++) await publish({ tags: ['ليبيا'] });
    expect((await related(number))[0]).toBe(rare.number);
  });
});
