import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { getKeys } from '#lib/security/keys.ts';
import { holdsSignedSession } from './session-cookie.ts';

const sign = (token: string) =>
  `${token}.${createHmac('sha256', getKeys().auth.toString('hex')).update(token).digest('base64')}`;
const signed = encodeURIComponent(sign('abc123'));

it.each([
  `midad.session_token=${signed}`,
  `a=b; __Secure-midad.session_token=${signed}; c=d`,
  // From another instance on this host, or from a parent domain.
  `midad.session_token=of.another; __Secure-midad.session_token=${signed}`,
  `midad.session_token=x; midad.session_token=${signed}`,
])('accepts a session that this site has signed: %.40s', (cookies) =>
  expect(holdsSignedSession(cookies)).toBe(true),
);

it.each([
  undefined,
  '',
  'midad.session_token=',
  'midad.session_token=abc',
  `midad.session_token=${signed}x.y`,
  `midad.session_token=${encodeURIComponent(sign('abc124').replace('abc124', 'abc123'))}`,
  `xmidad.session_token=${signed}`,
  'midad.session_token=%',
  'midad.session_token=%zz',
  'midad.session_token=.',
  `midad.session_token=${'a'.repeat(10_000)}`,
  `midad.session_token=${encodeURIComponent('abc123.')}`,
])('rejects any other cookie: %.60s', (cookies) => expect(holdsSignedSession(cookies)).toBe(false));
