import { globSync } from 'node:fs';
import { join } from 'node:path';

export const appFolder = join(import.meta.dirname, '../app');

/** A folder of app/ that answers requests, as Next reads it. */
export type AppRoute = {
  /** The folder below app/. */
  folder: string;
  file: 'page.tsx' | 'route.ts';
  /** Matches the path of a request, without its query. */
  pattern: RegExp;
};

/** Next leaves the names of route groups, `(desk)`, out of addresses. */
const segmentsOf = (folder: string) =>
  folder.split('/').filter((segment) => segment !== '' && !/^\(.*\)$/.test(segment));

/** The address of a folder, with its parameters in brackets. */
export const addressOf = (folder: string): string => `/${segmentsOf(folder).join('/')}`;

function patternOf(folder: string): RegExp {
  const segments = segmentsOf(folder).map((segment) => {
    if (segment.startsWith('[[...')) return '(?:/.+)?';
    if (segment.startsWith('[...')) return '/.+';
    return segment.startsWith('[') ? '/[^/]+' : `/${segment.replace(/[.*+?^${}()|\\]/g, '\\$&')}`;
  });
  return new RegExp(`^${segments.join('') || '/'}$`);
}

/** Next tries a fixed name before a parameter, and a parameter before the rest of a path. */
const rank = (segment: string | undefined) =>
  segment === undefined ? 0 : ['', '[', '[...', '[[...'].findLastIndex((start) => segment.startsWith(start));

function compare(a: string[], b: string[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const difference = rank(a[at]) - rank(b[at]);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The routes of files of app/ (`page.tsx`, `route.ts`) in order of precedence; the first match wins. */
export const toRoutes = (files: string[]): AppRoute[] =>
  files
    .map((path) => {
      const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
      const file = path.slice(folder ? folder.length + 1 : 0) as AppRoute['file'];
      return { folder, file, pattern: patternOf(folder) };
    })
    .toSorted((a, b) => compare(segmentsOf(a.folder), segmentsOf(b.folder)));

/** Every route of app/, read from disk. */
export const findRoutes = (): AppRoute[] =>
  toRoutes(globSync('**/{page.tsx,route.ts}', { cwd: appFolder }).map((file) => file.replaceAll('\\', '/')));
