import type { SQL } from 'drizzle-orm';
import type { SearchQuery } from '#lib/arabic/search-query.ts';
import type { Runner, Transaction } from './engine.ts';

/** The stems of an article, made by `indexText`. */
export type IndexedArticle = { number: number; title: string; body: string; tags: string };

/** `all`: every term of the query must match. `any`: one term is enough. Excluded terms apply to both. */
export type SearchKind = 'all' | 'any';

/** The public number of an article and its time in milliseconds. A better match has a higher rank. */
export type SearchHit = { number: number; publishedAt: number; rank: number };

export type SearchScope = {
  query: SearchQuery;
  kind: SearchKind;
  /** A further condition on the article. */
  where: SQL | undefined;
  order: 'relevance' | 'newest';
};

/** The hits in no order. `isCut`: there are more, and these are the newest by number. */
export type SearchHits = { hits: SearchHit[]; isCut: boolean };

/** The full-text index of articles; each engine has its own implementation. */
export type SearchIndex = {
  /** Replaces an article's stems. Runs in the transaction that writes the article. */
  put: (tx: Transaction, article: IndexedArticle) => Promise<void>;
  remove: (tx: Transaction, number: number) => Promise<void>;
  /** A subquery: the highest numbers of articles that match the query, in any state of the article. */
  newestNumbers: (query: SearchQuery, limit: number) => SQL;
  find: (runner: Runner, scope: SearchScope) => Promise<SearchHits>;
};
