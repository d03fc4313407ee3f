import { sql } from 'drizzle-orm';
import type { SearchQuery } from '#lib/arabic/search-query.ts';
import type { SearchHit, SearchIndex, SearchKind, SearchScope } from './search-index.ts';

/*
 * FTS5. The statements name the columns of `articles` as SQL text, because the tables import the engine and
 * not the other way round.
 */

/** The most terms of an `any` search: each further term means more articles to rank. */
const MAX_ANY = 8;

/** A stem has only letters and digits, so the text inside the quotes cannot contain an FTS5 operator. */
const phrase = (stems: string[]) => `"${stems.join(' ')}"`;

export function fts5({ terms, excluded }: SearchQuery, kind: SearchKind): string {
  const wanted = terms.map(phrase);
  const found = kind === 'all' ? wanted.join(' AND ') : wanted.slice(0, MAX_ANY).join(' OR ');
  return `(${found})${excluded.map((stems) => ` NOT ${phrase(stems)}`).join('')}`;
}

const rowsOf = (query: SearchQuery, kind: SearchKind) =>
  sql`(select rowid from article_search where article_search match ${fts5(query, kind)})`;

/** The best hits. `cross join` makes SQLite read the search index first. */
const best = ({ query, kind, where, limit }: SearchScope) =>
  sql`select article_search.rowid, "articles"."published_at", article_search.rank from article_search
      cross join "articles" on "articles"."number" = article_search.rowid
      where article_search match ${fts5(query, kind)} and article_search.rank match 'bm25(5, 1, 3)' and ${where ?? sql`true`}
      order by article_search.rank limit ${limit}`;

/**
 * The newest hits, read from a covering index: for common words, reading the article rows would take ten
 * times as long.
 */
const newest = ({ query, kind, where, limit }: SearchScope) =>
  sql`select "articles"."number", "articles"."published_at", 0 from "articles" indexed by articles_desk
      where coalesce("articles"."number", 0) in ${rowsOf(query, kind)} and ${where ?? sql`true`}
      order by "articles"."published_at" desc, "articles"."number" desc limit ${limit}`;

export const sqliteSearch: SearchIndex = {
  async put(tx, { number, title, body, tags }) {
    await sqliteSearch.remove(tx, number);
    await tx.run(
      sql`insert into article_search (rowid, title, body, tags) values (${number}, ${title}, ${body}, ${tags})`,
    );
  },

  async remove(tx, number) {
    await tx.run(sql`delete from article_search where rowid = ${number}`);
  },

  // In the order of the row ids FTS5 reads no more hits than the limit.
  newestNumbers: (query, limit) =>
    sql`(select rowid from article_search where article_search match ${fts5(query, 'all')}
      order by rowid desc limit ${limit})`,

  async find(runner, scope): Promise<SearchHit[]> {
    const rows = await runner.values<[number, number, number]>(
      scope.order === 'newest' ? newest(scope) : best(scope),
    );
    return rows.map(([number, publishedAt, rank]) => ({ number, publishedAt, rank: -rank }));
  },
};
