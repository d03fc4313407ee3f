import { and, eq, max, min } from 'drizzle-orm';
import type { Locale } from '#lib/locales.ts';
import { isVisible } from './article-cards.ts';
import { db } from './client.ts';
import { articles } from './tables.ts';

/** The months from the first publication to the last, newest first, as a clock in `timeZone` shows them. */
export async function listMonths(locale: Locale, now: Date, timeZone: string): Promise<{ year: number; month: number }[]> {
  const [row] = await db()
    .select({ first: min(articles.publishedAt), last: max(articles.publishedAt) })
    .from(articles)
    .where(and(isVisible(now), eq(articles.locale, locale)));
  if (!row?.first || !row.last) return [];
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit' });
  const monthsSince0 = (at: Date) => {
    const [year, month] = format.format(at).split('-').map(Number);
    return year! * 12 + month! - 1;
  };
  const first = monthsSince0(row.first);
  const last = monthsSince0(row.last);
  return Array.from({ length: last - first + 1 }, (_, n) => ({ year: Math.floor((last - n) / 12), month: ((last - n) % 12) + 1 }));
}
