import { and, eq, gt, min } from 'drizzle-orm';
import { isoDay, startOfLocalDay } from '#lib/arabic/local-day.ts';
import { db, openDatabase } from './client.ts';
import { getSettings } from './settings.ts';
import { articles, contentVersion } from './tables.ts';

/** Cheap sign that some connection has committed since the last call; only then is the version worth reading. */
export const commitSign = (): number => openDatabase().dataVersion();

/** Raised by triggers on every change that a reader can see. */
export async function getContentVersion(): Promise<number> {
  const [row] = await db().select({ version: contentVersion.version }).from(contentVersion);
  return row?.version ?? 0;
}

const DAY = 86_400_000;

function startOfNextDay(now: Date, timeZone: string): Date {
  const today = Date.parse(isoDay(now, timeZone));
  return startOfLocalDay(new Date(today + DAY).toISOString().slice(0, 10), timeZone);
}

/** The next moment at which pages change by themselves: a scheduled article goes out, a breaking line ends, a new day begins. */
export async function getNextDueTime(now: Date): Promise<Date> {
  const { timeZone } = await getSettings();
  const midnight = startOfNextDay(now, timeZone);
  const [scheduled] = await db()
    .select({ at: min(articles.publishedAt) })
    .from(articles)
    .where(and(eq(articles.status, 'published'), gt(articles.publishedAt, now)));
  const [breaking] = await db()
    .select({ at: min(articles.breakingUntil) })
    .from(articles)
    .where(and(eq(articles.status, 'published'), gt(articles.breakingUntil, now)));
  const times = [midnight, scheduled?.at, breaking?.at].filter((at) => at != null).map((at) => at.getTime());
  return new Date(Math.min(...times));
}
