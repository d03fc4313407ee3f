import { expect, it } from 'vitest';
import { listZones } from './time-zones.ts';

const AT = new Date('2026-11-29T12:00:00Z');

it('lists every zone with its name in the language, near zones first', () => {
  const zones = listZones('ar', AT);
  expect(zones[0]).toEqual({
    value: 'Africa/Tripoli',
    group: 'near',
    label: 'توقيت ليبيا · \u2066UTC+2\u2069 · \u2066Africa/Tripoli\u2069',
  });
  const values = zones.map(({ value }) => value);
  expect(new Set(values).size).toBe(values.length);
  expect(values).toEqual(expect.arrayContaining([...Intl.supportedValuesOf('timeZone'), 'UTC']));
  expect(zones.filter(({ group, label }) => group === 'near' && !label.startsWith('توقيت '))).toEqual([]);
  const groups = zones.map(({ group }) => group);
  expect(groups.filter((group, n) => group !== groups[n - 1])).toEqual(
    [
      'near',
      'Africa',
      'Asia',
      'Europe',
      'America',
      'Australia',
      'Pacific',
      'Atlantic',
      'Indian',
      'Antarctica',
      'Arctic',
      'other',
    ].filter((group) => groups.includes(group as 'near')),
  );
});
