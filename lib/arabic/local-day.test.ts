import { expect, it } from 'vitest';
import { isoDay, startOfLocalDay } from './local-day.ts';

it.each([
  ['2026-11-22T21:59:59Z', 'Africa/Tripoli', '2026-11-22'],
  ['2026-11-22T22:00:00Z', 'Africa/Tripoli', '2026-11-23'],
  ['2026-01-01T02:00:00Z', 'America/New_York', '2025-12-31'],
])('isoDay for %s in %s is %s', (at, timeZone, day) => expect(isoDay(new Date(at), timeZone)).toBe(day));

it('startOfLocalDay finds the first second of a day without midnight', () => {
  const start = startOfLocalDay('2026-04-24', 'Africa/Cairo');
  expect(isoDay(start, 'Africa/Cairo')).toBe('2026-04-24');
  expect(isoDay(new Date(start.getTime() - 1), 'Africa/Cairo')).toBe('2026-04-23');
});
