import { expect, test } from 'vitest';
import { faultIn } from './watch-actions.ts';

const answer = (status: number, headers: Record<string, string> = {}) =>
  faultIn(new Response(null, { status, headers }))?.failure;

test.each([
  [
    'a redirect to the sign-in page because the session ended',
    303,
    { 'x-action-redirect': '/newsroom/sign-in?next=%2Fnewsroom%2Fpages;push' },
    'signedOut',
  ],
  [
    'a redirect to the sign-in page after a new password',
    303,
    { 'x-action-redirect': '/newsroom/sign-in?notice=reset;push' },
    undefined,
  ],
  [
    'a redirect to another page',
    303,
    { 'x-action-redirect': '/newsroom/authors?done=added;push' },
    undefined,
  ],
  ['a missing permission', 403, {}, 'forbidden'],
  ['a record that no longer exists', 404, {}, 'gone'],
  ['an unknown action, which Next reports itself', 404, { 'x-nextjs-action-not-found': '1' }, undefined],
  ['a body that is too large', 413, {}, 'tooBig'],
  ['a rejected form', 422, {}, undefined],
  ['an accepted form', 200, {}, undefined],
])('maps a response to the failure that the form shows: %s', (_, status, headers, failure) => {
  expect(answer(status, headers as Record<string, string>)).toBe(failure);
});
