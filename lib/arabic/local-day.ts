const HOUR = 3_600_000;
/** No time zone has been farther from UTC than this since 1900. */
const FARTHEST = 16 * HOUR;

const formats = new Map<string, Intl.DateTimeFormat>();

function calendar(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  formats.set(timeZone, made);
  return made;
}

/** The local date at a moment: `2026-11-23`. */
export function isoDay(at: Date, timeZone: string): string {
  const parts = Object.fromEntries(
    calendar(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  return `${parts.year}-${parts.month}-${parts.day}`;
}

const starts = new Map<string, Date>();
/** The months of 100 years have 1,200; a page of the archive also asks for 31 days. */
const MOST_STARTS = 4000;

/**
 * The moment at which a day (`2026-11-23`) begins. Found by binary search, since clocks may skip midnight, or
 * a whole day; remembered, because the archive asks for the days of each month.
 */
export function startOfLocalDay(day: string, timeZone: string): Date {
  const key = `${day} ${timeZone}`;
  const start = starts.get(key) ?? findStart(day, timeZone);
  if (starts.size >= MOST_STARTS) starts.clear();
  starts.set(key, start);
  return new Date(start);
}

function findStart(day: string, timeZone: string): Date {
  const utc = Date.parse(`${day}T00:00:00Z`);
  let before = utc - FARTHEST;
  let start = utc + FARTHEST;
  while (start - before > 1000) {
    const middle = Math.floor((before + start) / 2000) * 1000;
    if (isoDay(new Date(middle), timeZone) < day) before = middle;
    else start = middle;
  }
  return new Date(start);
}
