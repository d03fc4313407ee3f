import type { Column, SQL } from 'drizzle-orm';
import type { SearchQuery } from '#lib/arabic/search-query.ts';
import type { Runner, Transaction } from './engine.ts';

/** Stems of an article, as `indexText` makes them. */
export type IndexedArticle = { number: number; title: string; body: string; tags: string };

/** `all`: every term of the query. `any`: one of them is enough. What it leaves out is in neither. */
export type SearchKind = 'all' | 'any';

/** The public number of an article, the better match with the higher rank, and its time in milliseconds. */
export type SearchHit = { number: number; publishedAt: number; rank: number };

export type SearchScope = {
  query: SearchQuery;
  kind: SearchKind;
  /** What a hit must be besides. */
  where: SQL | undefined;
  order: 'relevance' | 'newest';
  limit: number;
};

/** The full-text index of articles, in the language of an engine. */
export type SearchIndex = {
  /**
   * Writes an article's stems, in place of those that stood there; part of the transaction that writes the
   * article.
   */
  put: (tx: Transaction, article: IndexedArticle) => Promise<void>;
  remove: (tx: Transaction, number: number) => Promise<void>;
  /** The condition that the article with this number matches. */
  matches: (number: Column, query: SearchQuery) => SQL;
  find: (runner: Runner, scope: SearchScope) => Promise<SearchHit[]>;
};
