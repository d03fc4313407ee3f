import { and, desc, eq, gt, inArray, isNotNull, sql, type SQL } from 'drizzle-orm';
import type { Person } from '#lib/people/can.ts';
import { db } from '#db/engine/client.ts';
import { engine } from '#db/engine/engine.ts';
import { articleAuthors, articles, articleTags, drafts } from '#db/tables/tables.ts';
import { type DeskFilter, inDays, isByPublication, readText } from './desk-filter.ts';

/*
 * A list of all articles is read in its own order, from an index that has it. Most filters name fewer: then
 * the list begins with their ids. No list considers more of them than this; the newest are taken.
 */
export const MOST_IDS = 2000;

/** A statement that lists ids of articles, at most `limit`. */
type Source = (limit: number) => SQL;

const idsOf =
  (where: SQL | undefined, order: SQL): Source =>
  (limit) =>
    db().select({ id: articles.id }).from(articles).where(where).orderBy(order).limit(limit).getSQL();

/** The articles whose working copy was sent to the desk, the latest first. */
export const sentIds: Source = (limit) =>
  db()
    .select({ id: sql`${drafts.articleId}`.as('id') })
    .from(drafts)
    .where(isNotNull(drafts.sentAt))
    .orderBy(desc(drafts.sentAt))
    .limit(limit)
    .getSQL();

/** The articles whose working copy has changes that readers do not see, the latest first. */
export const aheadIds: Source = (limit) =>
  db()
    .select({ id: sql`${drafts.articleId}`.as('id') })
    .from(drafts)
    .where(eq(drafts.isAhead, true))
    .orderBy(desc(drafts.updatedAt))
    .limit(limit)
    .getSQL();

/** The articles whose time has not come. */
export const scheduledIds = (now: Date): Source =>
  idsOf(and(eq(articles.status, 'published'), gt(articles.publishedAt, now)), desc(articles.publishedAt));

const linked =
  (link: typeof articleAuthors | typeof articleTags, condition: SQL): Source =>
  (limit) =>
    sql`${db()
      .select({ id: sql`${link.articleId}`.as('id') })
      .from(link)
      .where(condition)
      .orderBy(desc(link.articleId))
      .limit(limit)}`;

/** Each state apart, so that the latest are the first rows of an index. */
const published = (filter: DeskFilter): Source => {
  const parts = (['published', 'retracted', 'trash'] as const).map((status) =>
    idsOf(and(eq(articles.status, status), inDays(articles.publishedAt, filter)), desc(articles.publishedAt)),
  );
  return (limit) =>
    sql`select id from (${sql.join(
      parts.map((part) => sql`select id from (${part(limit)})`),
      sql` union all `,
    )}) limit ${limit}`;
};

function ofText(text: string): Source | undefined {
  const asked = readText(text);
  if (!asked) return undefined;
  return 'number' in asked
    ? idsOf(eq(articles.number, asked.number), desc(articles.number))
    : (limit) =>
        db()
          .select({ id: articles.id })
          .from(articles)
          .where(inArray(articles.number, engine.search.newestNumbers(asked.words, limit)))
          .getSQL();
}

/** The sources of a filter that hold every article of its list, in any state. */
function sourcesOf(filter: DeskFilter, person: Person): Source[] {
  const { tagId, authorId, isMine, from, to, text } = filter;
  return [
    text ? ofText(text) : undefined,
    tagId ? linked(articleTags, eq(articleTags.tagId, tagId)) : undefined,
    authorId ? linked(articleAuthors, eq(articleAuthors.authorId, authorId)) : undefined,
    isMine ? idsOf(eq(articles.ownerId, person.id), desc(articles.updatedAt)) : undefined,
    (from || to) && isByPublication(filter) ? published(filter) : undefined,
  ].filter((source) => source !== undefined);
}

/** The source of a state that only few articles are in. */
function sourceOfState({ state }: DeskFilter, now: Date): Source | undefined {
  if (state === 'sent') return sentIds;
  if (state === 'ahead') return aheadIds;
  return state === 'scheduled' ? scheduledIds(now) : undefined;
}

/** Ids of articles, and whether there are more of them. */
export type Ids = { ids: SQL; isCut: boolean };

/** The shortest source of a filter; undefined if its list has none. */
export async function findIds(
  filter: DeskFilter,
  person: Person,
  now: Date,
  { withState = false } = {},
): Promise<Ids | undefined> {
  const ofState = withState ? sourceOfState(filter, now) : undefined;
  const sources = [...sourcesOf(filter, person), ...(ofState ? [ofState] : [])];
  if (sources.length === 0) return undefined;
  const counts = sources.map((source) => sql`(select count(*) from (${source(MOST_IDS + 1)}))`);
  const [lengths] = await db().values<number[]>(sql`select ${sql.join(counts, sql`, `)}`);
  const shortest = Math.min(...lengths!);
  const source = sources[lengths!.indexOf(shortest)]!;
  // Words are looked up among the newest hits only, also where another source is shorter.
  return { ids: source(MOST_IDS), isCut: Math.max(filter.text ? lengths![0]! : 0, shortest) > MOST_IDS };
}
