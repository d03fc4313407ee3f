import { expect, it } from 'vitest';
import { makeCommentLink, readCommentLink } from './comment-link.ts';
import { isFormTokenValid, makeFormToken } from './form-token.ts';

const HOUR = 3_600_000;
const HOURS = 24;
const key = Buffer.alloc(32, 1);
const otherKey = Buffer.alloc(32, 2);
const now = new Date('2026-11-23T12:30:00Z');
const inHours = (hours: number) => new Date(now.getTime() + hours * HOUR);
const isValid = (token: string, number = 1001, at = now) => isFormTokenValid(key, token, number, at, HOURS);

it('takes its own token for its article, for as long as the form is open', () => {
  const token = makeFormToken(key, 1001, now);
  expect(isValid(token)).toBe(true);
  expect(isValid(token, 1001, inHours(HOURS))).toBe(true);
  expect(isValid(token, 1001, inHours(HOURS + 1))).toBe(false);
});

it('is the same for all who get the page within the hour', () => {
  expect(makeFormToken(key, 1001, new Date('2026-11-23T12:59:59Z'))).toBe(makeFormToken(key, 1001, new Date('2026-11-23T12:00:00Z')));
});

it.each([
  ['of another article', makeFormToken(key, 1002, now)],
  ['from the future', makeFormToken(key, 1001, inHours(1))],
  ['signed by somebody else', makeFormToken(otherKey, 1001, now)],
  ['made fresh by hand', makeFormToken(key, 1001, inHours(-48)).replace(/:\d+/, `:${Math.floor(now.getTime() / HOUR)}`)],
  ['moved to this article by hand', makeFormToken(key, 1002, now).replace('1002', '1001')],
  ['without a signature', `1001:${Math.floor(now.getTime() / HOUR)}`],
  ['with an empty signature', `1001:${Math.floor(now.getTime() / HOUR)}.`],
  ['cut short', makeFormToken(key, 1001, now).slice(0, -1)],
  ['with more behind it', `${makeFormToken(key, 1001, now)}x`],
  ['that is a comment\'s link', makeCommentLink(key, '1001')],
  ['that is empty', ''],
  ['that is a dot', '.'],
  ['in other letters', makeFormToken(key, 1001, now).toUpperCase()],
])('refuses a token %s', (_name, token) => {
  expect(isValid(token)).toBe(false);
});

it('gives a comment\'s id back from its link, and from no other', () => {
  const id = '01938f2e-7d3a-7c11-8a55-2f1e6a0b9c77';
  const link = makeCommentLink(key, id);
  expect(readCommentLink(key, link)).toBe(id);
  expect(link).toMatch(/^[\w.-]+$/); // stands in an address as it is
  for (const forged of [link.replace('0193', '0194'), makeCommentLink(otherKey, id), id, `${id}.`, '', link.slice(0, -2), ` ${link}`]) {
    expect(readCommentLink(key, forged)).toBeNull();
  }
});
