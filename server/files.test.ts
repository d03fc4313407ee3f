import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { env } from '#lib/env.ts';
import { serve, keep } from './test-files.ts';

test('sends pictures with an immutable cache header and nosniff', async () => {
  const { path } = keep('0123456789abcdef-320.avif', 'picture');
  const { status, headers } = await serve(path);
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    'content-type': 'image/avif',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
  });
});

test('sends a document as an attachment in a sandbox, never as a page of the site', async () => {
  const { path } = keep('0123456789abcdef.pdf', '%PDF-');
  for (const spelling of [path, path.replace('.pdf', '.%70df'), `${path}?x`])
    expect((await serve(spelling)).headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment',
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
    });
});

test('accepts a file name in a document’s address and sends it as the name to save under', async () => {
  keep('0123456789abcdef.pdf', '%PDF-');
  const { status, headers, body } = await serve(
    `/media/0123456789abcdef/${encodeURIComponent('تقرير المياه')}.pdf`,
  );
  expect([status, body.toString()]).toEqual([200, '%PDF-']);
  expect(headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'content-disposition': `attachment; filename="document.pdf"; filename*=UTF-8''${encodeURIComponent('تقرير المياه.pdf')}`,
  });
  expect(
    (await serve('/media/0123456789abcdef/a%0d%0aSet-Cookie%3a%20x.pdf')).headers['content-disposition'],
  ).toBe(`attachment; filename="a Set-Cookie x.pdf"; filename*=UTF-8''a%20Set-Cookie%20x.pdf`);
  for (const path of [
    '/media/0123456789abcdef/x.exe',
    '/media/0123456789abcdef/%zz.pdf',
    '/media/1123456789abcdef/x.pdf',
    '/media/0123456789abcdef/a/b.pdf',
    '/media/0123456789abcdef-320.avif/x.pdf',
  ]) {
    expect((await serve(path)).status, path).toBe(404);
  }
});

test('serves no file outside the media folder and no hidden file below /media', async () => {
  keep('.hidden', 'hidden');
  mkdirSync(join(env.mediaDir, 'folder'), { recursive: true });
  mkdirSync(env.mastersDir, { recursive: true });
  writeFileSync(join(env.mastersDir, '0123456789abcdef.jpg'), 'master');
  const out = [
    '/media/../masters/0123456789abcdef.jpg',
    '/media/%2e%2e/masters/0123456789abcdef.jpg',
    '/media/..%2fmasters/0123456789abcdef.jpg',
  ];
  for (const path of [
    ...out,
    '/media/0123456789abcdef.jpg',
    '/media/.hidden',
    '/media/%2ehidden',
    '/media/folder',
    '/media/',
    '/media/a%00',
    '/media/%zz',
  ]) {
    expect((await serve(path)).status, path).toBe(404);
  }
});

describe('a file that the client has in its cache', () => {
  const { path, file } = keep('known.png', 'picture');
  utimesSync(file, 1_750_000_000, 1_750_000_000.5);

  it('is answered with 304', async () => {
    const {
      headers: { etag, 'last-modified': modified, 'cache-control': kept },
    } = await serve(path);
    for (const headers of [
      { 'if-none-match': etag! },
      { 'if-none-match': `"other", W/${etag!.replace('W/', '')}` },
      { 'if-modified-since': modified! },
    ]) {
      const answer = await serve(path, { headers });
      expect([
        answer.status,
        answer.body.length,
        answer.headers.etag,
        answer.headers['cache-control'],
      ]).toEqual([304, 0, etag, kept]);
    }
  });

  it('is sent again when it has changed', async () => {
    const old = 'Sat, 01 Jan 2000 00:00:00 GMT';
    const {
      headers: { 'last-modified': modified },
    } = await serve(path);
    for (const headers of [
      { 'if-none-match': '"other"' },
      { 'if-modified-since': old },
      { 'if-none-match': '"other"', 'if-modified-since': modified! },
    ]) {
      expect((await serve(path, { headers })).status, JSON.stringify(headers)).toBe(200);
    }
  });

  it('is answered with the headers alone for HEAD', async () => {
    const { status, headers, body } = await serve(path, { method: 'HEAD' });
    expect([status, headers['content-length'], headers['content-type'], body.length]).toEqual([
      200,
      '7',
      'image/png',
      0,
    ]);
  });
});

describe('a range of a file', () => {
  const { path } = keep('parts.pdf', '0123456789');
  const empty = keep('empty.pdf', '');

  it.each([
    ['bytes=0-0', '0', 'bytes 0-0/10'],
    ['bytes=2-4', '234', 'bytes 2-4/10'],
    ['bytes=7-', '789', 'bytes 7-9/10'],
    ['bytes=7-99', '789', 'bytes 7-9/10'],
    ['bytes=-3', '789', 'bytes 7-9/10'],
    ['bytes=-99', '0123456789', 'bytes 0-9/10'],
  ])('is sent with status 206: %s', async (range, body, contentRange) => {
    const answer = await serve(path, { headers: { range } });
    expect([
      answer.status,
      answer.body.toString(),
      answer.headers['content-range'],
      answer.headers['content-length'],
    ]).toEqual([206, body, contentRange, String(body.length)]);
  });

  it.each(['bytes=10-', 'bytes=99-100', 'bytes=-0'])(
    'beyond its end is answered with 416: %s',
    async (range) => {
      const answer = await serve(path, { headers: { range } });
      expect([answer.status, answer.body.length, answer.headers['content-range']]).toEqual([
        416,
        0,
        'bytes */10',
      ]);
    },
  );

  it.each(['bytes=10-5', 'bytes=5-4', 'bytes=a-b', 'bytes=-', 'bytes=0-1,3-4', 'lines=1-2', 'bytes=0x1-5'])(
    'with an invalid or unsupported header is answered with the whole file: %s',
    async (range) => {
      const answer = await serve(path, { headers: { range } });
      expect([answer.status, answer.body.toString(), answer.headers['content-length']]).toEqual([
        200,
        '0123456789',
        '10',
      ]);
    },
  );

  it('with If-Range is sent only if the file is unchanged', async () => {
    const {
      headers: { etag, 'last-modified': modified },
    } = await serve(path);
    for (const [known, status] of [
      [etag!, 206],
      [modified!, 206],
      ['"other"', 200],
      ['Sat, 01 Jan 2000 00:00:00 GMT', 200],
    ] as const) {
      expect([
        known,
        (await serve(path, { headers: { range: 'bytes=2-4', 'if-range': known } })).status,
      ]).toEqual([known, status]);
    }
  });

  it('of an empty file is answered with 416', async () => {
    expect((await serve(empty.path)).headers['content-length']).toBe('0');
    expect((await serve(empty.path, { headers: { range: 'bytes=0-' } })).status).toBe(416);
  });
});
