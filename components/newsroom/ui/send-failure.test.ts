import { expect, test } from 'vitest';
import { failureOf, isRedirect, SendFault } from './send-failure.ts';

const withDigest = (digest: string) => Object.assign(new Error('An error occurred'), { digest });

test.each([
  ['no connection, nothing was sent', new TypeError('Failed to fetch'), false, 'offline'],
  ['a connection lost before the response', new TypeError('Failed to fetch'), true, 'unanswered'],
  [
    'a page from a restarting server or its proxy',
    new Error('An unexpected response was received from the server.'),
    true,
    'busy',
  ],
  ['an ended session', new SendFault('signedOut'), true, 'signedOut'],
  [
    'an action that the new build does not have',
    Object.assign(new Error('not found'), { name: 'UnrecognizedActionError' }),
    true,
    'newBuild',
  ],
  ['an error that the server logged', withDigest('3847562910'), true, 'fault'],
])('names the failure: %s', (_, error, isOnline, failure) => {
  expect(failureOf(error, isOnline)).toBe(failure);
});

test('does not count a redirect as a failure', () => {
  expect(isRedirect(withDigest('NEXT_REDIRECT;push;/newsroom/articles;303;'))).toBe(true);
  expect(isRedirect(withDigest('NEXT_HTTP_ERROR_FALLBACK;404'))).toBe(false);
});
