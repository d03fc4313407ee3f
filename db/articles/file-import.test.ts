import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ZodError } from 'zod';
import type { ArticleInput } from '#lib/articles/input.ts';
import { db } from '#db/engine/client.ts';
import { articleAuthors, articles, articleTags, tags } from '#db/tables/tables.ts';
import { addNewsroom, after, DAY, NOON, publish } from '#db/testing/articles.ts';

beforeAll(addNewsroom);
beforeEach(() =>
  db()
    .delete(articles)
    .then(() => undefined),
);

const tagsOf = async (id: string) =>
  (
    await db()
      .select({ name: tags.name })
      .from(articleTags)
      .innerJoin(tags, eq(articleTags.tagId, tags.id))
      .where(eq(articleTags.articleId, id))
      .orderBy(articleTags.position)
  ).map(({ name }) => name);

describe('publishing', () => {
  it('stores the fields of the file and the values computed from them', async () => {
    const article = await publish({
      headline: 'افتتاح الميناء الجديد',
      body: ['## قبل البدء', 'جملة **مهمة** هنا.'],
      source: 'مداد',
      city: 'طرابلس',
    });
    expect(article).toMatchObject({
      number: 1001,
      locale: 'ar',
      sectionSlug: 'local',
      slug: 'افتتاح-الميناء-الجديد',
      source: 'مداد',
      city: 'طرابلس',
      status: 'published',
      publishedAt: NOON,
      createdAt: NOON,
      revisedAt: null,
      breakingUntil: null,
      commentsOpen: true,
      wordCount: 5,
    });
    expect(article.bodyText).toBe('قبل البدء\nجملة مهمة هنا.');
    expect(await db().select().from(articles)).toEqual([
      expect.objectContaining({ id: article.id, body: article.body }),
    ]);
  });

  it('keeps the times in the file', async () => {
    const times = {
      publishedAt: '2026-11-24T15:00:00+03:00',
      revisedAt: '2026-11-24T13:00:00Z',
      breakingUntil: '2026-11-24T14:00:00Z',
    };
    const hour = 3_600_000;
    expect(await publish(times)).toMatchObject({
      publishedAt: after(DAY),
      revisedAt: after(DAY + hour),
      breakingUntil: after(DAY + 2 * hour),
    });
  });

  it('gives every article a unique number, also for concurrent imports', async () => {
    const published = await Promise.all(Array.from({ length: 20 }, () => publish()));
    expect(published.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, n) => 1001 + n),
    );
  });

  it('makes the slug from the headline, or from the number if the headline has no letters', async () => {
    const long = await publish({ headline: 'كلمة '.repeat(50) });
    expect(long.slug.length).toBeLessThanOrEqual(80);
    expect(long.slug).toMatch(/^(?:كلمة-)+كلمة$/);
    const signs = await publish({ headline: '؟!' });
    expect(signs.slug).toBe(String(signs.number));
  });

  it('creates each tag once and keeps the order in the file', async () => {
    const one = await publish({ tags: ['رياضة', 'كرة القدم'] });
    const two = await publish({ tags: ['كرة القدم', 'كرة  القدم ', 'رياضة'] });
    expect(await tagsOf(one.id)).toEqual(['رياضة', 'كرة القدم']);
    expect(await tagsOf(two.id)).toEqual(['كرة القدم', 'رياضة']);
    expect((await db().select().from(tags)).length).toBe(2);
  });

  it('stores an author who is listed twice only once', async () => {
    const { id } = await publish({ authors: ['salma', 'omar', 'salma'] });
    expect(await db().select().from(articleAuthors).where(eq(articleAuthors.articleId, id))).toHaveLength(2);
  });
});

describe('a file that cannot be published', () => {
  it('throws an error with the known sections for an unknown section', async () => {
    await expect(publish({ section: 'lokal' })).rejects.toThrow(
      'There is no section «lokal»; there are: local, world',
    );
  });

  it('throws an error with the known authors for an unknown author', async () => {
    await expect(publish({ authors: ['salma', 'selma'] })).rejects.toThrow(
      /There is no author «selma»; there are: (?:salma, omar|omar, salma)/,
    );
  });

  it.each<[string, Partial<ArticleInput> | Record<string, unknown>]>([
    ['no headline', { headline: ' ' }],
    ['a headline of 301 characters', { headline: 'ع'.repeat(301) }],
    ['no body', { body: [] }],
    ['an empty body', { body: [' ', ''] }],
    ['a body that is not an array', { body: 'نص' }],
    ['an unknown edition', { locale: 'fr' }],
    ['an invalid date', { publishedAt: 'غدًا' }],
    ['a date without a time zone', { publishedAt: '2026-11-24T12:00:00' }],
    ['a misspelled field', { commentOpen: false }],
    ['too many tags', { tags: Array.from({ length: 13 }, (_, n) => `t${n}`) }],
    [
      'a correction of an unknown kind',
      { corrections: [{ kind: 'oops', text: 'x', publishedAt: '2026-11-24T12:00:00Z' }] },
    ],
  ])('because of %s throws a ZodError', async (_name, file) => {
    await expect(publish(file as Partial<ArticleInput>)).rejects.toThrow(ZodError);
  });

  it('writes nothing, not even a new tag', async () => {
    await db().delete(tags);
    await expect(publish({ tags: ['جديد'], authors: ['nobody'] })).rejects.toThrow();
    await expect(publish({ tags: ['جديد'], body: [] })).rejects.toThrow();
    expect([await db().select().from(articles), await db().select().from(tags)]).toEqual([[], []]);
  });
});
