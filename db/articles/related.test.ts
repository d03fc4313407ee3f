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
  it('share a tag before they share a section, and are the latest when they share nothing', async () => {
    const { number } = await publish({ tags: ['ميناء'] });
    const elsewhere = await publish({ section: 'world', publishedAt: iso(-1) });
    const sameSection = await publish({ publishedAt: iso(-30) });
    const sameTag = await publish({ section: 'world', tags: ['ميناء', 'شحن'], publishedAt: iso(-300) });
    expect(await related(number)).toEqual([sameTag.number, sameSection.number, elsewhere.number]);
  });

  it('share a rare tag before a common one', async () => {
    const { number } = await publish({ tags: ['ليبيا', 'مخطوطات'] });
    for (let n = 0; n < 8; n++) await publish({ tags: ['ليبيا'] });
    const rare = await publish({ tags: ['مخطوطات'], section: 'world', publishedAt: iso(-200) });
    expect((await related(number))[0]).toBe(rare.number);
  });

  it('share two tags before one, and are newer before older', async () => {
    const { number } = await publish({ tags: ['بحر', 'سلاحف'] });
    const both = await publish({ tags: ['بحر', 'سلاحف'], publishedAt: iso(-400) });
    const old = await publish({ tags: ['بحر'], publishedAt: iso(-400) });
    const fresh = await publish({ tags: ['بحر'], publishedAt: iso(-1) });
    expect(await related(number)).toEqual([both.number, fresh.number, old.number]);
  });

  it('are never the article itself, never one twice, never more than asked', async () => {
    const { number } = await publish({ tags: ['بحر', 'ميناء', 'شحن'] });
    for (let n = 0; n < 6; n++) await publish({ tags: ['بحر', 'ميناء'].slice(0, n % 3) });
    for (const limit of [1, 3, 6, 20]) {
      const found = await related(number, limit);
      expect(found).not.toContain(number);
      expect(new Set(found).size).toBe(found.length);
      expect(found).toHaveLength(Math.min(limit, 6));
    }
  });

  it('are never empty as soon as there is a second article, whatever its section', async () => {
    const { number } = await publish();
    expect(await related(number)).toEqual([]);
    const other = await publish({ section: 'world', publishedAt: iso(-2000) });
    expect(await related(number)).toEqual([other.number]);
  });

  it('stay in the edition, and out of what cannot be seen', async () => {
    const { number } = await publish({ tags: ['بحر'] });
    await publish({ tags: ['بحر'], locale: 'en' });
    const tomorrow = await publish({ tags: ['بحر'], publishedAt: iso(1) });
    const draft = await publish({ tags: ['بحر'] });
    await db().update(articles).set({ status: 'draft' }).where(eq(articles.id, draft.id));
    expect(await related(number)).toEqual([]);
    expect(await related(number, 4, after(DAY))).toEqual([tomorrow.number]);
  });

  it('with a rare tag are found however many newer ones share a common tag', async () => {
    const { number } = await publish({ tags: ['ليبيا', 'مخطوطات'] });
    const rare = await publish({ tags: ['مخطوطات'], section: 'world', publishedAt: iso(-500) });
    for (let n = 0; n < 210; n++) await publish({ tags: ['ليبيا'] });
    expect((await related(number))[0]).toBe(rare.number);
  });
});
