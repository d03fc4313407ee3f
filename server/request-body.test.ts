import { once } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pageRequest } from '#lib/page-request.ts';
import { bodyLimit } from './body-limits.ts';
import { createFrontDoor } from './front-door.ts';
import { ask } from './test-request.ts';

const MB = 1024 * 1024;
const app = join(import.meta.dirname, '../app');
/** An address for every page and handler: the parts in brackets are filled in. */
const addresses = globSync('**/{page.tsx,route.ts}', { cwd: app }).map((file) => {
  const parts = file.split('/').slice(0, -1).filter((part) => !/^\(.*\)$/.test(part));
  const filled = parts.map((part) => (part === '[locale]' ? 'en' : part === '[number]' || part === '[id]' ? '1006' : part.replace(/^\[+\.*(\w+)\]+$/, '$1')));
  return { file, url: `/${filled.join('/')}`, takes: file.endsWith('route.ts') && /export (?:async function|const) (?:POST|PUT|PATCH|DELETE)\b/.test(readFileSync(join(app, file), 'utf8')) };
});

/** Next, which here reads all that it is given, and says how much that was. */
function makeDoor() {
  const read: number[] = [];
  const door = createFrontDoor(async (request: IncomingMessage, response: ServerResponse) => {
    let length = 0;
    for await (const chunk of request as AsyncIterable<Buffer>) length += chunk.length;
    if (!pageRequest()?.statusShown) read.push(length);
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end('<!DOCTYPE html><title>Next</title>');
  });
  return { ...door, read };
}

describe('the body of a request', () => {
  it('has a limit at every address of app/, and a large one only where files come', () => {
    expect(addresses.length).toBeGreaterThan(80);
    const limits = addresses.filter(({ takes }) => takes).map(({ url, file }) => [file, bodyLimit(url)] as const);
    expect(limits.length).toBeGreaterThan(15);
    for (const [file, { most }] of limits) expect(most, file).toBeGreaterThan(0);
    const large = addresses.filter(({ url }) => bodyLimit(url).most > MB).map(({ url }) => [url, bodyLimit(url)]).sort();
    expect(large).toEqual([['/newsroom/articles/1006/draft', { most: 4 * MB }], ['/newsroom/media/upload', { most: 300 * MB, isStreamed: true }]]);
    for (const { url } of addresses) if (!url.startsWith('/newsroom')) expect(bodyLimit(url).most, url).toBeLessThanOrEqual(256 * 1024);
  });

  it.each(addresses.filter(({ url }) => !bodyLimit(url).isStreamed).map(({ url }) => url))('of 5 MB is read by nobody at %s, told or in pieces', async (url) => {
    const { handle, read } = makeDoor();
    const body = 'a=' + 'x'.repeat(5 * MB);
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
    for (const told of [{ 'content-length': body.length }, { 'transfer-encoding': 'chunked' }]) {
      const { status } = await ask(handle, { method: 'POST', path: encodeURI(url), headers: { ...headers, ...told }, body });
      expect(status, JSON.stringify(told)).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    }
    expect(read.filter((length) => length > 0)).toEqual([]);
  });

  it('reaches its handler whole, however it came', async () => {
    const { handle, read } = makeDoor();
    for (const told of [{ 'content-length': 5 }, { 'transfer-encoding': 'chunked' }]) {
      expect((await ask(handle, { method: 'POST', path: '/newsroom/language', headers: told, body: 'a=bcd' })).status).toBe(200);
    }
    expect(read).toEqual([5, 5]);
  });

  it('of which half came before its sender left begins nothing', async () => {
    const { handle, read } = makeDoor();
    const left = Promise.withResolvers<void>();
    const server = createServer((request, response) => {
      void handle(request, response).then(left.resolve, left.reject);
    });
    await new Promise<void>((resolve) => server.listen(0, resolve));
    const socket = connect((server.address() as AddressInfo).port);
    socket.write('POST /local/1006/x/comments HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nhalf');
    await once(server, 'request');
    socket.resetAndDestroy();
    await left.promise;
    server.close();
    expect(read).toEqual([]);
  });
});
