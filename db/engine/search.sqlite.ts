import { sql, type SQL } from 'drizzle-orm';
import type { SearchQuery } from '#lib/arabic/search-query.ts';
import type { Runner } from './engine.ts';
import type { SearchHit, SearchHits, SearchIndex, SearchKind, SearchScope } from './search-index.ts';

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

/*
 * What a search costs must not grow with the archive: a common word is in most of its articles, and bm25
 * counts all of them. So a search ends at the newest hits, by number. Only if all words are rare are they
 * ranked by bm25; else by where they are, in the title, the tags or the text.
 */
/** How many hits are ranked. */
const MOST_HITS = 2000;
/** How many hits are read, also of other editions, to find so many. */
const MOST_READ = 8000;
/** The most articles with a rare word. */
const RARE = 10_000;
/** The numbers that one statement reads; the thread is free between two. */
const STEP = 32_000;
const MOST_OF_STEP = 2500;

const SCORES = { text: 1, named: 3, titled: 6 };

/** All words of a query in the title; one of them in the title or the tags. */
const titled = ({ terms }: SearchQuery) => `{title} : (${terms.map(phrase).join(' AND ')})`;
const named = ({ terms }: SearchQuery) => `{title tags} : (${terms.map(phrase).join(' OR ')})`;

type Row = [number: number, publishedAt: number | null, rank: number];

/** Whether every word is in few articles. Stops to count at the limit. */
async function areRare(runner: Runner, { terms, excluded }: SearchQuery): Promise<boolean> {
  for (const word of new Set([...terms, ...excluded].flat())) {
    const [[count] = [0]] = await runner.values<[number]>(
      sql`select count(*) from (select 1 from article_search where article_search match ${phrase([word])} limit ${RARE + 1})`,
    );
    if (count > RARE) return false;
  }
  return true;
}

/** The driver passes numbers as fractions, and FTS5 then reads the whole index instead of a range. */
const between = (from: number, to: number) =>
  sql`rowid between cast(${from} as integer) and cast(${to} as integer)`;

/** Numbers of a match from `from` to `to`, the newest first, each with its time if it may be shown. */
const readStep = (
  runner: Runner,
  { match, where, from, to }: { match: string; where: SQL | undefined; from: number; to: number },
  rank = sql`0`,
) =>
  runner.values<Row>(
    sql`select found.number, "articles"."published_at", found.rank from (
          select rowid as number, ${rank} as rank from article_search
          where article_search match ${match} and ${between(from, to)}
          order by rowid desc limit ${MOST_OF_STEP}) as found
        left join "articles" on "articles"."number" = found.number and ${where ?? sql`true`}`,
  );

const toHits = (rows: Row[]): SearchHit[] =>
  rows.flatMap(([number, publishedAt, rank]) =>
    publishedAt === null ? [] : [{ number, publishedAt, rank }],
  );

async function lastNumber(runner: Runner): Promise<number> {
  const [[last] = [0]] = await runner.values<[number]>(
    sql`select "number" from "articles" where "number" > 0 order by "number" desc limit 1`,
  );
  return last;
}

/** The newest hits with rare words: few enough to be ranked by bm25, where a better match is lower. */
async function findRare(runner: Runner, { query, kind, where }: SearchScope): Promise<SearchHits> {
  const step = { match: fts5(query, kind), where, from: 0, to: Number.MAX_SAFE_INTEGER };
  const rows = await readStep(runner, step, sql`-bm25(article_search, 5, 1, 3)`);
  return { hits: toHits(rows), isCut: rows.length === MOST_OF_STEP };
}

/** The newest hits, step by step from the newest article. */
async function findNewest(runner: Runner, { query, kind, where, order }: SearchScope): Promise<SearchHits> {
  const match = fts5(query, kind);
  const hits: SearchHit[] = [];
  let read = 0;
  for (let to = await lastNumber(runner); to > 0;) {
    if (hits.length >= MOST_HITS || read >= MOST_READ) return { hits, isCut: true };
    const from = Math.max(0, to - STEP);
    const rows = await readStep(runner, { match, where, from, to });
    const isFull = rows.length === MOST_OF_STEP;
    const end = isFull ? rows.at(-1)![0] : from;
    const found = toHits(rows);
    if (order === 'relevance' && found.length > 0) {
      const ranks = new Map<number, number>();
      for (const [condition, score] of [
        [named(query), SCORES.named],
        [titled(query), SCORES.titled],
      ] as const)
        for (const [number] of await runner.values<[number]>(
          sql`select rowid from article_search
              where article_search match ${`(${match}) AND ${condition}`} and ${between(end, to)}`,
        ))
          ranks.set(number, score);
      for (const hit of found) hit.rank = ranks.get(hit.number) ?? SCORES.text;
    }
    hits.push(...found);
    read += rows.length;
    to = end - 1;
  }
  return { hits, isCut: false };
}

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

  find: async (runner, scope) =>
    scope.order === 'relevance' && (await areRare(runner, scope.query))
      ? findRare(runner, scope)
      : findNewest(runner, scope),
};
