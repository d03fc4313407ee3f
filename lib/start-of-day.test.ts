import { expect, it } from 'vitest';
import { startOfDay } from './start-of-day.ts';

it.each([
  ['2026-11-23T08:30:15.250Z', 'Africa/Tripoli', '2026-11-22T22:00:00.000Z'],
  ['2026-11-23T22:00:00.000Z', 'Africa/Tripoli', '2026-11-23T22:00:00.000Z'],
  ['2026-11-23T08:30:15.250Z', 'UTC', '2026-11-23T00:00:00.000Z'],
])('%s in %s began at %s', (now, timeZone, expected) => expect(startOfDay(new Date(now), timeZone).toISOString()).toBe(expected));
