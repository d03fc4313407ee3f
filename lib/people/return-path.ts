export const NEWSROOM_HOME = '/newsroom';

/** Where to go after signing in: a page of the newsroom, never another site, whatever the address said. */
export function returnPath(asked: unknown): string {
  if (typeof asked !== 'string' || /[\\\u0000-\u001f]/.test(asked) || !/^\/newsroom(?:[/?]|$)/.test(asked))
    return NEWSROOM_HOME;
  const url = new URL(asked, 'http://local');
  // Dot segments could lead out of the newsroom, and back to the sign-in page is a circle.
  if (
    url.origin !== 'http://local' ||
    !/^\/newsroom(?:\/|$)/.test(url.pathname) ||
    url.pathname.startsWith('/newsroom/sign-')
  )
    return NEWSROOM_HOME;
  return url.pathname + url.search;
}
