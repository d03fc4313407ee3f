import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { z } from 'zod';
import { returnPath } from '#lib/people/return-path.ts';
import { holdsSignedSession } from './session-cookie.ts';

/** What the build says of addresses: the file of each below app/, and the address. */
const MANIFEST = join(import.meta.dirname, '../.next/app-path-routes-manifest.json');
const manifest = z.record(z.string(), z.string());

/** Pages in this folder ask for a session before anything else. */
const DESK_PAGE = /^\/newsroom\/\(desk\)\/(?:.*\/)?page$/;

const patternOf = (address: string) => new RegExp(`^${address.replaceAll(/\[[^\]]+\]/g, '[^/]+')}$`);

/**
 * The addresses of the newsroom that somebody who is not signed in may ask Next for: its doors, and what
 * answers scripts.
 */
export function findDoors(routes: Record<string, string>): RegExp[] {
  return Object.entries(routes)
    .filter(([file]) => file.startsWith('/newsroom/') && !DESK_PAGE.test(file))
    .map(([, address]) => patternOf(address));
}

let doors: RegExp[] | undefined;
const readDoors = (): RegExp[] =>
  (doors ??= findDoors(manifest.parse(JSON.parse(readFileSync(MANIFEST, 'utf8')))));

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
  if (
    (method !== 'GET' && method !== 'HEAD') ||
    headers.rsc !== undefined ||
    holdsSignedSession(headers.cookie)
  )
    return undefined;
  const [path = ''] = url.split('?');
  if (open.some((pattern) => pattern.test(path))) return undefined;
  return `/newsroom/sign-in?next=${encodeURIComponent(returnPath(url))}`;
}
