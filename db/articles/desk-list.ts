import {
  and,
  asc,
  count,
  desc,
  eq,
  exists,
  gt,
  gte,
  inArray,
  isNotNull,
  lt,
  lte,
  ne,
  or,
  sql,
  type Column,
  type SQL,
} from 'drizzle-orm';
import { readArticleNumber } from '#lib/arabic/read-number.ts';
import { parseSearchQuery } from '#lib/arabic/search-query.ts';
import { can, type Person } from '#lib/people/can.ts';
import type { Locale } from '#lib/locales.ts';
import { isVisible } from './cards.ts';
import { db } from '#db/engine/client.ts';
import type { ArticleKind, ArticleStatus } from '#db/tables/content.ts';
import { holdsWords } from './search-index.ts';
import {
  articleAuthors,
  articles,
  articleTags,
  authors,
  comments,
  drafts,
  scheduledRevisions,
  sections,
  users,
} from '#db/tables/tables.ts';

export const DESK_STATES = [
  'all',
  'sent',
  'draft',
  'scheduled',
  'published',
  'ahead',
  'retracted',
  'trash',
] as const;
export type DeskState = (typeof DESK_STATES)[number];

export type DeskFilter = {
  state: DeskState;
  locale?: Locale;
  kind?: ArticleKind;
  sectionId?: string;
  authorId?: string;
  tagId?: string;
  isMine?: boolean;
  /**
   * From the start of one day to the end of another. Compared with the publication time for states that have
   * one, otherwise with the last change.
   */
  from?: Date;
  to?: Date;
  /** Words that the article contains, or its number. */
  text?: string;
};

export type DeskCursor = { updatedAt: Date; id: string };

/**
 * `coalesce` stops SQLite from using the column's own index, whose rows would have to be sorted afterwards.
 * The two indexes of the list contain every column and have the right order.
 */
const listed = (column: Column) => sql`coalesce(${column}, '')`;

const is = (status: ArticleStatus) => eq(articles.status, status);
const isLive = (now: Date) =>
  and(sql`${listed(articles.status)} = 'published'`, lte(articles.publishedAt, now));
const draftsThat = (condition: SQL | undefined) =>
  sql`${listed(articles.id)} in ${db().select({ id: drafts.articleId }).from(drafts).where(condition)}`;

/** A condition on a single state uses the index that begins with the status. */
function inState(state: DeskState, now: Date): SQL | undefined {
  switch (state) {
    case 'all':
      return sql`${listed(articles.status)} <> 'trash'`;
    case 'sent':
      return and(draftsThat(isNotNull(drafts.sentAt)), sql`${listed(articles.status)} <> 'trash'`);
    case 'scheduled':
      return and(is('published'), gt(articles.publishedAt, now));
    case 'published':
      return isVisible(now);
    case 'ahead':
      return and(is('published'), draftsThat(eq(drafts.isAhead, true)));
    case 'draft':
    case 'retracted':
    case 'trash':
      return is(state);
  }
}

/** Editors see all articles; authors see their own and those that readers see. */
const maySee = (person: Person, now: Date): SQL | undefined =>
  can(person, 'editAny')
    ? undefined
    : or(
        sql`${listed(articles.ownerId)} = ${person.id}`,
        sql`${listed(articles.status)} = 'retracted'`,
        isLive(now),
      );

/** `null` if the text contains no searchable word. */
function withText(text: string): SQL | null {
  const number = readArticleNumber(text);
  if (number !== undefined) return sql`${articles.number} = ${number}`;
  const query = parseSearchQuery(text);
  return query ? holdsWords(query) : null;
}

/**
 * The condition that an article has all of these (byline, tag). For a few articles it looks up each one; for
 * all articles it intersects both lists of ids once.
 */
function hasAll(
  links: (readonly [link: typeof articleAuthors | typeof articleTags, condition: SQL])[],
  isOfFew: boolean,
): SQL | undefined {
  if (isOfFew)
    return and(
      ...links.map(([link, condition]) =>
        exists(
          db()
            .select({ one: sql`1` })
            .from(link)
            .where(and(eq(link.articleId, articles.id), condition)),
        ),
      ),
    );
  const lists = links.map(
    ([link, condition]) => sql`select ${link.articleId} from ${link} where ${condition}`,
  );
  return lists.length > 0
    ? sql`${listed(articles.id)} in (${sql.join(lists, sql` intersect `)} order by 1)`
    : undefined;
}

function toWhere(filter: DeskFilter, person: Person, now: Date, isOfFew = false): SQL | undefined | null {
  const { state, locale, kind, sectionId, authorId, tagId, isMine, from, to, text } = filter;
  const day =
    state === 'published' || state === 'scheduled' || state === 'ahead' || state === 'retracted'
      ? articles.publishedAt
      : articles.updatedAt;
  const found = text ? withText(text) : undefined;
  if (found === null) return null;
  // Columns of the index come first, then conditions on other tables. The words come last: many articles
  // contain them.
  return and(
    locale && sql`${listed(articles.locale)} = ${locale}`,
    kind && sql`${listed(articles.kind)} = ${kind}`,
    sectionId ? sql`${listed(articles.sectionId)} = ${sectionId}` : undefined,
    isMine ? sql`${listed(articles.ownerId)} = ${person.id}` : undefined,
    from && gte(day, from),
    to && lt(day, to),
    maySee(person, now),
    hasAll(
      [
        ...(tagId ? [[articleTags, eq(articleTags.tagId, tagId)] as const] : []),
        ...(authorId ? [[articleAuthors, eq(articleAuthors.authorId, authorId)] as const] : []),
      ],
      isOfFew,
    ),
    found,
  );
}

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
        draft: sum(is('draft')),
        out: sum(is('published')),
        published: sum(isVisible(now)),
        retracted: sum(is('retracted')),
      })
      .from(articles)
      .where(where),
    // There are far fewer such drafts than articles, so this query starts from the drafts.
    db()
      .select({
        sent: sum(and(isSent, ne(articles.status, 'trash'))),
        ahead: sum(and(eq(drafts.isAhead, true), is('published'))),
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
      .where(and(inArray(comments.articleId, ids), eq(comments.status, 'approved')))
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
