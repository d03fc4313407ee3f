import { once } from 'node:events';
import { Agent, createServer, request, type IncomingMessage } from 'node:http';
import { createServer as createNetServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readCounts } from '#db/engine/client.ts';
import { addNewsroom, publish } from '#db/testing/articles.ts';
import { env } from '#lib/env.ts';
import { answerRead, countOnSocket, readNumber } from './answer-read.ts';
import { readFast } from './fast-path.ts';
import { ReadCounter } from './read-counter.ts';

let number = 0;
let counter: ReadCounter;
let onSocket = 0;

/** Answers as the server does: on the socket if the fast path understands the request. */
const http = createServer((asked, response) => {
  const read = readNumber(asked.url!);
  if (read === undefined) response.writeHead(404).end();
  else answerRead(counter, read, asked, response);
});
const server = createNetServer((socket) =>
  readFast(
    socket,
    (asked) => {
      const ready = countOnSocket(counter, asked, socket);
      if (ready) onSocket += 1;
      return ready;
    },
    (taken) => http.emit('connection', taken),
  ),
);
const keepAlive = new Agent({ keepAlive: true, maxSockets: 1 });

beforeAll(async () => {
  await addNewsroom();
  ({ number } = await publish());
  await once(server.listen(0, '127.0.0.1'), 'listening');
});
beforeEach(() => {
  counter = new ReadCounter();
  onSocket = 0;
});
afterAll(() => {
  keepAlive.destroy();
  server.close();
});

type Asked = { path?: string; method?: string; headers?: Record<string, string> };

const OWN = { 'sec-fetch-site': 'same-origin' };
const HOST = 'news.example';

/** The fast path takes a request on a kept connection; with `Connection: close` Node's server answers. */
const ask = ({ path = `/r/${number}`, headers = OWN, ...asked }: Asked, agent: Agent | false) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    request(
      { host: '127.0.0.1', port, path, agent, headers: { host: HOST, ...headers }, ...asked },
      (answer) => resolve(answer.resume()),
    )
      .on('error', reject)
      .end();
  });

async function counted(work: () => Promise<unknown>): Promise<number> {
  const total = async () =>
    (await readCounts().list('hour', { at: 0, number: 0 }, 100)).reduce((sum, { reads }) => sum + reads, 0);
  const before = await total();
  await work();
  await counter.flush();
  return (await total()) - before;
}

describe.each<[string, Agent | false]>([
  ['on the socket', keepAlive],
  ["by Node's server", false],
])('a reading that is answered %s', (_name, agent) => {
  it('is counted, and the response is empty and never cached', async () => {
    let answer!: IncomingMessage;
    expect(await counted(async () => (answer = await ask({}, agent)))).toBe(1);
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([204, 'no-store']);
    expect(Date.parse(answer.headers.date!)).toBeGreaterThan(Date.now() - 5000);
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(onSocket).toBe(agent ? 1 : 0);
  });

  it.each<[string, Record<string, string>, number]>([
    ['from our own page', OWN, 1],
    ['from our own page, by its referrer', { referer: `https://${HOST}/local/1/x` }, 1],
    ['from our own page, behind a proxy that replaces the host', { referer: `${env.siteUrl}/local/1/x` }, 1],
    ['from a page of another site, by its referrer', { referer: `https://other.example/?${HOST}/` }, 0],
    ['from a page of a neighbouring site, by its referrer', { referer: `https://x.${HOST}/` }, 0],
    [
      'from a page of another site, whatever its referrer',
      { 'sec-fetch-site': 'cross-site', referer: `https://${HOST}/` },
      0,
    ],
    ['from a page that sends no referrer', {}, 0],
    ['from a page with a referrer that is no address', { referer: HOST }, 0],
    ['from a page of another site', { 'sec-fetch-site': 'cross-site' }, 0],
    ['from a page of a neighbouring site', { 'Sec-Fetch-Site': 'same-site' }, 0],
    ['from the address bar', { 'sec-fetch-site': 'none' }, 0],
    ['that is fetched ahead', { ...OWN, 'sec-purpose': 'prefetch;prerender' }, 0],
    ['that is fetched ahead by an older browser', { ...OWN, purpose: 'prefetch' }, 0],
  ])('%s', async (_from, headers, expected) => {
    expect(await counted(() => ask({ headers }, agent))).toBe(expected);
  });

  it('of one client counts five times an hour', async () => {
    expect(
      await counted(async () => {
        for (let n = 0; n < 20; n++) await ask({}, agent);
      }),
    ).toBe(5);
  });

  it('is not counted for an article that does not exist', async () => {
    expect(await counted(() => ask({ path: '/r/999999' }, agent))).toBe(0);
  });
});

describe('another request', () => {
  it.each(['/r/0', '/r/', '/r/x', '/r/1x', '/r/1234567890', '/r/1?x', '/r/1/', '/re/1'])(
    'to %s is not a reading',
    async (path) => {
      expect((await ask({ path }, keepAlive)).statusCode).toBe(404);
      expect((await ask({ path }, false)).statusCode).toBe(404);
    },
  );

  it('with another method is refused', async () => {
    let answer!: IncomingMessage;
    expect(await counted(async () => (answer = await ask({ method: 'POST' }, false)))).toBe(0);
    expect([answer.statusCode, answer.headers.allow]).toEqual([405, 'GET']);
  });

  it('with the cookie of a writer is counted like any other', async () => {
    expect(await counted(() => ask({ headers: { ...OWN, cookie: 'writer=x' } }, keepAlive))).toBe(1);
    expect(onSocket).toBe(0);
  });
});
