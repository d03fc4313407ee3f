import { and, desc, eq, gte, lt, sql } from 'drizzle-orm';
import { dayRange } from '#lib/arabic/dates.ts';
import type { Locale } from '#lib/locales.ts';
import { isVisible } from './cards.ts';
import { db, given, prepared } from '#db/engine/client.ts';
import { articles } from '#db/tables/tables.ts';

export type ArchiveMonth = { year: number; month: number };

/** The months of 100 years. */
const MOST_MONTHS = 1200;

const lastBefore = prepared(() =>
  db()
    .select({ at: articles.publishedAt })
    .from(articles)
    .where(
      and(
        isVisible(given('now', articles.publishedAt)),
        eq(articles.locale, sql.placeholder('locale')),
        lt(articles.publishedAt, given('end', articles.publishedAt)),
        gte(articles.publishedAt, given('start', articles.publishedAt)),
      ),
    )
    .orderBy(desc(articles.publishedAt))
    .limit(1)
    .prepare(),
);

type Asked = { locale: Locale; now: Date; timeZone: string };
type Parts = { year: number; month: number; day: number };

/**
 * The periods in which something was published, newest first. It jumps from the last article of one period to
 * the last article before that period. So it reads one index row for each period, and none for empty ones.
 */
async function listSpans<T>(
  { locale, now, timeZone }: Asked,
  { from, to }: { from: Date; to: Date },
  spanOf: (parts: Parts) => { value: T; from: Date },
): Promise<T[]> {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const spans: T[] = [];
  for (let end = to; spans.length < MOST_MONTHS;) {
    const [row] = await lastBefore().execute({ locale, now, start: from, end });
    if (!row?.at) break;
    const [year, month, day] = format.format(row.at).split('-').map(Number) as [number, number, number];
    const span = spanOf({ year, month, day });
    spans.push(span.value);
    end = span.from;
  }
  return spans;
}

/** The months (in `timeZone`) with visible articles, newest first. */
export const listMonths = (locale: Locale, now: Date, timeZone: string): Promise<ArchiveMonth[]> =>
  listSpans(
    { locale, now, timeZone },
    { from: new Date(0), to: new Date(now.getTime() + 1) },
    ({ year, month }) => ({
      value: { year, month },
      from: dayRange(year, month, undefined, timeZone)!.from,
    }),
  );

/** The days of a month with visible articles, in ascending order. */
export async function listDays({ year, month }: ArchiveMonth, asked: Asked): Promise<number[]> {
  const range = dayRange(year, month, undefined, asked.timeZone);
  if (!range) return [];
  const days = await listSpans(asked, range, (parts) => ({
    value: parts.day,
    from: dayRange(year, month, parts.day, asked.timeZone)!.from,
  }));
  return days.toReversed();
}
