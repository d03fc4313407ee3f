import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { CachedPage } from './cached-page.ts';
import { ask } from './test-request.ts';

const html = `<!doctype html><title>خبر</title>${'<p>نص الخبر.</p>'.repeat(200)}`;
const makePage = (given: Partial<ConstructorParameters<typeof CachedPage>[0]> = {}) =>
  new CachedPage({
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: Buffer.from(html),
    ...given,
  });

const get = (
  page: CachedPage,
  headers: Record<string, string> = {},
  { method = 'GET', isPrivate = false } = {},
) => ask((request, response) => page.send(request, response, isPrivate), { method, headers });

const decode = (encoding: string | undefined, body: Buffer) =>
  (encoding === 'br' ? brotliDecompressSync(body) : encoding === 'gzip' ? gunzipSync(body) : body).toString(
    'utf8',
  );

const etagOf = (page: CachedPage) => page.etagOf('identity');

describe('a page is compressed by the request’s header', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['br', 'br'],
    ['BR', 'br'],
    ['gzip;q=1.0, br;q=0.5', 'br'],
    ['br;q=0, gzip', 'gzip'],
    ['br; q=0.000 ,gzip;q=0.1', 'gzip'],
    ['br;q=0, gzip;q=0', undefined],
    ['gzip;q=0', undefined],
    ['br;q=0.001', 'br'],
    ['identity', undefined],
    ['identity;q=0, gzip', 'gzip'],
    ['deflate, zstd', undefined],
    ['brotli, x-gzip', undefined],
    ['*', undefined],
    ['', undefined],
  ])('Accept-Encoding: %s', async (accepted, encoding) => {
    const { status, headers, body } = await get(makePage(), { 'accept-encoding': accepted });
    expect([status, headers['content-encoding'], headers.vary]).toEqual([200, encoding, 'Accept-Encoding']);
    expect(headers['content-length']).toBe(String(body.length));
    expect(decode(encoding, body)).toBe(html);
    if (encoding) expect(body.length).toBeLessThan(html.length / 4);
  });

  it('in the right encoding for each of several concurrent requests', async () => {
    const page = makePage();
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => get(page, { 'accept-encoding': n % 2 ? 'br' : 'gzip' })),
    );
    for (const [n, { body }] of answers.entries()) expect(decode(n % 2 ? 'br' : 'gzip', body)).toBe(html);
  });
});

describe('a page that the client has in its cache', () => {
  const page = makePage();
  it.each([
    ['any', '*'],
    ['only this one', etagOf(page)],
    ['marked as weak by a proxy', `W/${etagOf(page)}`],
    ['among others', `"other", ${etagOf(page)},"more"`],
  ])('is answered with 304: ETag %s', async (_name, etag) => {
    const { status, headers, body } = await get(page, { 'if-none-match': etag });
    expect([status, body.length]).toEqual([304, 0]);
    expect(headers).toMatchObject({
      etag: etagOf(page),
      vary: 'Accept-Encoding',
      'cache-control': expect.stringContaining('max-age=0'),
    });
  });

  it.each(['"other"', etagOf(page).slice(0, -1), etagOf(page).replaceAll('"', ''), ''])(
    'is sent when If-None-Match holds another ETag: %j',
    async (etag) => {
      expect((await get(page, { 'if-none-match': etag })).status).toBe(200);
    },
  );

  it('has one ETag for each encoding, and 304 only for the same encoding', async () => {
    const forms = ['br', 'gzip', 'identity'];
    const etags = await Promise.all(
      forms.map(async (form) => (await get(page, { 'accept-encoding': form })).headers.etag!),
    );
    expect(new Set(etags).size).toBe(3);
    for (const [n, form] of forms.entries()) {
      const statuses = await Promise.all(
        etags.map(
          async (etag) => (await get(page, { 'accept-encoding': form, 'if-none-match': etag })).status,
        ),
      );
      expect(statuses).toEqual(etags.map((_, m) => (m === n ? 304 : 200)));
    }
  });

  it('has the same ETag only for the same bytes', () => {
    expect(etagOf(makePage())).toBe(etagOf(page));
    expect(etagOf(makePage({ body: Buffer.from(`${html} `) }))).not.toBe(etagOf(page));
  });
});

describe('a response', () => {
  it('to HEAD has only the headers, with the length of the body of a GET', async () => {
    const page = makePage();
    const [head, full] = [await get(page, {}, { method: 'HEAD' }), await get(page)];
    expect(head.body.length).toBe(0);
    const { date: _headDate, ...headHeaders } = head.headers;
    const { date: _fullDate, ...fullHeaders } = full.headers;
    expect(headHeaders).toEqual(fullHeaders);
  });

  it('has a content security policy without scripts of other sites', async () => {
    const { headers } = await get(makePage());
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-type': 'text/html; charset=utf-8',
    });
  });

  it('with a public page has an ETag and may be cached by shared caches', async () => {
    const { headers } = await get(makePage());
    expect(headers).toMatchObject({
      etag: etagOf(makePage()),
      'cache-control': 'public, max-age=0, s-maxage=5, stale-while-revalidate=30',
    });
  });

  it.each([404, 410, 422, 429, 500])('with status %i must not be cached', async (status) => {
    const {
      status: answered,
      headers,
      body,
    } = await get(makePage({ status }), { 'if-none-match': etagOf(makePage()) });
    expect([answered, headers.etag, headers['cache-control'], body.toString()]).toEqual([
      status,
      undefined,
      'private, no-store',
      html,
    ]);
  });

  it('with a private page must not be cached', async () => {
    const { status, headers } = await get(
      makePage(),
      { 'if-none-match': etagOf(makePage()) },
      { isPrivate: true },
    );
    expect([status, headers.etag, headers['cache-control']]).toEqual([200, undefined, 'private, no-store']);
  });

  it('with a redirect has its Location', async () => {
    const { status, headers } = await get(
      makePage({ status: 308, headers: { location: '/local/1001/x' }, body: Buffer.alloc(0) }),
    );
    expect([status, headers.location, headers['cache-control']]).toEqual([
      308,
      '/local/1001/x',
      'private, no-store',
    ]);
  });

  it('drops the headers that the page set itself: cookies and those of Next', async () => {
    const { headers } = await get(
      makePage({
        headers: {
          'content-type': 'application/rss+xml',
          'set-cookie': 'a=b',
          'x-powered-by': 'Next.js',
          'cache-control': 'no-cache',
        },
      }),
    );
    expect([headers['set-cookie'], headers['x-powered-by'], headers['content-type']]).toEqual([
      undefined,
      undefined,
      'application/rss+xml',
    ]);
  });
});

describe('a packed page', () => {
  it.each<[string, (page: CachedPage) => Promise<unknown>]>([
    ['before', async (page) => (await get(page), page.pack())],
    ['while it was packed', (page) => Promise.all([page.pack(), get(page)])],
    ['after', async (page) => (await page.pack(), get(page))],
  ])('keeps no uncompressed bytes for a request that took no encoding %s', async (_name, use) => {
    const [page, other] = [makePage(), makePage()];
    await use(page);
    await other.pack();
    expect(page.bytes).toBe(other.bytes);
    expect((await get(page)).body.toString()).toBe(html);
  });
});
