import { expect, it } from 'vitest';
import { readingMinutes } from './reading-time.ts';

it.each([
  [0, 1],
  [90, 1],
  [269, 1],
  [270, 2],
  [900, 5],
])('readingMinutes of %i words is %i', (words, minutes) => expect(readingMinutes(words)).toBe(minutes));
