import { z } from 'zod';
import type { AuditCursor, AuditFilter } from '#db/people/audit-desk.ts';
import { dateText } from '#lib/arabic/read-number.ts';
import { startOfLocalDay } from '#lib/arabic/local-day.ts';
import { single } from '#app/_request/query.ts';

/** The values in the address, as they were typed: they go back into the fields. */
export type AuditAsked = { who: string; kind: string; subject: string; from: string; to: string };

const day = z.iso.date();
const pickers = {
  who: /^(?:command|[\w-]{1,64})$/,
  kind: /^[a-zA-Z]+(?:\.[a-zA-Z]+)?$/,
  subject: /^[\w:./-]{1,120}$/,
};

export function readAsked(query: Record<string, string | string[] | undefined>): AuditAsked {
  const text = (name: keyof typeof pickers) =>
    pickers[name].test(single(query[name])) ? single(query[name]) : '';
  const date = (name: string) => day.safeParse(dateText(single(query[name]))).data ?? '';
  return {
    who: text('who'),
    kind: text('kind'),
    subject: text('subject'),
    from: date('from'),
    to: date('to'),
  };
}

const nextDay = (iso: string) =>
  new Date(Date.parse(`${iso}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** The day in `to` is included. */
export function toFilter({ who, kind, subject, from, to }: AuditAsked, timeZone: string): AuditFilter {
  return {
    ...(who && { userId: who === 'command' ? null : who }),
    ...(kind && { kind }),
    ...(subject && { subject }),
    ...(from && { from: startOfLocalDay(from, timeZone) }),
    ...(to && { to: startOfLocalDay(nextDay(to), timeZone) }),
  };
}

export const writeCursor = ({ createdAt, id }: AuditCursor): string => `${createdAt.getTime()}_${id}`;

export function readCursor(value: string | string[] | undefined): AuditCursor | undefined {
  const [, at = '', id = ''] = /^(\d{1,15})_([\w-]{1,64})$/.exec(single(value)) ?? [];
  return id ? { createdAt: new Date(Number(at)), id } : undefined;
}
