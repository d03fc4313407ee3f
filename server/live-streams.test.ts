import {
  createServer,
  get,
  type ClientRequest,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { addLiveEntry, endCoverage, pinLiveEntry, removeLiveEntry } from '#db/live/desk.ts';
import { getLiveState } from '#db/live/entries.ts';
import { addNewsroom, changeArticle, publish } from '#db/testing/articles.ts';
import { addTestPerson } from '#db/testing/staff.ts';
import { docFromLines } from '#lib/body/from-lines.ts';
import type { Person } from '#lib/people/can.ts';
import { LiveStreams } from './live-streams.ts';

let editor: Person;
let article: { id: string; number: number };
let server: Server;
let streams: LiveStreams;
const asked: ClientRequest[] = [];

beforeAll(async () => {
  await addNewsroom();
  editor = await addTestPerson('ليلى', 'editor');
});
beforeEach(async () => {
  article = await publish({ headline: 'تغطية' });
  await changeArticle(article.id, { kind: 'live' });
  streams = new LiveStreams(12);
  server = createServer(
    (request, response) => void streams.open(request, response, Number(request.url!.slice(1))),
  );
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
});
afterEach(() => {
  for (const request of asked.splice(0)) request.destroy();
  streams.close();
  server.closeAllConnections();
  server.close();
});

/** Opens a stream as a browser does; `text` returns what has arrived so far. */
async function open(number = article.number): Promise<{ answer: IncomingMessage; text: () => string }> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    let text = '';
    const request = get({ host: '127.0.0.1', port, path: `/${number}`, agent: false }, (answer) => {
      answer
        .setEncoding('utf8')
        .on('data', (chunk: string) => (text += chunk))
        .on('error', () => undefined);
      resolve({ answer, text: () => text });
    });
    request.on('error', reject);
    asked.push(request);
  });
}

const add = (headline: string) =>
  addLiveEntry(
    {
      articleId: article.id,
      at: new Date(),
      headline,
      body: docFromLines(['نص']),
      isKey: false,
      isPinned: false,
    },
    editor,
  ) as Promise<{ id: string }>;

/** The event with the time of the last change of the coverage. */
const lastChange = async () =>
  `event: change\ndata: ${(await getLiveState(article.number, new Date()))!.cursor}\n\n`;

it('sends new entries and the end to all watching readers, then closes their streams', async () => {
  await add('أول');
  const first = await lastChange();
  const [one, two] = [await open(), await open()];
  await vi.waitFor(() => expect(one.text()).toContain(first));
  expect(one.text()).toMatch(/^retry: \d{4}\n\n/);
  expect(one.answer.headers).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'x-accel-buffering': 'no',
    'cache-control': 'no-store, no-transform',
  });
  await add('ثان');
  const second = await lastChange();
  for (const each of [one, two]) await vi.waitFor(() => expect(each.text()).toContain(second), 3000);
  await endCoverage(article.id, editor);
  for (const each of [one, two]) {
    await vi.waitFor(() => expect(each.text()).toContain('event: ended'), 3000);
    await vi.waitFor(() => expect(each.answer.complete).toBe(true), 3000);
  }
  expect((await open()).answer.statusCode).toBe(204);
});

it('sends changes and removals, and sends missed ones after a reconnect', async () => {
  const { id } = await add('أول');
  const watcher = await open();
  const mark = { articleId: article.id, entryId: id };
  await pinLiveEntry(mark, editor);
  const pinned = await lastChange();
  await vi.waitFor(() => expect(watcher.text()).toContain(pinned), 3000);
  asked[0]!.destroy();
  await removeLiveEntry(mark, editor);
  const removed = await lastChange();
  expect(removed).not.toBe(pinned);
  const again = await open();
  await vi.waitFor(() => expect(again.text()).toContain(removed));
});

it('ends when the article is unpublished, and is 404 for an article that is no coverage', async () => {
  const watcher = await open();
  await changeArticle(article.id, { status: 'draft' });
  await vi.waitFor(() => expect(watcher.text()).toContain('event: ended'), 3000);
  expect((await open()).answer.statusCode).toBe(404);
  expect((await open((await publish()).number)).answer.statusCode).toBe(404);
});

it('limits the streams of one address, and accepts the next when one closes', async () => {
  const watching = await Promise.all(Array.from({ length: 10 }, () => open()));
  expect(watching.map(({ answer }) => answer.statusCode)).toEqual(Array.from({ length: 10 }, () => 200));
  const refused = await open();
  expect([refused.answer.statusCode, refused.answer.headers['retry-after']]).toEqual([429, '60']);
  asked[0]!.destroy();
  await vi.waitFor(async () => expect((await open()).answer.statusCode).toBe(200), 3000);
});

it('closes when the server shuts down', async () => {
  const watcher = await open();
  streams.close();
  await vi.waitFor(() => expect(watcher.answer.complete).toBe(true));
});

it('lets requests have their turn while it tells many streams', async () => {
  const { port } = server.address() as AddressInfo;
  const eager = new LiveStreams(200, 0);
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    void eager.open(request, response, article.number);
  });
  await add('أول');
  const addresses = Array.from({ length: 60 }, (_, n) => `127.0.1.${1 + Math.floor(n / 10)}`);
  let told = 0;
  let turns = 0;
  await Promise.all(
    addresses.map(
      (localAddress) =>
        new Promise<void>((resolve, reject) => {
          const request = get(
            { host: '127.0.0.1', port, localAddress, path: '/', agent: false },
            (answer) => {
              answer.once('data', () => {
                answer.on('data', () => (told += 1)).on('error', () => undefined);
                resolve();
              });
            },
          );
          request.on('error', reject);
          asked.push(request);
        }),
    ),
  );
  const turn = () => {
    if (told > 0 && told < addresses.length) turns += 1;
    if (told < addresses.length) setImmediate(turn);
  };
  await add('ثان');
  turn();
  await vi.waitFor(() => expect(told).toBe(addresses.length), 5000);
  expect(turns).toBeGreaterThan(addresses.length / 4);
  eager.close();
});
