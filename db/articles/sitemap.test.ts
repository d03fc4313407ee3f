import { asc, eq, inArray } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '#db/engine/client.ts';
import { newId } from '#db/engine/ids.ts';
import {
  listArticleParts,
  listArticlesOfPart,
  listFilledSections,
  listLatestNews,
  listNamesOfPart,
  listPartStarts,
} from './sitemap.ts';
import { Random } from '#db/testing/random.ts';
import { articles, nameParts, sections, tags, type Tag } from '#db/tables/tables.ts';
import { addNewsroom, after, changeArticle, DAY, MINUTE, NOON, publish } from '#db/testing/articles.ts';

const times = (ms: number) => after(ms).toISOString();
const numbers = {} as Record<
  'old' | 'revised' | 'english' | 'scheduled' | 'draft' | 'retracted' | 'far',
  number
>;

async function add(
  key: keyof typeof numbers,
  file: Parameters<typeof publish>[0],
  status?: 'draft' | 'retracted',
) {
  const { id, number } = await publish({ headline: key, ...file });
  if (status) await changeArticle(id, { status });
  numbers[key] = number;
  return id;
}

beforeAll(async () => {
  await addNewsroom();
  await add('old', { publishedAt: times(-3 * DAY), tags: ['بحر'], authors: ['salma'] });
  await add('revised', { publishedAt: times(-DAY), revisedAt: times(-MINUTE), tags: ['بحر', 'ميناء'] });
  await add('english', {
    locale: 'en',
    publishedAt: times(-2 * DAY + MINUTE),
    tags: ['Sea', 'بحر'],
    authors: ['salma'],
  });
  await add('scheduled', { publishedAt: times(MINUTE), tags: ['غدا'], section: 'world' });
  await add('draft', { publishedAt: times(-DAY), tags: ['مسودة'] }, 'draft');
  await add('retracted', { publishedAt: times(-DAY), tags: ['مسحوب'] }, 'retracted');
  await changeArticle(await add('far', { publishedAt: times(-5 * DAY) }), { number: 4001 });
  numbers.far = 4001;
});

const numbersOf = (rows: { number: number }[]) => rows.map((row) => row.number);

describe('the parts of the sitemap', () => {
  it('cover all numbers and list the visible articles of all editions', async () => {
    expect(await listArticleParts()).toEqual([0, 1, 2]);
    expect(numbersOf(await listArticlesOfPart(0, NOON))).toEqual([
      numbers.old,
      numbers.revised,
      numbers.english,
    ]);
    expect(await listArticlesOfPart(1, NOON)).toEqual([]);
    expect(numbersOf(await listArticlesOfPart(2, NOON))).toEqual([4001]);
    expect((await listArticlesOfPart(0, NOON))[1]).toEqual({
      locale: 'ar',
      number: numbers.revised,
      slug: 'revised',
      sectionSlug: 'local',
      changedAt: after(-MINUTE),
    });
    expect(numbersOf(await listArticlesOfPart(0, after(MINUTE)))).toContain(numbers.scheduled);
  });

  it('list a tag or author for the editions in which they have visible articles', async () => {
    const [start = ''] = await listPartStarts('tags');
    expect(
      (await listNamesOfPart('tags', start, NOON))!.map(({ locale, slug }) => `${locale}/${slug}`).toSorted(),
    ).toEqual(['ar/بحر', 'ar/ميناء', 'en/sea', 'en/بحر']);
    const [author = ''] = await listPartStarts('authors');
    expect(await listNamesOfPart('authors', author, NOON)).toEqual([
      { slug: 'salma', locale: 'ar' },
      { slug: 'salma', locale: 'en' },
    ]);
  });

  it('of tags follow each other without gaps or duplicates', async () => {
    const more: Tag[] = Array.from({ length: 1100 }, (_, n) => ({
      id: newId(),
      slug: `t${n}`,
      name: `t${n}`,
    }));
    for (let n = 0; n < more.length; n += 200)
      await db()
        .insert(tags)
        .values(more.slice(n, n + 200));
    const all = (await db().select({ id: tags.id }).from(tags)).map(({ id }) => id).toSorted();
    expect(await listPartStarts('tags')).toEqual([all[0], all[500], all[1000]]);
    expect(await listNamesOfPart('tags', all[1000]!, NOON)).toEqual([]);
    expect(await listNamesOfPart('tags', newId(), NOON)).toBeUndefined();
    expect(await listNamesOfPart('tags', all[1]!, NOON)).toBeUndefined();
  });

  it('of tags hold each tag once after any order of additions and removals', async () => {
    await db().delete(tags);
    const random = new Random(27);
    const sizes: number[] = [];
    for (let n = 0; n < 14; n++) {
      const late = random.whole(3) === 0;
      const added = Array.from({ length: 150 }, () => (late ? `00000000${newId().slice(8)}` : newId()));
      await db()
        .insert(tags)
        .values(added.map((id) => ({ id, slug: id, name: id })));
      const held = (await db().select({ id: tags.id }).from(tags).orderBy(asc(tags.id))).map(({ id }) => id);
      const from = random.whole(held.length);
      const gone = held.slice(from, from + random.whole(200));
      await db().delete(tags).where(inArray(tags.id, gone));
      const left = held.filter((id) => !gone.includes(id));
      const parts = await db()
        .select()
        .from(nameParts)
        .where(eq(nameParts.of, 'tags'))
        .orderBy(asc(nameParts.start));
      expect(parts.reduce((sum, { names }) => sum + names, 0)).toBe(left.length);
      for (const [at, { start, names }] of parts.entries()) {
        const end = parts[at + 1]?.start ?? '~';
        expect(left.filter((id) => id >= start && id < end).length).toBe(names);
        sizes.push(names);
      }
    }
    expect(sizes.length).toBeGreaterThan(20);
  });
});

describe('the sitemaps of sections and news', () => {
  it('list a section with visible articles and the time of its newest one', async () => {
    expect(await listFilledSections('ar', NOON)).toEqual([{ slug: 'local', changedAt: after(-DAY) }]);
    expect(await listFilledSections('en', NOON)).toEqual([
      { slug: 'local', changedAt: after(-2 * DAY + MINUTE) },
    ]);
    expect((await listFilledSections('ar', after(MINUTE))).map(({ slug }) => slug)).toEqual([
      'local',
      'world',
    ]);
  });

  it('list news of the last two days, newest first, without retracted articles', async () => {
    expect(numbersOf(await listLatestNews(NOON))).toEqual([numbers.revised, numbers.english]);
    expect((await listLatestNews(NOON))[0]).toMatchObject({ headline: 'revised', publishedAt: after(-DAY) });
    expect(numbersOf(await listLatestNews(after(2 * MINUTE)))).toEqual([numbers.scheduled, numbers.revised]);
  });

  it('are empty on a site without articles', async () => {
    await db().delete(articles);
    await db().delete(tags);
    expect([await listArticleParts(), await listPartStarts('tags')]).toEqual([[], []]);
    expect(await db().select().from(sections).where(eq(sections.slug, 'local'))).toHaveLength(1);
    expect(await listFilledSections('ar', NOON)).toEqual([]);
  });
});
