import { once } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { pageRequest } from '#lib/page-request.ts';
import { bodyLimit } from './body-limits.ts';
import { createFrontDoor } from './front-door.ts';
import { receive } from './request-body.ts';
import { ask } from './test-request.ts';

const MB = 1024 * 1024;
const app = join(import.meta.dirname, '../app');
/** An address for every page and handler, with values for the parameters. */
const addresses = globSync('**/{page.tsx,route.ts}', { cwd: app }).map((file) => {
  const parts = file
    .split('/')
    .slice(0, -1)
    .filter((part) => !/^\(.*\)$/.test(part));
  const filled = parts.map((part) =>
    part === '[locale]'
      ? 'en'
      : part === '[number]' || part === '[id]'
        ? '1006'
        : part.replace(/^\[+\.*(\w+)\]+$/, '$1'),
  );
  return {
    file,
    url: `/${filled.join('/')}`,
    takes:
      file.endsWith('route.ts') &&
      /export (?:async function|const) (?:POST|PUT|PATCH|DELETE)\b/.test(
        readFileSync(join(app, file), 'utf8'),
      ),
  };
});

/** A substitute for Next that reads every body and records its length. */
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
  it('has a limit at every address of app/, above 1 MB only for drafts and uploads', () => {
    expect(addresses.length).toBeGreaterThan(80);
    const limits = addresses
      .filter(({ takes }) => takes)
      .map(({ url, file }) => [file, bodyLimit(url)] as const);
    expect(limits.length).toBeGreaterThan(15);
    for (const [file, { most }] of limits) expect(most, file).toBeGreaterThan(0);
    const large = addresses
      .filter(({ url }) => bodyLimit(url).most > MB)
      .map(({ url }) => [url, bodyLimit(url)])
      .sort();
    expect(large).toEqual([
      ['/newsroom/articles/1006/draft', { most: 4 * MB }],
      ['/newsroom/media/upload', { most: 300 * MB, isStreamed: true }],
    ]);
    for (const { url } of addresses)
      if (!url.startsWith('/newsroom')) expect(bodyLimit(url).most, url).toBeLessThanOrEqual(256 * 1024);
  });

  it.each(addresses.filter(({ url }) => !bodyLimit(url).isStreamed).map(({ url }) => url))(
    'of 5 MB is not read at %s, with Content-Length or chunked',
    async (url) => {
      const { handle, read } = makeDoor();
      const body = 'a=' + 'x'.repeat(5 * MB);
      const headers = {
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
      };
      for (const told of [{ 'content-length': body.length }, { 'transfer-encoding': 'chunked' }]) {
        const { status } = await ask(handle, {
          method: 'POST',
          path: encodeURI(url),
          headers: { ...headers, ...told },
          body,
        });
        expect(status, JSON.stringify(told)).toBeGreaterThanOrEqual(400);
        expect(status).toBeLessThan(500);
      }
      expect(read.filter((length) => length > 0)).toEqual([]);
    },
  );

  it('reaches its handler complete, with Content-Length or chunked', async () => {
    const { handle, read } = makeDoor();
    for (const told of [{ 'content-length': 5 }, { 'transfer-encoding': 'chunked' }]) {
      expect(
        (await ask(handle, { method: 'POST', path: '/newsroom/language', headers: told, body: 'a=bcd' }))
          .status,
      ).toBe(200);
    }
    expect(read).toEqual([5, 5]);
  });

  it('starts no handler when the client disconnects halfway', async () => {
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

  it('that is incomplete takes memory only from its own network’s limit, and releases it', async () => {
    const KB = 1024;
    /** An incomplete form, in the shape that `receive` gets. */
    function sendHalf(remoteAddress: string) {
      const sender = new PassThrough();
      const request = Object.assign(sender, {
        url: '/local/1006/x/comments',
        headers: { 'content-length': String(256 * KB) },
        socket: { remoteAddress },
      });
      const received = receive(
        request as unknown as IncomingMessage,
        { setHeader: () => undefined } as unknown as ServerResponse,
      );
      sender.write(Buffer.alloc(250 * KB));
      return {
        sender,
        outcome: received.then((each) => ('refused' in each ? each.refused : each.body?.length)),
      };
    }
    const outcomes: unknown[] = [];
    const many = Array.from({ length: 300 }, () => sendHalf('192.0.2.1'));
    for (const { outcome } of many) void outcome.then((each) => outcomes.push(each));
    await expect.poll(() => outcomes.length).toBeGreaterThan(200);
    expect(new Set(outcomes)).toEqual(new Set(['busy']));
    const other = sendHalf('198.51.100.1');
    other.sender.end();
    expect(await other.outcome).toBe(250 * KB);
    for (const { sender } of many) sender.destroy();
    await expect.poll(() => outcomes.length).toBe(300);
    const again = sendHalf('192.0.2.1');
    again.sender.end();
    expect(await again.outcome).toBe(250 * KB);
  });
});
