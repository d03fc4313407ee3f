import { expect, test } from 'vitest';
import { failureOf, isRedirect, SendFault } from './send-failure.ts';

const withDigest = (digest: string) => Object.assign(new Error('An error occurred'), { digest });

test.each([
  ['no connection: nothing left the browser', new TypeError('Failed to fetch'), false, 'offline'],
  ['a connection that broke: it may have arrived', new TypeError('Failed to fetch'), true, 'unanswered'],
  [
    'a page of a server that restarts, or of a proxy before it',
    new Error('An unexpected response was received from the server.'),
    true,
    'busy',
  ],
  ['the session ended', new SendFault('signedOut'), true, 'signedOut'],
  [
    'a new build does not know the action',
    Object.assign(new Error('not found'), { name: 'UnrecognizedActionError' }),
    true,
    'newBuild',
  ],
  ['the server failed, and logged it', withDigest('3847562910'), true, 'fault'],
])('names the failure: %s', (_, error, isOnline, failure) => {
  expect(failureOf(error, isOnline)).toBe(failure);
});

test('does not count a redirect as a failure', () => {
  expect(isRedirect(withDigest('NEXT_REDIRECT;push;/newsroom/articles;303;'))).toBe(true);
  expect(isRedirect(withDigest('NEXT_HTTP_ERROR_FALLBACK;404'))).toBe(false);
});
