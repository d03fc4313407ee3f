export const NEWSROOM_HOME = '/newsroom';

/** The page after signing in: always a page of the newsroom, whatever the URL requested. */
export function returnPath(asked: unknown): string {
  if (typeof asked !== 'string' || /[\\\u0000-\u001f]/.test(asked) || !/^\/newsroom(?:[/?]|$)/.test(asked))
    return NEWSROOM_HOME;
  const url = new URL(asked, 'http://local');
  // Dot segments could lead out of the newsroom, and the sign-in page would be a loop.
  if (
    url.origin !== 'http://local' ||
    !/^\/newsroom(?:\/|$)/.test(url.pathname) ||
    url.pathname.startsWith('/newsroom/sign-')
  )
    return NEWSROOM_HOME;
  return url.pathname + url.search;
}
