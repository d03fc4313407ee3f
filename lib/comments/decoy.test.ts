import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { decoyName, isDecoyFilled } from './decoy.ts';

const key = randomBytes(32);
const day = (n: number) => new Date(Date.UTC(2026, 10, n, 12));
const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};
const honest = {
  body: 'رأي',
  name: 'ليلى',
  email: 'layla@example.org',
  notify: '1',
  token: 'x',
  replyTo: 'y',
  preview: '1',
};

it('has one name a day, and another name on another instance', () => {
  expect(decoyName(key, day(1))).toBe(decoyName(key, new Date(Date.UTC(2026, 10, 1, 23, 59))));
  const names = new Set(Array.from({ length: 30 }, (_, n) => decoyName(key, day(n))));
  expect(names.size).toBeGreaterThan(10);
  for (const name of names) expect(name).toMatch(/^[a-z]+_[a-z]+$/);
  expect(Array.from({ length: 5 }, (_, n) => decoyName(randomBytes(32), day(n)))).not.toEqual(
    Array.from({ length: 5 }, (_, n) => decoyName(key, day(n))),
  );
});

it("counts as filled if any field is that the form does not have: today's decoy, yesterday's, or an older one", () => {
  expect(isDecoyFilled(form(honest))).toBe(false);
  expect(isDecoyFilled(form({ ...honest, [decoyName(key, day(2))]: '' }))).toBe(false);
  for (const name of [decoyName(key, day(2)), decoyName(key, day(1)), 'website'])
    expect(isDecoyFilled(form({ ...honest, [name]: 'x' }))).toBe(true);
});
