import { beforeEach, expect, it, vi } from 'vitest';
import { Health } from './health.ts';

let now = 0;
let checks = 0;
let outcome: () => Promise<void>;
let health: Health;
const said: string[] = [];

beforeEach(() => {
  [now, checks] = [0, 0];
  said.length = 0;
  outcome = async () => {};
  vi.spyOn(console, 'error').mockImplementation(
    (...words: unknown[]) => void said.push(words.map(String).join(' ')),
  );
  health = new Health(
    () => {
      checks += 1;
      return outcome();
    },
    () => now,
  );
});

const fail = () => Promise.reject(new Error('no such table'));

it('runs one check for concurrent requests, and another after five seconds', async () => {
  expect(await Promise.all([health.isWell(), health.isWell()])).toEqual([true, true]);
  now = 4000;
  await health.isWell();
  expect(checks).toBe(1);
  now = 6000;
  await health.isWell();
  expect(checks).toBe(2);
});

it('is not well while the check fails, and logs that once', async () => {
  outcome = fail;
  expect(await health.isWell()).toBe(false);
  now = 2000;
  expect(await health.isWell()).toBe(false);
  expect(said.filter((line) => line.includes('cannot be answered'))).toHaveLength(1);
  outcome = async () => {};
  now = 4000;
  expect(await health.isWell()).toBe(true);
  expect(checks).toBe(3);
});

it('keeps the last result while a check is slow, and fails a check that never ends', async () => {
  expect(await health.isWell()).toBe(true);
  now = 10_000;
  outcome = () => new Promise(() => {});
  expect(await health.isWell()).toBe(true);
  now = 30_000;
  expect(await health.isWell()).toBe(false);
});
