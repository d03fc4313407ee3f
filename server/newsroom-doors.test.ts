import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { getKeys } from '#lib/security/keys.ts';
import { doorFor, findDoors } from './newsroom-doors.ts';

const open = findDoors({
  '/newsroom/(desk)/page': '/newsroom',
  '/newsroom/(desk)/articles/page': '/newsroom/articles',
  '/newsroom/(desk)/[...rest]/page': '/newsroom/[...rest]',
  '/newsroom/(desk)/articles/[id]/draft/route': '/newsroom/articles/[id]/draft',
  '/newsroom/sign-in/page': '/newsroom/sign-in',
  '/newsroom/reset/[token]/page': '/newsroom/reset/[token]',
  '/[locale]/page': '/[locale]',
});
const ask = (url: string, method = 'GET', headers: Record<string, string> = {}) =>
  doorFor({ method, url, headers }, open);
const door = (path: string) => `/newsroom/sign-in?next=${encodeURIComponent(path)}`;

it.each([
  ['/newsroom', '/newsroom'],
  ['/newsroom/articles?page=3&status=draft', '/newsroom/articles?page=3&status=draft'],
  ['/newsroom/nothing/here', '/newsroom/nothing/here'],
  ['/newsroom/sign-in/else', '/newsroom'],
  ['/newsroom/reset/a/b', '/newsroom/reset/a/b'],
])('leads who asks for %s to the door, and back afterwards', (url, back) => {
  expect(ask(url)).toBe(door(back));
  expect(ask(url, 'HEAD')).toBe(door(back));
});

it.each([
  '/newsroom/sign-in',
  '/newsroom/sign-in?next=/newsroom/articles',
  '/newsroom/reset/abc',
  '/newsroom/articles/7/draft',
])('leaves %s to Next', (url) => expect(ask(url)).toBeUndefined());

it('leaves forms, the data of Next and sessions to Next', () => {
  const value = `token.${createHmac('sha256', getKeys().auth.toString('hex')).update('token').digest('base64')}`;
  expect(ask('/newsroom/articles', 'POST')).toBeUndefined();
  expect(ask('/newsroom/articles', 'GET', { rsc: '1' })).toBeUndefined();
  expect(
    ask('/newsroom/articles', 'GET', { cookie: `midad.session_token=${encodeURIComponent(value)}` }),
  ).toBeUndefined();
  expect(ask('/newsroom/articles', 'GET', { cookie: 'midad.session_token=token.forged' })).toBe(
    door('/newsroom/articles'),
  );
});
