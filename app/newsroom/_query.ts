import { readWhole } from '#lib/arabic/read-number.ts';

export type Query = Promise<Record<string, string | string[] | undefined>>;

/** One value of a query key, empty when it is missing or given twice. */
export const single = (value: string | string[] | undefined): string =>
  typeof value === 'string' ? value : '';

/**
 * `?page=N` from 1. A list gets shorter while it is worked through, so a page that is gone is page one, not
 * an error.
 */
export function pageNumber(value: string | string[] | undefined): number {
  const page = readWhole(single(value)) ?? 1;
  return page >= 1 && page <= 99_999 ? page : 1;
}

/** A path with those of the keys that have a value. */
export function withQuery(path: string, query: Record<string, string | number | undefined>): string {
  const kept = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(kept.map(([key, value]) => [key, String(value)])).toString();
  return search ? `${path}?${search}` : path;
}
