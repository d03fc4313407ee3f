import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { sendFile, type Folder } from './send-file.ts';
import { ask } from './test-request.ts';

const root = mkdtempSync(join(tmpdir(), 'midad-files-'));
afterAll(() => rmSync(root, { recursive: true }));
const folder: Folder = { root, isCompressed: true, headers: () => ({ 'X-Own': 'yes' }) };

const send = (path: string, headers: Record<string, string> = {}) =>
  ask(
    async (request, response) => {
      if (!(await sendFile(request, response, path, folder))) response.writeHead(404).end();
    },
    { headers },
  );

describe('a text file of the build', () => {
  writeFileSync(join(root, 'a.js'), 'plain');
  writeFileSync(join(root, 'a.js.br'), 'as brotli');
  writeFileSync(join(root, 'a.js.gz'), 'as gzip');
  writeFileSync(join(root, 'font.woff2'), 'font');

  it.each([
    ['gzip, deflate, br, zstd', 'br', 'as brotli'],
    ['gzip, deflate', 'gzip', 'as gzip'],
    ['gzip, br;q=0', 'gzip', 'as gzip'],
    ['zstd', undefined, 'plain'],
  ])('is sent in an encoding that the client accepts: %s', async (accepted, encoding, body) => {
    const answer = await send('a.js', { 'accept-encoding': accepted });
    expect([answer.status, answer.body.toString(), answer.headers['content-encoding']]).toEqual([
      200,
      body,
      encoding,
    ]);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/javascript',
      'content-length': String(body.length),
      vary: 'Accept-Encoding',
      'x-own': 'yes',
    });
  });

  it('has another ETag for each encoding', async () => {
    const forms = await Promise.all(
      ['br', 'gzip', 'identity'].map((accepted) => send('a.js', { 'accept-encoding': accepted })),
    );
    expect(new Set(forms.map(({ headers }) => headers.etag)).size).toBe(3);
    const [
      {
        headers: { etag },
      },
    ] = forms as [(typeof forms)[0]];
    expect((await send('a.js', { 'accept-encoding': 'br', 'if-none-match': etag! })).status).toBe(304);
    expect((await send('a.js', { 'accept-encoding': 'gzip', 'if-none-match': etag! })).status).toBe(200);
  });

  it('without compressed variants is sent as it is', async () => {
    const { headers, body } = await send('font.woff2', { 'accept-encoding': 'br' });
    expect([body.toString(), headers['content-encoding'], headers['content-type']]).toEqual([
      'font',
      undefined,
      'font/woff2',
    ]);
  });

  it('is read from the disk for each request, also after it was replaced or deleted', async () => {
    writeFileSync(join(root, 'b.js'), 'old');
    expect((await send('b.js')).body.toString()).toBe('old');
    writeFileSync(join(root, 'b.js'), 'newer');
    expect((await send('b.js')).body.toString()).toBe('newer');
    rmSync(join(root, 'b.js'));
    expect((await send('b.js')).status).toBe(404);
  });
});
