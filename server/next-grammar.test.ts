import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  isHeaderOfNext,
  isKeyOfNext,
  isPathOfNext,
  stripForNewsroom,
  withoutKeysOfNext,
} from './next-grammar.ts';
import { matchRoute } from './routes.ts';

const dist = join(import.meta.dirname, '../node_modules/next/dist');
const read = (file: string) => readFileSync(join(dist, file), 'utf8');
/** The constants of a file of Next whose names match. */
const constants = (file: string, name: RegExp) =>
  Object.fromEntries(
    [...read(file).matchAll(/^const ([A-Z_]+) = '([^']*)';$/gm)]
      .map(([, key = '', value = '']) => [key, value] as const)
      .filter(([key]) => name.test(key)),
  );

describe('what the installed Next reserves', () => {
  it('is known here: the suffixes of a path', () => {
    const endings = constants('lib/constants.js', /_SUFFIX$/);
    expect(endings).toEqual({
      RSC_SEGMENTS_DIR_SUFFIX: '.segments',
      RSC_SEGMENT_SUFFIX: '.segment.rsc',
      RSC_SUFFIX: '.rsc',
      ACTION_SUFFIX: '.action',
      NEXT_DATA_SUFFIX: '.json',
      NEXT_META_SUFFIX: '.meta',
      NEXT_BODY_SUFFIX: '.body',
    });
    // `.json` counts only below /_next/data, which never reaches Next; feed.json is ours.
    const { NEXT_DATA_SUFFIX: _, ...own } = endings;
    for (const ending of Object.values(own)) expect(isPathOfNext(`/x${ending}`), ending).toBe(true);
  });

  it('is known here: the normalizers of a path in its server', () => {
    expect(
      readdirSync(join(dist, 'server/normalizers/request'))
        .filter((file) => file.endsWith('.js'))
        .sort(),
    ).toEqual([
      'base-path.js',
      'next-data.js',
      'pathname-normalizer.js',
      'prefix.js',
      'rsc.js',
      'segment-prefix-rsc.js',
      'suffix.js',
    ]);
  });

  it('is known here: headers', () => {
    const headers = {
      ...constants('client/components/app-router-headers.js', /_HEADER$|^NEXT_URL$/),
      ...constants('lib/constants.js', /_HEADER$/),
    };
    const { RSC_CONTENT_TYPE_HEADER: _, ...asked } = headers;
    const types = Object.keys(asked).filter((name) => name.endsWith('CONTENT_TYPE_HEADER'));
    for (const [name, header] of Object.entries(asked))
      if (!types.includes(name)) expect(isHeaderOfNext(header), name).toBe(true);
    const [, internal = ''] = /INTERNAL_HEADERS = \[([^\]]*)\]/.exec(read('server/lib/server-ipc/utils.js'))!;
    for (const [, header = ''] of internal.matchAll(/'([^']+)'/g))
      expect(isHeaderOfNext(header), header).toBe(true);
    // Headers that any file of its server reads by name.
    const server = readdirSync(join(dist, 'server'), { recursive: true })
      .map(String)
      .filter((file) => file.endsWith('.js'));
    const named = new Set(
      server.flatMap((file) =>
        [
          ...read(join('server', file)).matchAll(
            /headers(?:\.get\(|\[)['"](x-[a-z-]+|next-[a-z-]+|rsc)['"]/g,
          ),
        ].map(([, header = '']) => header),
      ),
    );
    const common = [
      'x-forwarded-for',
      'x-forwarded-host',
      'x-forwarded-port',
      'x-forwarded-proto',
      'x-real-ip',
      'x-powered-by',
    ];
    for (const header of named)
      if (!common.includes(header)) expect(isHeaderOfNext(header), header).toBe(true);
  });

  it('is known here: keys of a query', () => {
    const prefixes = constants('lib/constants.js', /^NEXT_.*_PREFIX$/);
    expect(prefixes).toEqual({ NEXT_QUERY_PARAM_PREFIX: 'nxtP', NEXT_INTERCEPTION_MARKER_PREFIX: 'nxtI' });
    for (const prefix of Object.values(prefixes)) expect(isKeyOfNext(`${prefix}slug`)).toBe(true);
    expect(constants('client/components/app-router-headers.js', /_QUERY$/)).toEqual({
      NEXT_RSC_UNION_QUERY: '_rsc',
    });
    for (const key of ['_rsc', '__nextLocale', '__nextDefaultLocale', '__next', '_nextjs'])
      expect(isKeyOfNext(key), key).toBe(true);
    for (const key of ['page', 'q', 'sort', 'next', 'comment', 'rsc'])
      expect(isKeyOfNext(key), key).toBe(false);
  });
});

describe('a reader’s request does not pass on to Next', () => {
  it.each([
    '/zzz1.rsc',
    '/local.rsc',
    '/newsroom.rsc',
    '/newsroom/articles.rsc',
    '/en.rsc',
    '/local/1046/x.rsc',
    '/x.prefetch.rsc',
    '/local.RSC',
    '/local.%72sc',
    '/local.segments/_tree.segment.rsc',
    '/local.segments/x',
    '/index.segments/_full.segment.rsc',
    '/local.action',
    '/local.body',
    '/search.rsc?q=a',
    '/n/1006.rsc',
  ])('the address %s', (url) => expect(matchRoute(url)).toEqual({ kind: 'missing' }));

  it.each([
    ['/search?q=a&nxtPlocale=en&_rsc=1', '/ar/search?q=a'],
    ['/local/1006/x?reply=1&__nextLocale=en&nxtIx=1', '/ar/local/1006/x?reply=1'],
    ['/search?%6extPlocale=en&q=a%26b', '/ar/search?q=a%26b'],
  ])('the reserved query keys of %s', (url, path) =>
    expect(matchRoute(url)).toMatchObject({ kind: 'page', path }),
  );
});

it.each(['/feed.json', '/local/1006/النسخة-3.5', '/p/about'])(
  'a reader’s request passes on to Next with the address %s, which is ours',
  (url) => expect(matchRoute(encodeURI(url)).kind).not.toBe('missing'),
);

it('keeps the headers and query keys that pages of the newsroom send', () => {
  const request = {
    url: '/newsroom?_rsc=a&nxtPx=1',
    headers: {
      rsc: '1',
      'next-action': 'a',
      'x-nextjs-data': '1',
      'x-middleware-skip': '1',
      cookie: 'c',
      'x-forwarded-host': 'h',
    },
  };
  stripForNewsroom(request);
  expect(request).toEqual({
    url: '/newsroom?_rsc=a',
    headers: { rsc: '1', 'next-action': 'a', cookie: 'c', 'x-forwarded-host': 'h' },
  });
  expect(withoutKeysOfNext('/a?b=%D8&c')).toBe('/a?b=%D8&c');
});
