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

/** A moment in the newsroom's time zone, in the format of a `datetime-local` field: `2026-11-24T10:30`. */
export function localDateTime(at: Date, timeZone: string): string {
  const parts = Object.fromEntries(
    clock(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`;
}

/**
 * The moment of a `datetime-local` value in the newsroom's time zone; null if it is not valid. If the clock
 * shows a time twice, the first is used. A skipped time becomes the moment after the jump.
 */
export function fromLocalDateTime(typed: string, timeZone: string): Date | null {
  const text = dateText(typed);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text)) return null;
  const asUtc = Date.parse(`${text}Z`);
  if (Number.isNaN(asUtc) || new Date(asUtc).toISOString().slice(0, 16) !== text) return null;
  const offset = (at: number) => Date.parse(`${localDateTime(new Date(at), timeZone)}Z`) - at;
  // The offsets of the day before and the day after include every possible one.
  const tries = [...new Set([offset(asUtc - DAY), offset(asUtc + DAY)])]
    .map((by) => asUtc - by)
    .sort((a, b) => a - b);
  const exact = tries.find((at) => localDateTime(new Date(at), timeZone) === text);
  if (exact !== undefined) return new Date(exact);
  // A skipped time: with the offset from before the jump, the clock already shows a later hour.
  return new Date(tries.at(-1)!);
}
