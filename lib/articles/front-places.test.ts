import { expect, test } from 'vitest';
import { parsePlace, placeKey, type FrontPlace } from './front-places.ts';

test('placeKey and parsePlace are inverse', () => {
  const places: FrontPlace[] = [
    { slot: 'lead', sectionId: null, position: 0 },
    { slot: 'second', sectionId: null, position: 8 },
    { slot: 'section', sectionId: '01a0b1c2-0000-7000-8000-000000000000', position: 3 },
  ];
  for (const place of places) expect(parsePlace(placeKey(place))).toEqual(place);
});

test('parsePlace returns undefined for keys without a place', () => {
  for (const key of [
    '',
    'second',
    'second-9',
    'second-1-x',
    'section-0',
    'section-4-x',
    'breaking-0',
    'lead-1',
  ])
    expect([key, parsePlace(key)]).toEqual([key, undefined]);
});
