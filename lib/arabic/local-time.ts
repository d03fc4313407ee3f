import { dateText } from './read-number.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const formats = new Map<string, Intl.DateTimeFormat>();

function clock(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  formats.set(timeZone, made);
  return made;
}

/**
 * What calendar and clock on the newsroom's wall show, as a `datetime-local` field holds it:
 * `2026-11-24T10:30`.
 */
export function localDateTime(at: Date, timeZone: string): string {
  const parts = Object.fromEntries(
    clock(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`;
}

/**
 * The moment at which the newsroom's wall shows a `datetime-local` value; null when it is none. Where the
 * clock is set back the first of the two is meant; what it skips means the moment after the jump.
 */
export function fromLocalDateTime(typed: string, timeZone: string): Date | null {
  const text = dateText(typed);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text)) return null;
  const asUtc = Date.parse(`${text}Z`);
  if (Number.isNaN(asUtc) || new Date(asUtc).toISOString().slice(0, 16) !== text) return null;
  const offset = (at: number) => Date.parse(`${localDateTime(new Date(at), timeZone)}Z`) - at;
  // The offsets of the day before and the day after hold all that the wall can mean.
  const tries = [...new Set([offset(asUtc - DAY), offset(asUtc + DAY)])]
    .map((by) => asUtc - by)
    .sort((a, b) => a - b);
  const exact = tries.find((at) => localDateTime(new Date(at), timeZone) === text);
  if (exact !== undefined) return new Date(exact);
  // Skipped: with the offset from before the jump the wall already shows a later hour.
  return new Date(tries.at(-1)!);
}
