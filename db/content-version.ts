import { and, eq, gt, min } from 'drizzle-orm';
import { db, openDatabase } from './client.ts';
import { articles, contentVersion } from './tables.ts';

/** Cheap sign that some connection has committed since the last call; only then is the version worth reading. */
export const commitSign = (): number => openDatabase().dataVersion();

/** Raised by triggers on every change that a reader can see. */
export async function getContentVersion(): Promise<number> {
  const [row] = await db().select({ version: contentVersion.version }).from(contentVersion);
  return row?.version ?? 0;
}

/** The next moment at which a page changes by itself: a scheduled article goes out, a breaking line ends. Null when none is known. */
export async function getNextDueTime(now: Date): Promise<Date | null> {
  const [scheduled] = await db()
    .select({ at: min(articles.publishedAt) })
    .from(articles)
    .where(and(eq(articles.status, 'published'), gt(articles.publishedAt, now)));
  const [breaking] = await db()
    .select({ at: min(articles.breakingUntil) })
    .from(articles)
    .where(and(eq(articles.status, 'published'), gt(articles.breakingUntil, now)));
  const times = [scheduled?.at, breaking?.at].filter((at) => at != null).map((at) => at.getTime());
  return times.length > 0 ? new Date(Math.min(...times)) : null;
}
