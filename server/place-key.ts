import { findAskedPlace } from '#db/comments/asked-place.ts';
import { liveKey } from './live-key.ts';

const ARTICLE = /^(\/[a-z]+\/[^/?]+\/([1-9]\d{0,9})\/[^/?]+)\?(.+)$/;
/** The first one that is given decides which threads the page shows; the others have no effect. */
const PLACES = ['after', 'before', 'at'];

/**
 * The cache key of an article's page at a place in its comments or its coverage. A client may send any id,
 * and several at once, and each combination would be a page of its own. What the page does not show is left
 * out, and a comment is named by its thread. An unknown `after` or `before`, or an unknown entry of a
 * coverage, is kept: its page is not found, so it is not cached.
 */
export async function placeKey(cacheKey: string): Promise<string> {
  const [, path, number, search] = ARTICLE.exec(cacheKey) ?? [];
  if (path === undefined) return cacheKey;
  const query = new URLSearchParams(search);
  if (![...PLACES, 'live'].some((key) => query.has(key))) return cacheKey;
  const asked = await findAskedPlace(Number(number), query.get('at') ?? '');
  if (!asked) return cacheKey;
  if (asked.status === 'retracted') return path;
  if (asked.threadId === null) query.delete('at');
  else if (query.has('at')) query.set('at', asked.threadId);
  const [place, ...others] = PLACES.filter((key) => query.has(key));
  for (const key of others) query.delete(key);
  // No link leads to a place in both lists. Their combinations would be as many as the product of the lists.
  if (place !== undefined || asked.kind !== 'live') query.delete('live');
  return query.size > 0 ? `${path}?${query}` : path;
}

/** The key under which a page is cached, of all the keys of addresses that lead to it. */
export const sharedKey = async (cacheKey: string): Promise<string> => placeKey(await liveKey(cacheKey));
