import { and, desc, eq, gte, lt, lte, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '#db/engine/client.ts';
import { newId } from '#db/engine/ids.ts';
import {
  articleAuthors,
  articles,
  articleTags,
  authors,
  corrections,
  sections,
  tags,
} from '#db/tables/tables.ts';
import { addNewsroom, after, DAY, NOON, publish } from '#db/testing/articles.ts';
import { listArticlePage } from './cards.ts';
import { countListed, SPAN_MS } from './listings.ts';

/** Rows that one side has and the other has not. */
const differences = async () => {
  const fields = sql`list, locale, published_at, number`;
  const counts = sql`select list, locale, cast(floor(published_at / ${sql.raw(`${SPAN_MS}.0`)}) as integer), count(*) from listings group by 1, 2, 3`;
  const kept = sql`select list, locale, span, articles from listing_counts where articles <> 0`;
  const [missing, superfluous, wrong, uncounted] = await Promise.all([
    db().values(sql`select ${fields} from article_listings except select ${fields} from listings`),
    db().values(sql`select ${fields} from listings except select ${fields} from article_listings`),
    db().values(sql`${kept} except ${counts}`),
    db().values(sql`${counts} except ${kept}`),
  ]);
  return { missing, superfluous, wrong, uncounted };
};
const NONE = { missing: [], superfluous: [], wrong: [], uncounted: [] };

/** Before 1970. */
const EARLY = new Date('1969-11-20T12:00:00Z');

/** The same numbers on every run. */
let seed = 11;
const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;

beforeAll(addNewsroom);

describe('the lists of articles', () => {
  it('hold what the view says after any act on articles, tags, bylines and notes', async () => {
    for (let n = 0; n < 12; n++) await publish({ tags: ['نفط', 'ميناء'], authors: ['salma'] });
    const [sectionRows, tagRows, authorRows] = await Promise.all([
      db().select().from(sections),
      db().select().from(tags),
      db().select().from(authors),
    ]);
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
    const acts: ((id: string) => Promise<unknown>)[] = [
      (id) =>
        db()
          .update(articles)
          .set({ status: pick(['draft', 'published', 'retracted', 'trash'] as const) })
          .where(eq(articles.id, id)),
      (id) =>
        db()
          .update(articles)
          .set({
            publishedAt: pick([
              null,
              EARLY,
              new Date(-1),
              new Date(0),
              after(-90 * DAY),
              NOON,
              after(40 * DAY),
            ]),
          })
          .where(eq(articles.id, id)),
      (id) =>
        db()
          .update(articles)
          .set({ locale: pick(['ar', 'en'] as const), sectionId: pick(sectionRows).id })
          .where(eq(articles.id, id)),
      (id) =>
        db()
          .update(articles)
          .set({ number: 100_000 + Math.floor(random() * 1e6) })
          .where(eq(articles.id, id)),
      (id) =>
        db()
          .update(articles)
          .set({ headline: String(random()), version: 7 })
          .where(eq(articles.id, id)),
      (id) =>
        db()
          .insert(articleTags)
          .values({ articleId: id, tagId: pick(tagRows).id, position: 3 })
          .onConflictDoNothing(),
      (id) =>
        db()
          .update(articleTags)
          .set({ tagId: pick(tagRows).id })
          .where(and(eq(articleTags.articleId, id), eq(articleTags.position, 3)))
          .catch(() => undefined),
      (id) => db().delete(articleTags).where(eq(articleTags.articleId, id)),
      (id) =>
        db()
          .insert(articleAuthors)
          .values({ articleId: id, authorId: pick(authorRows).id, position: 3 })
          .onConflictDoNothing(),
      (id) => db().delete(articleAuthors).where(eq(articleAuthors.articleId, id)),
      (id) =>
        db()
          .insert(corrections)
          .values({
            id: newId(),
            articleId: id,
            kind: 'correction',
            text: 'خطأ',
            publishedAt: pick([NOON, after(DAY)]),
          }),
      (id) =>
        db()
          .update(corrections)
          .set({ publishedAt: after(2 * DAY) })
          .where(and(eq(corrections.articleId, id), eq(corrections.publishedAt, after(DAY)))),
      (id) =>
        db()
          .delete(corrections)
          .where(and(eq(corrections.articleId, id), eq(corrections.publishedAt, NOON))),
    ];
    for (let n = 0; n < 300; n++) {
      const ids = await db().select({ id: articles.id }).from(articles);
      await pick(acts)(pick(ids).id);
      if (n % 100 === 50)
        await db()
          .delete(articles)
          .where(eq(articles.id, pick(ids).id));
      expect({ n, ...(await differences()) }).toEqual({ n, ...NONE });
    }
    await db().delete(tags).where(eq(tags.id, tagRows[0]!.id));
    expect(await differences()).toEqual(NONE);
    await db().delete(articles);
    expect(await differences()).toEqual(NONE);
  });

  it.each([
    ['of today', NOON],
    ['around 1970', new Date('1970-06-20T12:00:00Z')],
  ])('%s are paged and counted as a list without spans is, for any bounds', async (_name, noon) => {
    await db().delete(articles);
    const beside = (days: number) => new Date(noon.getTime() + days * DAY);
    for (let n = 0; n < 40; n++) await publish({ publishedAt: beside(9 - n * 11).toISOString() });
    const times = [undefined, ...[-430, -200, -199, -41, -2, 0, 3, 20].map(beside)];
    for (const from of times)
      for (const to of times) {
        const where = and(
          eq(articles.locale, 'ar'),
          lte(articles.publishedAt, noon),
          from && gte(articles.publishedAt, from),
          to && lt(articles.publishedAt, to),
        );
        const all = await db()
          .select({ number: articles.number })
          .from(articles)
          .where(where)
          .orderBy(desc(articles.publishedAt), desc(articles.number));
        const filter = { ...(from && { from }), ...(to && { to }) };
        const listed = [];
        for (let page = 1; page <= 8; page++) {
          const { items, total } = await listArticlePage(filter, page, 7, { locale: 'ar', now: noon });
          expect({ from, to, total }).toEqual({ from, to, total: all.length });
          listed.push(...items.map(({ number }) => ({ number })));
        }
        expect(listed).toEqual(all);
      }
  });

  it('count nothing where a list begins after the present', async () => {
    const listed = { list: 'articles', locale: 'ar' as const, now: NOON };
    expect(await countListed({ ...listed, from: after(DAY) })).toBe(0);
    expect(await countListed({ ...listed, from: after(DAY), to: after(400 * DAY) })).toBe(0);
  });
});
