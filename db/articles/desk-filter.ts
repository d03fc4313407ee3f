import { and, eq, exists, gt, gte, inArray, lt, lte, ne, or, sql, type Column, type SQL } from 'drizzle-orm';
import { readArticleNumber } from '#lib/arabic/read-number.ts';
import { parseSearchQuery, type SearchQuery } from '#lib/arabic/search-query.ts';
import { can, type Person } from '#lib/people/can.ts';
import type { Locale } from '#lib/locales.ts';
import { db } from '#db/engine/client.ts';
import { engine } from '#db/engine/engine.ts';
import type { ArticleKind, ArticleStatus } from '#db/tables/articles.ts';
import { articleAuthors, articles, articleTags } from '#db/tables/tables.ts';

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
 * The columns of an article by which the list is filtered and ordered. They lie behind the long texts of a
 * row, but three indexes consist of them: by time, by state and by id.
 */
const { id, number, status, locale, kind, sectionId, ownerId, publishedAt, updatedAt } = articles;
export const factFields = { id, number, status, locale, kind, sectionId, ownerId, publishedAt, updatedAt };
/** These columns in the table, or in a subquery of it. */
export type Facts = Record<keyof typeof factFields, Column>;

/** How many of the newest hits of common words the list considers. */
export const MOST_HITS = 2000;

export const hasStatus = (of: Facts, value: ArticleStatus) => eq(of.status, value);
export const isOut = (of: Facts, now: Date) => and(hasStatus(of, 'published'), lte(of.publishedAt, now));

/** The part of a state that these columns tell; `sent` and `ahead` are also told by the working copy. */
export function isInState(of: Facts, state: DeskState, now: Date): SQL | undefined {
  switch (state) {
    case 'all':
    case 'sent':
      return ne(of.status, 'trash');
    case 'scheduled':
      return and(hasStatus(of, 'published'), gt(of.publishedAt, now));
    case 'published':
      return isOut(of, now);
    case 'ahead':
      return hasStatus(of, 'published');
    case 'draft':
    case 'retracted':
    case 'trash':
      return hasStatus(of, state);
  }
}

/** Editors see all articles; authors see their own and those that readers see. */
export const maySee = (of: Facts, person: Person, now: Date): SQL | undefined =>
  can(person, 'editAny')
    ? undefined
    : or(eq(of.ownerId, person.id), hasStatus(of, 'retracted'), isOut(of, now));

/** What a text asks for: the article of this number, or those with these words; null if it has no word. */
export function readText(text: string): { number: number } | { words: SearchQuery } | null {
  const asked = readArticleNumber(text);
  if (asked !== undefined) return { number: asked };
  const words = parseSearchQuery(text);
  return words && { words };
}

/** Whether the days of a filter are those of the publication. */
export const isByPublication = ({ state }: DeskFilter): boolean =>
  state === 'published' || state === 'scheduled' || state === 'ahead' || state === 'retracted';

/** The days of a filter as a condition on one of the two times. */
export const inDays = (time: Column, { from, to }: DeskFilter): SQL | undefined =>
  and(from && gte(time, from), to && lt(time, to));

const isLinked = (of: Facts, link: typeof articleAuthors | typeof articleTags, condition: SQL) =>
  exists(
    db()
      .select({ one: sql`1` })
      .from(link)
      .where(and(eq(link.articleId, of.id), condition)),
  );

/** All conditions of a filter but its state. */
export function meets(of: Facts, filter: DeskFilter, person: Person, now: Date): SQL | undefined {
  const asked = filter.text ? readText(filter.text) : undefined;
  if (asked === null) return sql`false`;
  return and(
    filter.locale && eq(of.locale, filter.locale),
    filter.kind && eq(of.kind, filter.kind),
    filter.sectionId ? eq(of.sectionId, filter.sectionId) : undefined,
    filter.isMine ? eq(of.ownerId, person.id) : undefined,
    inDays(isByPublication(filter) ? of.publishedAt : of.updatedAt, filter),
    maySee(of, person, now),
    filter.tagId ? isLinked(of, articleTags, eq(articleTags.tagId, filter.tagId)) : undefined,
    filter.authorId ? isLinked(of, articleAuthors, eq(articleAuthors.authorId, filter.authorId)) : undefined,
    asked && 'number' in asked ? eq(of.number, asked.number) : undefined,
    asked && 'words' in asked
      ? inArray(of.number, engine.search.newestNumbers(asked.words, MOST_HITS))
      : undefined,
  );
}
