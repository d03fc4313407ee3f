import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '#db/engine/client.ts';
import { indexText } from '#lib/arabic/index-text.ts';
import { searchArticles, type SearchOrder } from './find-articles.ts';
import { addNewsroom, NOON, publish } from '#db/testing/articles.ts';
import { addManyArticles } from '#db/testing/many-articles.ts';

/** More than the index reads of a word before it counts as common (db/engine/search.sqlite.ts). */
const MANY = 10_500;
const number = {} as Record<'old' | 'tagged' | 'titled', number>;

async function findAll(query: string, order: SearchOrder = 'relevance', locale: 'ar' | 'en' = 'ar') {
  const found = await searchArticles(query, { locale, now: NOON, order, page: 1, perPage: 200 });
  return { numbers: found!.items.map((item) => item.number), total: found!.total, isMore: found!.isMore };
}

beforeAll(async () => {
  await addNewsroom();
  const old = await publish({ headline: 'زلزال', body: ['تحدثت ليبيا عنه.'] });
  const { id } = await publish({ headline: 'خبر', body: ['من ليبيا.'] });
  await addManyArticles(id, MANY);
  const [title, body] = [indexText('خبر'), indexText('من ليبيا')];
  await db().run(sql`insert into article_search (rowid, title, body, tags)
    select number, ${title}, ${body}, '' from articles where number not in (select rowid from article_search)`);
  // Among the last numbers, so that they are in the window of the newest.
  const tagged = await publish({ headline: 'شأن', body: ['عن أمر.'], tags: ['ليبيا'] });
  const titled = await publish({ headline: 'ليبيا اليوم', body: ['عن أمر.'] });
  for (let n = 0; n < 3; n++) await publish({ headline: 'خبر', body: ['من ليبيا.'] });
  Object.assign(number, { old: old.number, tagged: tagged.number, titled: titled.number });
});

describe('a word that most articles contain', () => {
  it('finds the newest first by time, and says that there are more', async () => {
    const { numbers, total, isMore } = await findAll('ليبيا', 'newest');
    expect({ total, isMore }).toEqual({ total: 200, isMore: true });
    expect(numbers).toHaveLength(200);
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
  });

  it('ranks an article that has it in its title first, then in its tags', async () => {
    expect((await findAll('ليبيا')).numbers.slice(0, 2)).toEqual([number.titled, number.tagged]);
  });

  it('together with a rare word finds every article with both, however old', async () => {
    expect(await findAll('ليبيا زلزال')).toEqual(
      expect.objectContaining({ numbers: expect.arrayContaining([number.old]) }),
    );
    expect((await findAll('ليبيا زلزال')).numbers[0]).toBe(number.old);
    expect(await findAll('زلزال')).toEqual({ numbers: [number.old], total: 1, isMore: false });
  });

  it('finds nothing in an edition without it', async () => {
    expect((await findAll('ليبيا', 'relevance', 'en')).numbers).toEqual([]);
  });
});
