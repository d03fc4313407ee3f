import { and, asc, count, desc, eq, inArray, isNotNull, ne, or, sql, type SQL } from 'drizzle-orm';
import type { Person } from '#lib/people/can.ts';
import { isVisible } from './cards.ts';
import { db } from '#db/engine/client.ts';
import {
  articleAuthors,
  articles,
  authors,
  comments,
  drafts,
  scheduledRevisions,
  sections,
  users,
} from '#db/tables/tables.ts';
import { type DeskFilter, type DeskState, hasStatus, inState, maySee, toWhere } from './desk-filter.ts';
import { isPublicComment } from '#db/tables/in-states.ts';

export type DeskCursor = { updatedAt: Date; id: string };

const sum = (condition: SQL | undefined) =>
  sql<number>`count(case when ${condition} then 1 end)`.mapWith(Number);

/** How many articles each state has under the other filters. */
export async function countDesk(
  filter: DeskFilter,
  person: Person,
  now: Date,
): Promise<Record<DeskState, number>> {
  const [where, whereOfFew] = [toWhere(filter, person, now), toWhere(filter, person, now, true)];
  if (where === null || whereOfFew === null)
    return { all: 0, sent: 0, draft: 0, scheduled: 0, published: 0, ahead: 0, retracted: 0, trash: 0 };
  const isSent = isNotNull(drafts.sentAt);
  const [[row], [copies]] = await Promise.all([
    db()
      .select({
        total: count(),
        draft: sum(hasStatus('draft')),
        out: sum(hasStatus('published')),
        published: sum(isVisible(now)),
        retracted: sum(hasStatus('retracted')),
      })
      .from(articles)
      .where(where),
    // There are far fewer such drafts than articles, so this query starts from the drafts.
    db()
      .select({
        sent: sum(and(isSent, ne(articles.status, 'trash'))),
        ahead: sum(and(eq(drafts.isAhead, true), hasStatus('published'))),
      })
      .from(drafts)
      .innerJoin(articles, eq(drafts.articleId, articles.id))
      .where(and(or(isSent, eq(drafts.isAhead, true)), whereOfFew)),
  ]);
  const { total, draft, out, published, retracted } = row!;
  return {
    all: draft + out + retracted,
    ...copies!,
    draft,
    scheduled: out - published,
    published,
    retracted,
    trash: total - draft - out - retracted,
  };
}

const columns = {
  id: articles.id,
  number: articles.number,
  locale: articles.locale,
  kind: articles.kind,
  slug: articles.slug,
  headline: articles.headline,
  status: articles.status,
  publishedAt: articles.publishedAt,
  updatedAt: articles.updatedAt,
  version: articles.version,
  ownerId: articles.ownerId,
  owner: users.name,
  sectionSlug: sections.slug,
  sectionNameAr: sections.nameAr,
  sectionNameEn: sections.nameEn,
  isAhead: drafts.isAhead,
  sentAt: drafts.sentAt,
  returnedAt: drafts.returnedAt,
  returnReason: drafts.returnReason,
  dueAt: scheduledRevisions.dueAt,
};

/** The list rows of these articles, in the order of the ids. */
async function getRows(ids: string[]) {
  if (ids.length === 0) return [];
  const [rows, bylines, discussion] = await Promise.all([
    db()
      .select(columns)
      .from(articles)
      .innerJoin(sections, eq(articles.sectionId, sections.id))
      .leftJoin(drafts, eq(drafts.articleId, articles.id))
      .leftJoin(scheduledRevisions, eq(scheduledRevisions.articleId, articles.id))
      .leftJoin(users, eq(articles.ownerId, users.id))
      .where(inArray(articles.id, ids)),
    db()
      .select({ articleId: articleAuthors.articleId, nameAr: authors.nameAr, nameEn: authors.nameEn })
      .from(articleAuthors)
      .innerJoin(authors, eq(articleAuthors.authorId, authors.id))
      .where(inArray(articleAuthors.articleId, ids))
      .orderBy(asc(articleAuthors.position)),
    db()
      .select({ articleId: comments.articleId, count: sql<number>`count(*)`.mapWith(Number) })
      .from(comments)
      .where(and(inArray(comments.articleId, ids), isPublicComment()))
      .groupBy(comments.articleId),
  ]);
  return ids
    .flatMap((id) => rows.find((row) => row.id === id) ?? [])
    .map((row) => ({
      ...row,
      authors: bylines
        .filter(({ articleId }) => articleId === row.id)
        .map(({ nameAr, nameEn }) => ({ nameAr, nameEn })),
      commentCount: discussion.find(({ articleId }) => articleId === row.id)?.count ?? 0,
    }));
}

type DeskPage = { now: Date; after?: DeskCursor | undefined; limit: number };
export type DeskRow = Awaited<ReturnType<typeof getRows>>[number];

/**
 * One page of the articles that a person may see, last changed first. `next` is the cursor of the next page.
 */
export async function listDesk(
  filter: DeskFilter,
  person: Person,
  { now, after, limit }: DeskPage,
): Promise<{ rows: DeskRow[]; next?: DeskCursor }> {
  const where = toWhere(filter, person, now);
  if (where === null) return { rows: [] };
  const at = sql.param(after?.updatedAt, articles.updatedAt);
  const found = await db()
    .select({ id: articles.id, updatedAt: articles.updatedAt })
    .from(articles)
    .where(
      and(
        where,
        inState(filter.state, now),
        after && sql`(${articles.updatedAt}, ${articles.id}) < (${at}, ${after.id})`,
      ),
    )
    .orderBy(desc(articles.updatedAt), desc(articles.id))
    .limit(limit + 1);
  const shown = found.slice(0, limit);
  const rows = await getRows(shown.map(({ id }) => id));
  return { rows, ...(found.length > limit && { next: shown.at(-1)! }) };
}

/**
 * The list for a page: the count of each state, and one page of rows. A count of zero skips the row query.
 */
export async function openDesk(filter: DeskFilter, person: Person, page: DeskPage) {
  const counts = await countDesk(filter, person, page.now);
  return { counts, ...(counts[filter.state] > 0 ? await listDesk(filter, person, page) : { rows: [] }) };
}

/** A person's own articles that the desk returned and that were not sent again, newest first. */
export async function listReturned(person: Person, limit: number): Promise<DeskRow[]> {
  const found = await db()
    .select({ id: articles.id })
    .from(drafts)
    .innerJoin(articles, eq(drafts.articleId, articles.id))
    .where(and(isNotNull(drafts.returnedAt), eq(articles.ownerId, person.id), ne(articles.status, 'trash')))
    .orderBy(desc(drafts.returnedAt))
    .limit(limit);
  return getRows(found.map(({ id }) => id));
}

/** The rows of the selected articles that a person may see. */
export async function listPicked(ids: string[], person: Person, now: Date): Promise<DeskRow[]> {
  if (ids.length === 0) return [];
  const seen = await db()
    .select({ id: articles.id })
    .from(articles)
    .where(and(inArray(articles.id, ids), maySee(person, now)));
  return getRows(ids.filter((id) => seen.some((row) => row.id === id)));
}
