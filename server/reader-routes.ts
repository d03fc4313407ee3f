import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RouteRules } from '#lib/route-rules.ts';
import { appFolder, findRoutes, type AppRoute } from './app-routes.ts';

export type ReaderRoute = AppRoute & { rules: RouteRules };

const RULES = 'route-rules.ts';

async function withRules(route: AppRoute): Promise<ReaderRoute> {
  const file = join(appFolder, route.folder, RULES);
  const { rules = {} } = existsSync(file)
    ? ((await import(pathToFileURL(file).href)) as { rules?: RouteRules })
    : {};
  return { ...route, rules };
}

/** Every route of readers with what it declares; found once, when the process starts. */
export const readerRoutes: ReaderRoute[] = await Promise.all(
  findRoutes()
    .filter(({ folder }) => !folder.startsWith('newsroom'))
    .map(withRules),
);

/** For a route without a declaration and for an unknown address: cached, no query, no forms. */
const NO_RULES: RouteRules = {};

/** What the route of an internal path (`/ar/local`) declares. */
export const rulesOf = (path: string): RouteRules =>
  readerRoutes.find(({ pattern }) => pattern.test(path))?.rules ?? NO_RULES;

/** Addresses outside the editions, the same in every language: `/robots.txt`. */
export const sharedPaths: ReadonlySet<string> = new Set(
  readerRoutes.filter(({ folder }) => /^[^[/]+\.[^/]+$/.test(folder)).map(({ folder }) => `/${folder}`),
);
