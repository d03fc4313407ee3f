import { and, asc, desc, eq, inArray, isNotNull, ne, sql, type SQL } from 'drizzle-orm';
import type { Person } from '#lib/people/can.ts';
import { db } from '#db/engine/client.ts';
import { engine } from '#db/engine/engine.ts';
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
import {
  type DeskFilter,
  type Facts,
  factFields,
  inDays,
  isByPublication,
  isInState,
  maySee,
  meets,
} from './desk-filter.ts';
import { type DeskCounts, countDesk } from './desk-counts.ts';
import { aheadIds, findIds, MOST_IDS, sentIds } from './desk-sources.ts';
import { isPublicComment } from '#db/tables/in-states.ts';

export type DeskCursor = { updatedAt: Date; id: string };

/** How many articles are read for one page, at first and at most; the next page continues from there. */
const FIRST_READ = 1000;
const MOST_READ = 20_000;

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
type Found = { id: string; updatedAt: Date };

const isAfter = (of: Pick<Facts, 'updatedAt' | 'id'>, after: DeskCursor | undefined) =>
  after &&
  sql`(${of.updatedAt}, ${of.id}) < (${sql.param(after.updatedAt, articles.updatedAt)}, ${after.id})`;

/** The states that the working copy tells. */
const withDraft = (of: Facts, { state }: DeskFilter) =>
  state === 'sent' || state === 'ahead'
    ? sql`${of.id} in (${(state === 'sent' ? sentIds : aheadIds)(MOST_IDS)})`
    : undefined;

/** A page of the articles with these ids, from an index by id. */
const findAmong = (ids: SQL, where: (of: Facts) => SQL | undefined, after: DeskCursor | undefined) =>
  db()
    .select({ id: articles.id, updatedAt: articles.updatedAt })
    .from(sql`(${ids}) as found`)
    .crossJoin(engine.through(articles, 'articles_facts'))
    .where(and(eq(articles.id, sql`found.id`), where(articles), isAfter(articles, after)))
    .orderBy(desc(articles.updatedAt), desc(articles.id));

/** The list without conditions, or with those that an index begins with. */
function inOrder(filter: DeskFilter, after: DeskCursor | undefined) {
  const { state } = filter;
  const isWhole = state === 'draft' || state === 'retracted' || state === 'trash';
  return db()
    .select(factFields)
    .from(engine.through(articles, state === 'all' ? 'articles_list' : 'articles_desk'))
    .where(
      and(
        state === 'all' ? undefined : eq(articles.status, isWhole ? state : 'published'),
        isByPublication(filter) ? undefined : inDays(articles.updatedAt, filter),
        isAfter(articles, after),
      ),
    )
    .orderBy(desc(articles.updatedAt), desc(articles.id));
}

type Page = { found: Found[]; next?: Found | undefined };

/** Reads a few articles of the list first. If too few of them meet the conditions, reads more, once. */
async function findInOrder(
  filter: DeskFilter,
  where: (of: Facts) => SQL | undefined,
  { after, limit }: DeskPage,
): Promise<Page> {
  let page: Page = { found: [] };
  for (const most of [FIRST_READ, MOST_READ]) {
    const read = inOrder(filter, after).limit(most).as('read');
    const found = await db()
      .select({ id: read.id, updatedAt: read.updatedAt })
      .from(read)
      .where(where(read))
      .orderBy(desc(read.updatedAt), desc(read.id))
      .limit(limit + 1);
    if (found.length > limit) return { found, next: found[limit - 1] };
    const [last] = await inOrder(filter, after)
      .limit(1)
      .offset(most - 1);
    if (!last) return { found };
    page = { found, next: last };
  }
  return page;
}

/**
 * One page of the articles that a person may see, last changed first. `next` is the cursor of the next page.
 * Under filters a page may have few rows or none although there are more: then `next` leads on.
 */
export async function listDesk(
  filter: DeskFilter,
  person: Person,
  page: DeskPage,
): Promise<{ rows: DeskRow[]; next?: DeskCursor }> {
  const { now, after, limit } = page;
  const where = (of: Facts) =>
    and(isInState(of, filter.state, now), withDraft(of, filter), meets(of, filter, person, now));
  const among = await findIds(filter, person, now, { withState: true });
  const found = among && (await findAmong(among.ids, where, after).limit(limit + 1));
  const { found: ids, next } = found
    ? { found, next: found.length > limit ? found[limit - 1] : undefined }
    : await findInOrder(filter, where, page);
  return { rows: await getRows(ids.slice(0, limit).map(({ id }) => id)), ...(next && { next }) };
}

/** The list for a page: the count of each state, and one page of rows. */
export async function openDesk(filter: DeskFilter, person: Person, page: DeskPage) {
  const counts: DeskCounts = await countDesk(filter, person, page.now);
  const isEmpty = counts[filter.state].count === 0 && !counts[filter.state].isCut;
  return { counts, ...(isEmpty ? { rows: [] } : await listDesk(filter, person, page)) };
}

/** A person's own articles that the desk returned and that were not sent again, newest first. */
export async function listReturned(person: Person, limit: number): Promise<DeskRow[]> {
  const found = await db()
    .select({ id: articles.id })
    // Few drafts are returned; a person may own thousands of articles.
    .from(engine.through(drafts, 'drafts_returned'))
    .crossJoin(articles)
    .where(
      and(
        isNotNull(drafts.returnedAt),
        eq(articles.id, drafts.articleId),
        eq(articles.ownerId, person.id),
        ne(articles.status, 'trash'),
      ),
    )
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
    .where(and(inArray(articles.id, ids), maySee(articles, person, now)));
  return getRows(ids.filter((id) => seen.some((row) => row.id === id)));
}
