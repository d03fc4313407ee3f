import { expect, test } from 'vitest';
import { faultIn } from './watch-actions.ts';

const answer = (status: number, headers: Record<string, string> = {}) =>
  faultIn(new Response(null, { status, headers }))?.failure;

test.each([
  [
    'the door, because nobody is signed in',
    303,
    { 'x-action-redirect': '/newsroom/sign-in?next=%2Fnewsroom%2Fpages;push' },
    'signedOut',
  ],
  [
    'the door, after a new password',
    303,
    { 'x-action-redirect': '/newsroom/sign-in?notice=reset;push' },
    undefined,
  ],
  ['another page', 303, { 'x-action-redirect': '/newsroom/authors?done=added;push' }, undefined],
  ['somebody who may not', 403, {}, 'forbidden'],
  ['what is gone', 404, {}, 'gone'],
  [
    'a build that does not know the action, which Next tells itself',
    404,
    { 'x-nextjs-action-not-found': '1' },
    undefined,
  ],
  ['more than is taken', 413, {}, 'tooBig'],
  ['a form that is refused', 422, {}, undefined],
  ['a form that is answered', 200, {}, undefined],
])('maps a response to the failure that the form shows: %s', (_, status, headers, failure) => {
  expect(answer(status, headers as Record<string, string>)).toBe(failure);
});
