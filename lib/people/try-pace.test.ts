import { expect, it } from 'vitest';
import { PACES, waitAfter, type Pace } from './try-pace.ts';

const DAY = 86_400_000;

/**
 * The most guesses a day for an attacker who knows these numbers: either never waiting longer than required,
 * or pausing until the count is reset.
 */
function mostGuesses(pace: Pace): number {
  let steady = 0;
  for (let ms = 0; ms < DAY; steady++) ms += waitAfter(steady + 1, pace);
  const bursts = (tries: number) => {
    const takes =
      Array.from({ length: tries }, (_, n) => waitAfter(n + 1, pace)).reduce((sum, wait) => sum + wait, 0) +
      pace.forget;
    return (tries * DAY) / takes;
  };
  return Math.max(steady, ...Array.from({ length: 60 }, (_, n) => bursts(n + 1)));
}

it('the number of guesses a day for one account from all unknown networks is bounded', () => {
  expect(mostGuesses(PACES.password)).toBeLessThan(500);
  expect(mostGuesses(PACES.code)).toBeLessThan(110);
  expect(mostGuesses(PACES.reset)).toBeLessThan(30);
});
