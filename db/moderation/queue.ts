import { and, asc, desc, eq, gt, gte, inArray, isNull, lt, lte, or, sql, type SQL } from 'drizzle-orm';
import { QUEUES, type Queue } from '#lib/comments/queues.ts';
import { states } from '#lib/comments/states.ts';
import { MOST_COUNTED } from '#lib/most-counted.ts';
import { createFoldedSearch } from '#lib/arabic/folded-search.ts';
import { db } from '#db/engine/client.ts';
import { isOpenComment, isPublicComment } from '#db/tables/in-states.ts';
import { articles, comments, sections } from '#db/tables/tables.ts';
import { listIdsOfWriter } from './writers.ts';

export const ORDERS = ['oldest', 'newest', 'riskiest'] as const;
export type QueueOrder = (typeof ORDERS)[number];

/** `sameAs`: only comments by the writer of this one. */
export type QueueFilter = { queue: Queue; articleNumber?: number; text?: string; sameAs?: string };
/** The last comment of a page: the next page begins after it. */
export type Cursor = { score: number; createdAt: Date; id: string };

/** At most this many comments are read for one page of search results; the next page continues from there. */
const SEARCHED_AT_ONCE = 20_000;
const BATCH = 2000;

export const articleFields = {
  number: articles.number,
  slug: articles.slug,
  locale: articles.locale,
  headline: articles.headline,
  sectionSlug: sections.slug,
  sectionNameAr: sections.nameAr,
  sectionNameEn: sections.nameEn,
};

function stands(queue: Queue): SQL | undefined {
  // Few comments are reported and many are pending: `coalesce` stops SQLite from scanning all pending ones by
  // the index of states.
  if (queue === 'reported')
    return and(gt(comments.openReports, 0), inArray(sql`coalesce(${comments.status}, '')`, states.live));
  if (queue === 'unreviewed') return and(isPublicComment(), isNull(comments.reviewedAt));
  return eq(comments.status, queue);
}

async function inArticle(number: number | undefined): Promise<SQL | undefined> {
  if (number === undefined) return undefined;
  const [article] = await db().select({ id: articles.id }).from(articles).where(eq(articles.number, number));
  return eq(comments.articleId, article?.id ?? '');
}

async function toWhere({ queue, articleNumber, sameAs }: QueueFilter): Promise<SQL | undefined> {
  const ids = sameAs === undefined ? undefined : await listIdsOfWriter(sameAs);
  return and(stands(queue), await inArticle(articleNumber), ids && inArray(comments.id, ids));
}

/** Each order with its condition for a cursor; an index can start at the first condition. */
const ways: Record<QueueOrder, { by: SQL[]; after: (cursor: Cursor) => SQL | undefined }> = {
  oldest: {
    by: [asc(comments.createdAt), asc(comments.id)],
    after: ({ createdAt, id }) =>
      and(gte(comments.createdAt, createdAt), or(gt(comments.createdAt, createdAt), gt(comments.id, id))),
  },
  newest: {
    by: [desc(comments.createdAt), desc(comments.id)],
    after: ({ createdAt, id }) =>
      and(lte(comments.createdAt, createdAt), or(lt(comments.createdAt, createdAt), lt(comments.id, id))),
  },
  riskiest: {
    by: [desc(comments.score), desc(comments.createdAt), desc(comments.id)],
    after: ({ score, createdAt, id }) =>
      and(
        sql`(${comments.score}, ${comments.createdAt}) <= (${score}, ${sql.param(createdAt, comments.createdAt)})`,
        or(lt(comments.score, score), lt(comments.createdAt, createdAt), lt(comments.id, id)),
      ),
  },
};

type Paging = { order: QueueOrder; after?: Cursor | undefined; limit: number };

const readRows = (where: SQL | undefined, { order, after, limit }: Paging) =>
  db()
    .select()
    .from(comments)
    .where(and(where, after && ways[order].after(after)))
    .orderBy(...ways[order].by)
    .limit(limit);

type Row = Awaited<ReturnType<typeof readRows>>[number];

const wordFields = {
  id: comments.id,
  score: comments.score,
  createdAt: comments.createdAt,
  name: comments.name,
  body: comments.body,
};

const readWords = (where: SQL | undefined, { order, after, limit }: Paging) =>
  db()
    .select(wordFields)
    .from(comments)
    .where(and(where, after && ways[order].after(after)))
    .orderBy(...ways[order].by)
    .limit(limit);

async function readWhole(ids: string[]): Promise<Row[]> {
  if (ids.length === 0) return [];
  const rows = new Map(
    (await db().select().from(comments).where(inArray(comments.id, ids))).map((row) => [row.id, row]),
  );
  return ids.flatMap((id) => rows.get(id) ?? []);
}

/**
 * Reads on until a page is full or the limit is reached. Letters are compared in folded form, so no index can
 * be used.
 */
