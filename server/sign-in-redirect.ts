import type { IncomingMessage } from 'node:http';
import { returnPath } from '#lib/people/return-path.ts';
import { findRoutes, type AppRoute } from './app-routes.ts';
import { holdsSignedSession } from './session-cookie.ts';

/** Pages in this folder ask for a session before anything else. */
const DESK_PAGE = /^newsroom\/\(desk\)\/(?:.*\/)?page\.tsx$/;

/**
 * The addresses of the newsroom that are open without signing in: its public pages, and route handlers for
 * scripts.
 */
export const findOpenAddresses = (routes: AppRoute[]): RegExp[] =>
  routes
    .filter(({ folder, file }) => /^newsroom(?:\/|$)/.test(folder) && !DESK_PAGE.test(`${folder}/${file}`))
    .map(({ pattern }) => pattern);

let openAddresses: RegExp[] | undefined;
const readOpenAddresses = () => (openAddresses ??= findOpenAddresses(findRoutes()));

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

/**
 * Where a request without a signed session is redirected. Every page checks the session itself; this gives
 * the same response without the cost of a render.
 */
export function findSignInRedirect(
  { method, url = '/', headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
  open = readOpenAddresses(),
): string | undefined {
  // Next in the browser expects a response in its own format.
  if ((method !== 'GET' && method !== 'HEAD') || headers.rsc !== undefined) return undefined;
  if (holdsSignedSession(headers.cookie)) return undefined;
  const path = decoded(url.split('?')[0]!);
  if (path === undefined || open.some((pattern) => pattern.test(path))) return undefined;
  return `/newsroom/sign-in?next=${encodeURIComponent(returnPath(url))}`;
}
