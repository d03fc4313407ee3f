import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import {
  connect,
  createServer as createNetServer,
  type AddressInfo,
  type Server,
  type Socket,
} from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { Connections } from './connections.ts';
import { readFast } from './fast-path.ts';
import { receive } from './request-body.ts';
import { stopAccepting } from './stop-accepting.ts';

const PLAIN = { '/ready': 'HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfast' } as Record<string, string>;
const ask = (path: string) => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`;
const post = (path: string, length: number, body = '') =>
  `POST ${path} HTTP/1.1\r\nHost: a\r\nContent-Length: ${length}\r\n\r\n${body}`;

let server: Server;
const clients: Socket[] = [];
const taken: Socket[] = [];
afterEach(() => {
  for (const socket of [...clients.splice(0), ...taken.splice(0)]) socket.destroy();
  server.close();
});

async function open(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  stalledMs?: number,
) {
  const http = createServer();
  const connections = new Connections(http, answer, stalledMs);
  server = createNetServer({ allowHalfOpen: true }, (socket) => {
    taken.push(socket);
    connections.open(socket);
    readFast(
      socket,
      ({ url }) => (connections.isDraining || !PLAIN[url] ? undefined : Buffer.from(PLAIN[url])),
      (each) => {
        connections.handOver(each);
        http.emit('connection', each);
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return connections;
}

/** Opens a client connection; `all` resolves with everything received when the connection ends. */
async function enter(): Promise<{ socket: Socket; said: () => string; all: Promise<string> }> {
  const socket = connect({ port: (server.address() as AddressInfo).port, allowHalfOpen: false });
  clients.push(socket);
  let said = '';
  socket.on('data', (chunk) => {
    said += chunk.toString();
  });
  const all = new Promise<string>((resolve, reject) => {
    socket.on('close', () => resolve(said)).on('error', reject);
  });
  all.catch(() => undefined);
  await new Promise((resolve) => {
    socket.once('connect', resolve);
  });
  return { socket, said: () => said, all };
}

const echo = (request: IncomingMessage, response: ServerResponse) => {
  request.resume().on('end', () => response.end(`node ${request.url}`));
};
const isTaken = (many: number) => expect.poll(() => taken.length).toBe(many);

describe('when the server shuts down', () => {
  it('answers unread requests on every path, and then ends every connection', async () => {
    const connections = await open(echo);
    const [silent, fresh, known, node, many] = [
      await enter(),
      await enter(),
      await enter(),
      await enter(),
      await enter(),
    ];
    known.socket.write(ask('/ready'));
    node.socket.write(ask('/other'));
    await expect.poll(() => known.said() + node.said()).toMatch(/fast[^]*node \/other/);
    await isTaken(5);
    // All in one turn of the event loop: the bytes are in the sockets when draining begins.
    fresh.socket.write(ask('/ready'));
    known.socket.write(ask('/ready'));
    node.socket.write(ask('/again'));
    many.socket.write(['/1', '/2', '/ready', '/3'].map(ask).join(''));
    await connections.drain(() => undefined, stopAccepting(server));
    expect(await silent.all).toBe('');
    expect(await fresh.all).toContain('node /ready');
    expect(await known.all).toMatch(/fast[^]*node \/ready/);
    expect(await node.all).toMatch(/node \/other[^]*node \/again/);
    const answers = await many.all;
    expect(answers).toMatch(/node \/1[^]*node \/2[^]*node \/ready[^]*node \/3/);
    // Only the last response of a connection has `Connection: close`.
    expect(answers.match(/Connection: close/gi)).toHaveLength(1);
  });

  it('waits for slow responses, and for the rest of a request that arrives late', async () => {
    const begun = Promise.withResolvers<() => void>();
    const connections = await open((request, response) => {
      if (request.url === '/slow') begun.resolve(() => response.end('late'));
      else echo(request, response);
    });
    const [slow, half] = [await enter(), await enter()];
    half.socket.write(post('/half', 4, 'ab'));
    slow.socket.write(ask('/slow'));
    const finish = await begun.promise;
    const closed = connections.drain(() => undefined, stopAccepting(server));
    half.socket.write('cd');
    expect(await half.all).toContain('node /half');
    expect(slow.said()).toBe('');
    finish();
    expect(await slow.all).toContain('late');
    await closed;
  });
});

it('answers many requests of one packet one at a time, in order', async () => {
  let atOnce = 0;
  let most = 0;
  await open((request, response) => {
    most = Math.max(most, ++atOnce);
    setImmediate(() => {
      atOnce--;
      response.end(`node ${request.url};`);
    });
  });
  const { socket, said } = await enter();
  const paths = Array.from({ length: 250 }, (_, n) => `/${n}`);
  socket.write(paths.map(ask).join(''));
  await expect.poll(said).toContain('node /249;');
  expect(said().match(/node \/\d+/g)).toEqual(paths.map((path) => `node ${path}`));
  expect(most).toBe(1);
});

it('does not begin the queued requests of a client that has disconnected', async () => {
  const begun: string[] = [];
  await open((request, response) => {
    begun.push(request.url!);
    if (begun.length === 1) request.socket.once('close', () => response.end());
  });
  const { socket, all } = await enter();
  socket.write(Array.from({ length: 100 }, (_, n) => ask(`/${n}`)).join(''));
  await expect.poll(() => begun.length).toBe(1);
  socket.resetAndDestroy();
  await all;
  await expect.poll(() => taken.every((each) => each.destroyed)).toBe(true);
  expect(begun).toEqual(['/0']);
});

it('delivers the response to a client that is still sending its body', async () => {
  await open((_, response) => {
    response.writeHead(413, { Connection: 'close' });
    response.end('too large');
  });
  const { socket, all } = await enter();
  socket.allowHalfOpen = true;
  socket.write(post('/', 5_000_000));
  for (let n = 0; n < 5; n++)
    await new Promise((resolve) => socket.write(Buffer.alloc(1_000_000, 97), resolve));
  socket.end();
  expect(await all).toContain('too large');
});

it('sends 100 Continue once, and never for a body that is too large', async () => {
  await open(async (request, response) => {
    const received = await receive(request, response);
    response.end('refused' in received ? `${received.refused};` : `${received.body?.length};`);
  });
  const [small, large] = [await enter(), await enter()];
  const head = (length: number) =>
    `POST /local/1006/x/comments HTTP/1.1\r\nHost: a\r\nContent-Length: ${length}\r\nExpect: 100-continue\r\n\r\n`;
  small.socket.write(head(3));
  await expect.poll(small.said).toContain('100 Continue');
  small.socket.write('abc');
  await expect.poll(small.said).toContain('3;');
  expect(small.said().match(/100 Continue/g)).toHaveLength(1);
  large.socket.write(head(5_000_000));
  await expect.poll(large.said).toContain('too-large;');
  expect(large.said()).not.toContain('100 Continue');
});

it('drops a client that reads no response, but not a client that waits for one', async () => {
  await open((request, response) => {
    if (request.url === '/slow') setTimeout(() => response.end('late'), 400);
    else response.end(Buffer.alloc(20_000_000));
  }, 100);
  const patient = await enter();
  const deaf = connect((server.address() as AddressInfo).port);
  clients.push(deaf);
  deaf.on('error', () => undefined).pause();
  deaf.write(ask('/large'));
  patient.socket.write(ask('/slow'));
  await expect.poll(() => taken.filter((each) => each.destroyed).length).toBe(1);
  await expect.poll(patient.said).toContain('late');
});
