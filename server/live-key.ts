import { nearestChange } from '#db/live/entries.ts';

const CHANGES = /^(\/[a-z]+\/live\/([1-9]\d{0,8}))\?after=(\d{1,15})$/;

/**
 * The cache key of the changes of a live coverage since a time. A client may send any time, and each would be
 * a page of its own. Times with the same changes after them share one.
 */
export async function liveKey(cacheKey: string): Promise<string> {
  const [, path, number, after] = CHANGES.exec(cacheKey) ?? [];
  if (path === undefined) return cacheKey;
  const since = await nearestChange(Number(number), Number(after));
  return since === 0 ? path : `${path}?after=${since}`;
}
