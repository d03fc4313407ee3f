import { expect, test } from 'vitest';
import { fromLocalDateTime, localDateTime } from './local-time.ts';

test('converts there and back in zones with whole, fractional and negative offsets', () => {
  for (const timeZone of [
    'Africa/Tripoli',
    'Asia/Tehran',
    'Asia/Kolkata',
    'America/New_York',
    'Pacific/Kiritimati',
    'UTC',
  ]) {
    for (const iso of ['2026-01-01T00:00:00Z', '2026-07-15T21:45:00Z', '2026-11-24T10:30:00Z']) {
      const at = new Date(iso);
      expect([timeZone, fromLocalDateTime(localDateTime(at, timeZone), timeZone)?.toISOString()]).toEqual([
        timeZone,
        at.toISOString(),
      ]);
    }
  }
  expect(fromLocalDateTime('2026-11-24T10:30', 'Africa/Tripoli')?.toISOString()).toBe(
    '2026-11-24T08:30:00.000Z',
  );
});

test('converts times in the hour that a clock skips or repeats', () => {
  // Beirut: on 29 March 2026, 00:00 is skipped to 01:00. New York: 02:00 is skipped on 8 March, 01:00 comes
  // twice on 1 November.
  expect(fromLocalDateTime('2026-03-08T01:59', 'America/New_York')?.toISOString()).toBe(
    '2026-03-08T06:59:00.000Z',
  );
  expect(fromLocalDateTime('2026-03-08T02:30', 'America/New_York')?.toISOString()).toBe(
    '2026-03-08T07:30:00.000Z',
  );
  expect(fromLocalDateTime('2026-03-08T03:00', 'America/New_York')?.toISOString()).toBe(
    '2026-03-08T07:00:00.000Z',
  );
  expect(fromLocalDateTime('2026-11-01T01:30', 'America/New_York')?.toISOString()).toBe(
    '2026-11-01T05:30:00.000Z',
  );
  expect(fromLocalDateTime('2026-11-01T02:00', 'America/New_York')?.toISOString()).toBe(
    '2026-11-01T07:00:00.000Z',
  );
  expect(localDateTime(fromLocalDateTime('2026-03-29T00:30', 'Asia/Beirut')!, 'Asia/Beirut')).toBe(
    '2026-03-29T01:30',
  );
  for (const text of ['2026-03-29T01:00', '2026-10-25T12:00', '2026-04-24T00:00']) {
    for (const zone of ['Asia/Beirut', 'Africa/Cairo'])
      expect([zone, localDateTime(fromLocalDateTime(text, zone)!, zone) >= text]).toEqual([zone, true]);
  }
});

test('reads seconds, other digits and slashes as the same moment', () => {
  for (const text of ['2026-11-24T10:30:00', '٢٠٢٦-١١-٢٤ ١٠:٣٠', '2026/11/24T10:30']) {
    expect(fromLocalDateTime(text, 'UTC')?.toISOString()).toBe('2026-11-24T10:30:00.000Z');
  }
});

test('returns null for text that is not a time', () => {
  for (const text of ['', '2026-02-30T10:00', '2026-11-24', '2026-11-24T25:00', 'غدًا'])
    expect(fromLocalDateTime(text, 'UTC')).toBeNull();
});
