import { once } from 'node:events';
import { createServer, get } from 'node:http';
import {
  connect,
  createServer as createNetServer,
  type AddressInfo,
  type Server,
  type Socket,
} from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { readFast, readPlainGet, type PlainGet } from './fast-path.ts';

const request = (...lines: string[]) => Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1');

describe('the fast path', () => {
  it('reads a plain GET with the usual headers of a browser', () => {
    const plain = request(
      'GET /a?b=%D8%A7 HTTP/1.1',
      'Host: midad.example',
      'User-Agent: a b',
      'Accept-Encoding: gzip, br',
      'Cookie: theme=dark',
      'X-Writer: writer=x',
      'Connection: keep-alive',
    );
    expect(readPlainGet(plain)).toEqual({
      url: '/a?b=%D8%A7',
      acceptEncoding: 'gzip, br',
      head: plain.toString('latin1'),
    });
  });

  it.each([
    ['another method', request('HEAD / HTTP/1.1', 'Host: a')],
    ['HTTP/1.0', request('GET / HTTP/1.0', 'Host: a')],
    ['no host', request('GET / HTTP/1.1', 'User-Agent: a')],
    ['two hosts', request('GET / HTTP/1.1', 'Host: a', 'Host: b')],
    ['an absolute URL', request('GET http://a/ HTTP/1.1', 'Host: a')],
    ['a body with Content-Length', request('GET / HTTP/1.1', 'Host: a', 'Content-Length: 3')],
    ['a chunked body', request('GET / HTTP/1.1', 'Host: a', 'transfer-encoding: chunked')],
    ['a conditional request', request('GET / HTTP/1.1', 'Host: a', 'If-None-Match: "x"')],
    ['a range request', request('GET / HTTP/1.1', 'Host: a', 'Range: bytes=0-1')],
    ['Connection: close', request('GET / HTTP/1.1', 'Host: a', 'Connection: close')],
    ['a writer’s cookie', request('GET / HTTP/1.1', 'Host: a', 'Cookie: theme=dark; writer=writer:x.y')],
    [
      'an upgrade request',
      request('GET / HTTP/1.1', 'Host: a', 'Connection: keep-alive, Upgrade', 'Upgrade: websocket'),
    ],
    ['a space before the colon', request('GET / HTTP/1.1', 'Host: a', 'Transfer-Encoding : chunked')],
    ['a folded line', request('GET / HTTP/1.1', 'Host: a', ' folded')],
    ['line feeds without carriage returns', Buffer.from('GET / HTTP/1.1\nHost: a\n\n')],
    [
      'one line feed without a carriage return',
      Buffer.from('GET / HTTP/1.1\r\nHost: a\nTransfer-Encoding: chunked\r\n\r\n'),
    ],
    ['an incomplete request', Buffer.from('GET / HTTP/1.1\r\nHost: a\r\n')],
    [
      'two requests',
      Buffer.concat([request('GET / HTTP/1.1', 'Host: a'), request('GET / HTTP/1.1', 'Host: a')]),
    ],
    ['one and a half requests', Buffer.concat([request('GET / HTTP/1.1', 'Host: a'), Buffer.from('GET ')])],
    ['a non-ASCII character in the address', request('GET /\u00e9 HTTP/1.1', 'Host: a')],
    ['a very long head', request('GET / HTTP/1.1', 'Host: a', `X: ${'x'.repeat(5000)}`)],
  ])('leaves to Node: %s', (_, chunk) => expect(readPlainGet(chunk)).toBeUndefined());
});

describe('on a connection', () => {
  let server: Server;
  const open: Socket[] = [];
  /** The server's sockets, by the port of the client. */
  const taken = new Map<number | undefined, Socket>();

  async function start() {
    const http = createServer((incoming, response) =>
      response.end(`node ${incoming.method} ${incoming.url}`),
    );
    const findReady = ({ url }: PlainGet) =>
      url === '/ready' ? Buffer.from('HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfast') : undefined;
    server = createNetServer({ allowHalfOpen: true }, (socket) => {
      open.push(socket);
      taken.set(socket.remotePort, socket);
      readFast(socket, findReady, (taken) => http.emit('connection', taken));
    });
    await new Promise<void>((resolve) => server.listen(0, resolve));
    return (server.address() as AddressInfo).port;
  }
  afterEach(() => {
    for (const socket of open.splice(0)) socket.destroy();
    server.close();
  });

  /** Sends pieces one after another and collects the response until it contains `until`. */
  async function talk(pieces: string[], until: string): Promise<string> {
    const socket = connect(await start());
    open.push(socket);
    let answer = '';
    const done = new Promise<string>((resolve, reject) => {
      socket.on('data', (data) => {
        answer += data.toString();
        if (answer.includes(until)) resolve(answer);
      });
      socket.on('error', reject);
      socket.setTimeout(3000, () => reject(new Error(`No «${until}» in «${answer}»`)));
    });
    let sent = 0;
    await once(socket, 'connect');
    const local = socket.localPort;
    for (const piece of pieces) {
      socket.write(piece);
      sent += Buffer.byteLength(piece);
      // Each in its own read: the next one is sent after this one has been read.
      await expect.poll(() => taken.get(local)?.bytesRead).toBe(sent);
    }
    return done;
  }
  const ask = (path: string) => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`;

  it('answers several requests, then hands the connection over to Node for good', async () => {
    const answer = await talk(
      [ask('/ready'), ask('/ready'), ask('/other'), ask('/ready')],
      'node GET /ready',
    );
    expect(answer.match(/fast/g)).toHaveLength(2);
    expect(answer).toContain('node GET /other');
  });

  it('hands over a request that comes in pieces, and two requests in one packet', async () => {
    expect(await talk(['GET /re', 'ady HTTP/1.1\r\nHo', 'st: a\r\n\r\n'], 'node GET /ready')).not.toContain(
      'fast',
    );
    const both = await talk([ask('/ready') + ask('/other')], 'node GET /other');
    expect(both.indexOf('node GET /ready')).toBeLessThan(both.indexOf('node GET /other'));
  });

  it('hands over a POST with its body', async () => {
    expect(
      await talk(['POST /ready HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc'], 'node POST /ready'),
    ).toContain('200 OK');
  });

  it('answers bytes that are not HTTP as Node does', async () => {
    expect(await talk(['\u0016\u0003\u0001 hello\r\n\r\n'], '400 Bad Request')).toContain(
      'Connection: close',
    );
  });

  it('serves a client with keep-alive connections', async () => {
    const port = await start();
    const once = () =>
      new Promise<string>((resolve, reject) => {
        get({ port, path: '/ready' }, (response) => response.setEncoding('utf8').on('data', resolve)).on(
          'error',
          reject,
        );
      });
    expect(await Promise.all([once(), once(), once()])).toEqual(['fast', 'fast', 'fast']);
  });
});
