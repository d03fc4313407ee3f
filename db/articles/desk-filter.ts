import { and, eq, exists, gt, gte, isNotNull, lt, lte, or, sql, type Column, type SQL } from 'drizzle-orm';
import { readArticleNumber } from '#lib/arabic/read-number.ts';
import { parseSearchQuery } from '#lib/arabic/search-query.ts';
import { can, type Person } from '#lib/people/can.ts';
import type { Locale } from '#lib/locales.ts';
import { isVisible } from './cards.ts';
import { db } from '#db/engine/client.ts';
import type { ArticleKind, ArticleStatus } from '#db/tables/articles.ts';
import { holdsWords } from './search-index.ts';
import { articleAuthors, articles, articleTags, drafts } from '#db/tables/tables.ts';

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

/**
 * `coalesce` stops SQLite from using the column's own index, whose rows would have to be sorted afterwards.
 * The two indexes of the list contain every column and have the right order.
 */
const listed = (column: Column) => sql`coalesce(${column}, '')`;

export const hasStatus = (status: ArticleStatus) => eq(articles.status, status);

const isLive = (now: Date) =>
  and(sql`${listed(articles.status)} = 'published'`, lte(articles.publishedAt, now));

const draftsThat = (condition: SQL | undefined) =>
  sql`${listed(articles.id)} in ${db().select({ id: drafts.articleId }).from(drafts).where(condition)}`;

/** A condition on a single state uses the index that begins with the status. */
export function inState(state: DeskState, now: Date): SQL | undefined {
  switch (state) {
    case 'all':
      return sql`${listed(articles.status)} <> 'trash'`;
    case 'sent':
      return and(draftsThat(isNotNull(drafts.sentAt)), sql`${listed(articles.status)} <> 'trash'`);
    case 'scheduled':
      return and(hasStatus('published'), gt(articles.publishedAt, now));
    case 'published':
      return isVisible(now);
    case 'ahead':
      return and(hasStatus('published'), draftsThat(eq(drafts.isAhead, true)));
    case 'draft':
    case 'retracted':
    case 'trash':
      return hasStatus(state);
  }
}

/** Editors see all articles; authors see their own and those that readers see. */
export const maySee = (person: Person, now: Date): SQL | undefined =>
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

export function toWhere(
  filter: DeskFilter,
  person: Person,
  now: Date,
  isOfFew = false,
): SQL | undefined | null {
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
