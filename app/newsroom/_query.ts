import { single } from '#app/_request/query.ts';
import { readWhole } from '#lib/arabic/read-number.ts';

/**
 * `?page=N` from 1. An invalid number is page one, not an error: a list gets shorter while people work
 * through it.
 */
export function pageOrFirst(value: string | string[] | undefined): number {
  const page = readWhole(single(value)) ?? 1;
  return page >= 1 && page <= 99_999 ? page : 1;
}

/** A path with the query keys that have a value. */
export function withQuery(path: string, query: Record<string, string | number | undefined>): string {
  const kept = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(kept.map(([key, value]) => [key, String(value)])).toString();
  return search ? `${path}?${search}` : path;
}
