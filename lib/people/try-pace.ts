const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/**
 * After `free` attempts each next one waits twice as long, from `first` up to `most`. After `forget` without
 * attempts the count starts again at zero.
 */
export type Pace = { free: number; first: number; most: number; forget: number };

export const PACES = {
  /** Fewer than 500 guesses a day for one account from all unknown networks together. */
  password: { free: 10, first: 30 * SECOND, most: 3 * MINUTE, forget: HOUR },
  /** Six digits are few: fewer than 110 guesses a day, each with a chance of three in a million. */
  code: { free: 10, first: MINUTE, most: 15 * MINUTE, forget: 24 * HOUR },
  reset: { free: 3, first: 10 * MINUTE, most: HOUR, forget: 24 * HOUR },
  network: { free: 20, first: 10 * SECOND, most: MINUTE, forget: 15 * MINUTE },
  resetNetwork: { free: 5, first: MINUTE, most: 15 * MINUTE, forget: HOUR },
} satisfies Record<string, Pace>;

/** How long no attempt is accepted after a number of attempts, in milliseconds. */
export const waitAfter = (tries: number, { free, first, most }: Pace): number =>
  tries < free ? 0 : Math.min(most, first * 2 ** Math.min(tries - free, 20));
