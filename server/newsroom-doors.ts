import { globSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { returnPath } from '#lib/people/return-path.ts';
import { holdsSignedSession } from './session-cookie.ts';

const app = join(import.meta.dirname, '../app');

/** Pages in this folder require a session before anything else. */
const DESK_PAGE = /^newsroom\/\(desk\)\/(?:.*\/)?page\.tsx$/;

/**
 * The pattern of the address of a file in app/: without route groups, and with any segment for a parameter.
 */
function patternOf(file: string): RegExp {
  const segments = file
    .split('/')
    .slice(0, -1)
    .filter((each) => !/^\(.*\)$/.test(each));
  return new RegExp(`^/${segments.map((each) => (each.startsWith('[') ? '[^/]+' : each)).join('/')}$`);
}

/**
 * The addresses of the newsroom that are open without signing in: its public pages, and route handlers for
 * scripts.
 */
export const findDoors = (files: string[]): RegExp[] =>
  files.filter((file) => !DESK_PAGE.test(file)).map(patternOf);

let doors: RegExp[] | undefined;
const readDoors = () => (doors ??= findDoors(globSync('newsroom/**/{page.tsx,route.ts}', { cwd: app })));

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
export function doorFor(
  { method, url = '/', headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
  open = readDoors(),
): string | undefined {
  // Next in the browser expects a response in its own format.
  if ((method !== 'GET' && method !== 'HEAD') || headers.rsc !== undefined) return undefined;
  if (holdsSignedSession(headers.cookie)) return undefined;
  const path = decoded(url.split('?')[0]!);
  if (path === undefined || open.some((pattern) => pattern.test(path))) return undefined;
  return `/newsroom/sign-in?next=${encodeURIComponent(returnPath(url))}`;
}
