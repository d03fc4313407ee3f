import { and, asc, eq, sql } from 'drizzle-orm';
import { dayRange } from '#lib/arabic/dates.ts';
import { isoDay } from '#lib/arabic/local-day.ts';
import type { Locale } from '#lib/locales.ts';
import { db, prepared } from '#db/engine/client.ts';
import { EDITION } from './listings.ts';
import { listings } from '#db/tables/tables.ts';

export type ArchiveMonth = { year: number; month: number };

/** The months of 100 years. */
const MOST_MONTHS = 1200;

type Range = { from: Date; to: Date };

const firstListed = prepared(() =>
  db()
    .select({ at: listings.publishedAt })
    .from(listings)
    .where(and(eq(listings.list, EDITION), eq(listings.locale, sql.placeholder('locale'))))
    .orderBy(asc(listings.publishedAt))
    .limit(1)
    .prepare(),
);

/** Of some periods those in which something was published: one look into the index for each. */
async function keepFilled<T extends Range>(periods: T[], locale: Locale, now: Date): Promise<T[]> {
  if (periods.length === 0) return [];
  const at = now.getTime();
  const values = sql.join(
    periods.map(({ from, to }) => sql`(${from.getTime()}, ${to.getTime()})`),
    sql`, `,
  );
  const { publishedAt } = listings;
  const found = await db().values<[number]>(sql`select column1 from (values ${values}) as periods
    where exists (select 1 from ${listings} where ${listings.list} = ${EDITION} and ${listings.locale} = ${locale}
      and ${publishedAt} >= column1 and ${publishedAt} < case when column2 <= ${at} then column2 else ${at} + 1 end)`);
  const starts = new Set(found.map(([from]) => from));
  return periods.filter(({ from }) => starts.has(from.getTime()));
}

/** The months (in `timeZone`) with visible articles, newest first. */
export async function listMonths(locale: Locale, now: Date, timeZone: string): Promise<ArchiveMonth[]> {
  const [first] = await firstListed().execute({ locale });
  if (!first) return [];
  const begin = isoDay(first.at, timeZone).slice(0, 7);
  const months: (ArchiveMonth & Range)[] = [];
  let [year = 0, month = 0] = isoDay(now, timeZone).split('-').map(Number);
  while (months.length < MOST_MONTHS && `${year}-${String(month).padStart(2, '0')}` >= begin) {
    months.push({ year, month, ...dayRange(year, month, undefined, timeZone)! });
    [year, month] = month === 1 ? [year - 1, 12] : [year, month - 1];
  }
  const filled = await keepFilled(months, locale, now);
  return filled.map(({ year, month }) => ({ year, month }));
}

type Asked = { locale: Locale; now: Date; timeZone: string };

/** The days of a month with visible articles, in ascending order. */
export async function listDays(
  { year, month }: ArchiveMonth,
  { locale, now, timeZone }: Asked,
): Promise<number[]> {
  const days = Array.from({ length: 31 }, (_, n) => n + 1).flatMap((day) => {
    const range = dayRange(year, month, day, timeZone);
    return range ? { day, ...range } : [];
  });
  return (await keepFilled(days, locale, now)).map(({ day }) => day);
}
