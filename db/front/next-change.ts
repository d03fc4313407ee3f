import { and, eq, gt, lte, min } from 'drizzle-orm';
import { isoDay, startOfLocalDay } from '#lib/arabic/local-day.ts';
import { getNextRevisionTime } from '#db/articles/scheduled.ts';
import { db } from '#db/engine/client.ts';
import { getSettings } from '#db/paper/settings.ts';
import { articles, frontSlots } from '#db/tables/tables.ts';
import { LEADS_FOR_MS } from './page.ts';

const DAY = 86_400_000;

function startOfNextDay(now: Date, timeZone: string): Date {
  const today = Date.parse(isoDay(now, timeZone));
  return startOfLocalDay(new Date(today + DAY).toISOString().slice(0, 10), timeZone);
}

/** When the oldest high-priority story stops being eligible to lead. */
async function nextLeadEnd(now: Date): Promise<Date | null> {
  const [oldest] = await db()
    .select({ at: min(articles.publishedAt) })
    .from(articles)
    .where(
      and(
        eq(articles.status, 'published'),
        eq(articles.priority, 'high'),
        gt(articles.publishedAt, new Date(now.getTime() - LEADS_FOR_MS)),
        lte(articles.publishedAt, now),
      ),
    );
  return oldest?.at ? new Date(oldest.at.getTime() + LEADS_FOR_MS) : null;
}

/** The current day in the site's time zone, which pages show. */
export const getToday = async (now: Date): Promise<string> => isoDay(now, (await getSettings()).timeZone);

/**
 * The next time at which pages change without an act: a scheduled article or text appears, a breaking line or
 * a pin ends, a story of high priority no longer leads, or a new day begins. Times at which only one page
 * changes are not here (`keepUntil`): the end of an article's comments.
 */
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
  const [pinned] = await db()
    .select({ at: min(frontSlots.expiresAt) })
    .from(frontSlots)
    .where(gt(frontSlots.expiresAt, now));
  const revision = await getNextRevisionTime(now);
  const leadEnd = await nextLeadEnd(now);
  const times = [midnight, leadEnd, scheduled?.at, revision, breaking?.at, pinned?.at]
    .filter((at) => at != null)
    .map((at) => at.getTime());
  return new Date(Math.min(...times));
}
