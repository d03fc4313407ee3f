import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '#lib/locales.ts';
import { isReservedPath } from '#lib/reserved-paths.ts';
import { appFolder, toRoutes } from './app-routes.ts';
import { findPublicFiles } from './public-files.ts';
import { readerRoutes, rulesOf, type ReaderRoute } from './reader-routes.ts';
import { acceptsForm, matchRoute } from './routes.ts';

/* Compares the route table with app/. */

const sourceOf = ({ folder, file }: ReaderRoute) => readFileSync(join(appFolder, folder, file), 'utf8');
const named = readerRoutes.map((route) => [`app/${route.folder}/${route.file}`, route] as const);
const pages = named.filter(([, { file }]) => file === 'page.tsx');
const handlers = named.filter(([, { file }]) => file === 'route.ts');

/** Values that the routes take for their parameters. */
const VALUES: Record<string, string> = {
  '[locale]': '',
  '[section]': 'local',
  '[id]': '1001',
  '[number]': '1001',
  '[slug]': 'x',
  '[comment]': 'id',
  '[act]': 'withdraw',
  '[token]': 'id.signature',
  '[[...date]]': '2026',
};
/** Values of queries; each key takes one of them. */
const SAMPLES = ['2', 'oldest', '0198c0de-0000-7000-8000-000000000000', '0'];
/** Search without words has one page. */
const isOnlyFirstPage = ({ folder }: ReaderRoute) => folder === '[locale]/search';

/** An address that a reader would type for a route, in the default edition. */
const addressOf = ({ folder }: ReaderRoute) =>
  `/${folder
    .split('/')
    .map((segment) => VALUES[segment] ?? segment)
    .filter(Boolean)
    .join('/')}`;

describe('every route of readers', () => {
  // Parts of the sitemap have an address of their own (routes.test.ts); the catch-all is no page.
  const addressed = named.filter(([, { folder }]) => !/sitemap-parts|\[\.\.\.rest\]/.test(folder));

  it.each(addressed)('is reached at its address: %s', (_name, route) => {
    const address = addressOf(route);
    const found = matchRoute(address);
    if (found.kind !== 'page') throw new Error(`${address} is taken for ${found.kind}`);
    const [path = ''] = found.path.split('?');
    expect(readerRoutes.find(({ pattern }) => pattern.test(path))?.folder).toBe(route.folder);
    expect(rulesOf(path)).toBe(route.rules);
    expect(acceptsForm(address)).toBe(route.rules.takesForms === true);
    expect(found.cacheKey === null).toBe(route.rules.isPrivate === true);
  });
});

describe('a page', () => {
  it.each(pages)('that reads the query declares its keys, and no other does: %s', (_name, route) => {
    const { query, privateQuery, isPrivate } = route.rules;
    const declares = query !== undefined || privateQuery !== undefined;
    const reads = /\bsearchParams\b/.test(sourceOf(route));
    if (!isPrivate) expect(declares).toBe(reads);
    expect(route.rules.takesForms).toBeUndefined();
  });

  it.each(pages)('is cached with every key that it declares: %s', (name, route) => {
    const address = addressOf(route);
    for (const key of Object.keys(route.rules.query ?? {})) {
      const isCached = SAMPLES.some((value) => {
        const found = matchRoute(`${address}?${key}=${encodeURIComponent(value)}`);
        return found.kind === 'page' && found.cacheKey?.includes(`${key}=`);
      });
      // Add a sample that this key accepts.
      if (!isCached && !isOnlyFirstPage(route)) expect.fail(`${name}: no sample for the key ${key}`);
    }
    for (const key of route.rules.privateQuery ?? [])
      expect(matchRoute(`${address}?${key}=x`)).toMatchObject({ kind: 'page', cacheKey: null });
  });
});

describe('a route handler', () => {
  it.each(handlers)(
    'that answers POST declares that it takes forms, and no other does: %s',
    (_name, route) => {
      const answersPost = /export (?:async function|function|const) POST\b/.test(sourceOf(route));
      expect(route.rules.takesForms === true).toBe(answersPost);
    },
  );

  it.each(handlers)('that reads the query is private: %s', (_name, route) => {
    if (/\bsearchParams\b|\bnextUrl\b/.test(sourceOf(route))) expect(route.rules.isPrivate).toBe(true);
  });
});

it('every route of readers declares its rules', () => {
  const undeclared = readerRoutes.filter(
    ({ folder }) => !existsSync(join(appFolder, folder, 'route-rules.ts')),
  );
  expect(undeclared.map(({ folder }) => folder)).toEqual([]);
});

it('every page of one reader, and every page behind a token, is private', () => {
  const ofOneReader = readerRoutes.filter(
    (route) =>
      /\[locale\]\/(?:comments|preview)\//.test(route.folder) ||
      route.folder.includes('[token]') ||
      (route.file === 'page.tsx' && /\b(?:writerId|clientAddress)\b/.test(sourceOf(route))),
  );
  expect(ofOneReader.length).toBeGreaterThan(10);
  expect(ofOneReader.filter(({ rules }) => !rules.isPrivate).map(({ folder }) => folder)).toEqual([]);
});

it('every declaration lies beside a route', () => {
  const declared = globSync('**/route-rules.ts', { cwd: appFolder }).map((file) => dirname(file));
  const folders = new Set(readerRoutes.map(({ folder }) => folder));
  expect(declared.filter((folder) => !folders.has(folder))).toEqual([]);
  expect(declared.length).toBeGreaterThan(10);
});

it('no section can take an address that a folder of app/ or a file of public/ has', () => {
  const first = [
    ...readerRoutes.map(({ folder }) => folder.replace(/^\[locale\]\/?/, '').split('/')[0]!),
    ...[...findPublicFiles()].map((path) => path.split('/')[1]!),
    ...LOCALES,
  ];
  // A section's address has no dot.
  const taken = first.filter((name) => /^[a-z0-9-]+$/.test(name));
  expect(taken.filter((name) => name !== 'sitemap-parts' && !isReservedPath(name))).toEqual([]);
  expect(taken).toContain('corrections');
});

it('every file of public/ is served as a file', () => {
  for (const path of findPublicFiles()) expect(matchRoute(path)).toEqual({ kind: 'file' });
});

describe('routes of one path', () => {
  it('are tried in the order of Next: a name, a parameter, the rest', () => {
    const routes = toRoutes([
      '[locale]/[...rest]/page.tsx',
      '[locale]/[section]/page.tsx',
      '[locale]/(readers)/search/page.tsx',
      '[locale]/archive/[[...date]]/page.tsx',
      '[locale]/page.tsx',
    ]);
    const first = (path: string) => routes.find(({ pattern }) => pattern.test(path))?.folder;
    expect(first('/ar')).toBe('[locale]');
    expect(first('/ar/search')).toBe('[locale]/(readers)/search');
    expect(first('/ar/local')).toBe('[locale]/[section]');
    expect(first('/ar/archive')).toBe('[locale]/archive/[[...date]]');
    expect(first('/ar/archive/2026/11')).toBe('[locale]/archive/[[...date]]');
    expect(first('/ar/local/1/x')).toBe('[locale]/[...rest]');
  });
});