async function searchRows(where: SQL | undefined, text: string, paging: Paging) {
  const isMeant = createFoldedSearch(text);
  const found: string[] = [];
  let at = paging.after;
  for (let read = 0; read < SEARCHED_AT_ONCE; read += BATCH) {
    const rows = await readWords(where, { ...paging, after: at, limit: BATCH });
    for (const row of rows) {
      at = row;
      if (isMeant(`${row.name}\n${row.body}`)) found.push(row.id);
      if (found.length === paging.limit) return { rows: await readWhole(found), next: at };
    }
    if (rows.length < BATCH) return { rows: await readWhole(found), next: undefined };
    await new Promise(setImmediate); // let other requests run
  }
  return { rows: await readWhole(found), next: at };
}

/** One page of a queue: comments with their article and parent, and the cursor of the next page. */
export async function listQueue(filter: QueueFilter, paging: Paging) {
  const where = await toWhere(filter);
  const { rows, next } = filter.text
    ? await searchRows(where, filter.text, paging)
    : await readPage(where, paging);
  const [articleOf, parentOf] = await Promise.all([articlesOf(rows), parentsOf(rows)]);
  return {
    rows: rows.map((row) => ({
      ...row,
      article: articleOf.get(row.articleId)!,
      parent: parentOf.get(row.parentId ?? '') ?? null,
    })),
    next,
  };
}

export type QueuedComment = Awaited<ReturnType<typeof listQueue>>['rows'][number];

async function readPage(where: SQL | undefined, paging: Paging) {
  const rows = await readRows(where, { ...paging, limit: paging.limit + 1 });
  return rows.length > paging.limit
    ? { rows: rows.slice(0, -1), next: rows.at(-2) }
    : { rows, next: undefined };
}

async function articlesOf(rows: Row[]) {
  const ids = [...new Set(rows.map(({ articleId }) => articleId))];
  if (ids.length === 0) return new Map();
  const found = await db()
    .select({ id: articles.id, fields: articleFields })
    .from(articles)
    .innerJoin(sections, eq(articles.sectionId, sections.id))
    .where(inArray(articles.id, ids));
  return new Map(found.map(({ id, fields }) => [id, fields]));
}

async function parentsOf(rows: Row[]) {
  const ids = [...new Set(rows.flatMap(({ parentId }) => parentId ?? []))];
  if (ids.length === 0) return new Map();
  const found = await db()
    .select({
      id: comments.id,
      name: comments.name,
      body: comments.body,
      status: comments.status,
      parentId: comments.parentId,
    })
    .from(comments)
    .where(inArray(comments.id, ids));
  return new Map(found.map((row) => [row.id, row]));
}

/** A statement that counts comments up to a number. */
const upTo = (most: number, where: SQL | undefined) => {
  const some = db()
    .select({ one: sql`1`.as('one') })
    .from(comments)
    .where(where)
    .limit(most)
    .as('some');
  return db()
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(some);
};

const countUpTo = async (most: number, where: SQL | undefined): Promise<number> =>
  (await upTo(most, where))[0]!.count;

/** Number of comments in a queue, up to one more than `MOST_COUNTED`. */
export const countQueue = async (filter: QueueFilter): Promise<number> =>
  countUpTo(MOST_COUNTED + 1, await toWhere(filter));

/** The same for every queue, in one statement. */
export async function countQueues(articleNumber?: number): Promise<Record<Queue, number>> {
  const ofArticle = await inArticle(articleNumber);
  const counts = QUEUES.map(
    (queue) => sql`(${upTo(MOST_COUNTED + 1, and(stands(queue), ofArticle)).getSQL()})`,
  );
  const [row] = await db().values<number[]>(sql`select ${sql.join(counts, sql`, `)}`);
  return Object.fromEntries(QUEUES.map((queue, n) => [queue, row![n]!])) as Record<Queue, number>;
}

/** Number of comments that wait for a decision, up to one more than `MOST_COUNTED`. */
export const countOpen = (): Promise<number> => countUpTo(MOST_COUNTED + 1, isOpenComment());

/** Number of waiting comments sent since a time, up to 100. */
export const countArrivals = (since: Date): Promise<number> =>
  countUpTo(100, and(isOpenComment(), gt(comments.createdAt, since)));

/** When the oldest waiting comment was sent. */
export async function getOldestOpen(): Promise<Date | undefined> {
  const [row] = await db()
    .select({ at: comments.createdAt })
    .from(comments)
    .where(isOpenComment())
    .orderBy(asc(comments.createdAt))
    .limit(1);
  return row?.at;
}

/** The headline of an article by its number, in any state: the heading of a queue filtered by article. */
export async function getHeadline(number: number): Promise<string | undefined> {
  const [row] = await db()
    .select({ headline: articles.headline })
    .from(articles)
    .where(eq(articles.number, number));
  return row?.headline;
}
