import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RouteRules } from '#lib/route-rules.ts';
import { appFolder, findRoutes, type AppRoute } from './app-routes.ts';

export type ReaderRoute = AppRoute & { rules: RouteRules };

const RULES = 'route-rules.ts';

/** Without a declaration a route is rendered for each reader and takes no forms: slow, but never wrong. */
const UNDECLARED: RouteRules = { isPrivate: true };

async function withRules(route: AppRoute): Promise<ReaderRoute> {
  const file = join(appFolder, route.folder, RULES);
  if (!existsSync(file)) return { ...route, rules: UNDECLARED };
  const { rules } = (await import(pathToFileURL(file).href)) as { rules?: RouteRules };
  if (!rules) throw new Error(`app/${route.folder}/${RULES} exports no rules`);
  return { ...route, rules };
}

/** Every route of readers with what it declares; found once, when the process starts. */
export const readerRoutes: ReaderRoute[] = await Promise.all(
  findRoutes()
    .filter(({ folder }) => !folder.startsWith('newsroom'))
    .map(withRules),
);
if (readerRoutes.length === 0) throw new Error(`There are no routes in ${appFolder}`);

/** An address that no route has: its page is a 404, which is never cached under the address. */
const NO_RULES: RouteRules = {};

/** What the route of an internal path (`/ar/local`) declares. */
export const rulesOf = (path: string): RouteRules =>
  readerRoutes.find(({ pattern }) => pattern.test(path))?.rules ?? NO_RULES;

/** Addresses outside the editions, the same in every language: `/robots.txt`. */
export const sharedPaths: ReadonlySet<string> = new Set(
  readerRoutes.filter(({ folder }) => /^[^[/]+\.[^/]+$/.test(folder)).map(({ folder }) => `/${folder}`),
);
