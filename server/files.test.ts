import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { env } from '#lib/env.ts';
import { serveFile } from './files.ts';
import { ask } from './test-request.ts';

const serve = (path: string) => ask((request, response) => serveFile(request, response, () => response.writeHead(404).end()), { path });

test('pictures may be kept for ever, and nothing guesses what they are', async () => {
  mkdirSync(env.mediaDir, { recursive: true });
  writeFileSync(join(env.mediaDir, '0123456789abcdef-320.avif'), 'picture');
  const { status, headers } = await serve('/media/0123456789abcdef-320.avif');
  expect(status).toBe(200);
  expect(headers).toMatchObject({ 'content-type': 'image/avif', 'cache-control': 'public, max-age=31536000, immutable', 'x-content-type-options': 'nosniff' });
});

test('a document is handed out, never shown as a page of ours', async () => {
  mkdirSync(env.mediaDir, { recursive: true });
  writeFileSync(join(env.mediaDir, '0123456789abcdef.pdf'), '%PDF-');
  const { headers } = await serve('/media/0123456789abcdef.pdf');
  expect(headers).toMatchObject({
    'content-type': 'application/pdf', 'content-disposition': 'attachment', 'content-security-policy': "sandbox; default-src 'none'", 'x-content-type-options': 'nosniff',
  });
});

test('nothing but the media folder is served from there', async () => {
  mkdirSync(env.mastersDir, { recursive: true });
  writeFileSync(join(env.mastersDir, '0123456789abcdef.jpg'), 'master');
  for (const path of ['/media/../masters/0123456789abcdef.jpg', '/media/%2e%2e/masters/0123456789abcdef.jpg', '/media/0123456789abcdef.jpg']) {
    expect((await serve(path)).status, path).toBe(404);
  }
});
