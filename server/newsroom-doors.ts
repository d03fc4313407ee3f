import { globSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { returnPath } from '#lib/people/return-path.ts';
import { holdsSignedSession } from './session-cookie.ts';

const app = join(import.meta.dirname, '../app');

/** Pages in this folder ask for a session before anything else. */
const DESK_PAGE = /^newsroom\/\(desk\)\/(?:.*\/)?page\.tsx$/;

/** The address of a file of app/: without the folders that Next leaves out, any segment for a parameter. */
function patternOf(file: string): RegExp {
  const segments = file
    .split('/')
    .slice(0, -1)
    .filter((each) => !/^\(.*\)$/.test(each));
  return new RegExp(`^/${segments.map((each) => (each.startsWith('[') ? '[^/]+' : each)).join('/')}$`);
}

/**
 * The addresses of the newsroom that somebody who is not signed in may ask Next for: its doors, and what
 * answers scripts.
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
 * Where a request for a page of the newsroom is led that no session of ours goes with. Every page asks by
 * itself whether its reader is signed in; this answers the same for those that certainly are not, without the
 * render that a page takes.
 */
export function doorFor(
  { method, url = '/', headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
  open = readDoors(),
): string | undefined {
  // The browser's part of Next reads an answer of its own.
  if ((method !== 'GET' && method !== 'HEAD') || headers.rsc !== undefined) return undefined;
  if (holdsSignedSession(headers.cookie)) return undefined;
  const path = decoded(url.split('?')[0]!);
  if (path === undefined || open.some((pattern) => pattern.test(path))) return undefined;
  return `/newsroom/sign-in?next=${encodeURIComponent(returnPath(url))}`;
}
