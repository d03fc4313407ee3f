import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { getKeys } from '#lib/security/keys.ts';
import { toRoutes } from './app-routes.ts';
import { findSignInRedirect, findOpenAddresses } from './sign-in-redirect.ts';

const files = [
  'newsroom/(desk)/page.tsx',
  'newsroom/(desk)/articles/page.tsx',
  'newsroom/(desk)/[...rest]/page.tsx',
  'newsroom/(desk)/articles/[id]/draft/route.ts',
  'newsroom/sign-in/page.tsx',
  'newsroom/reset/[token]/page.tsx',
];
const open = findOpenAddresses(toRoutes(files));
const ask = (url: string, method = 'GET', headers: Record<string, string> = {}) =>
  findSignInRedirect({ method, url, headers }, open);
const door = (path: string) => `/newsroom/sign-in?next=${encodeURIComponent(path)}`;

it.each([
  ['/newsroom', '/newsroom'],
  ['/newsroom/articles?page=3&status=draft', '/newsroom/articles?page=3&status=draft'],
  ['/newsroom/nothing/here', '/newsroom/nothing/here'],
  ['/newsroom/sign-in/else', '/newsroom'],
  ['/newsroom/reset/a/b', '/newsroom/reset/a/b'],
])('redirects %s to the sign-in page, with the way back', (url, back) => {
  expect(ask(url)).toBe(door(back));
  expect(ask(url, 'HEAD')).toBe(door(back));
});

it.each([
  '/newsroom/sign-in',
  '/newsroom/sign-in?next=/newsroom/articles',
  '/newsroom/reset/abc',
  '/newsroom/articles/7/draft',
  '/newsroom/%73ign-in',
  '/newsroom/%zz',
])('leaves %s to Next', (url) => expect(ask(url)).toBeUndefined());

it('leaves forms, data requests of Next and signed sessions to Next', () => {
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

it('finds the public pages of the newsroom by the files of app/', () => {
  for (const path of [
    '/newsroom/sign-in',
    '/newsroom/sign-in/code',
    '/newsroom/first',
    '/newsroom/invitation/x',
    '/newsroom/reset/x',
  ])
    expect(findSignInRedirect({ method: 'GET', url: path, headers: {} }), path).toBeUndefined();
  expect(findSignInRedirect({ method: 'GET', url: '/newsroom/comments', headers: {} })).toBe(
    door('/newsroom/comments'),
  );
});
