import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerRefused } from './refused-request.ts';

const server = createServer((request, response) => response.end(request.url)).on(
  'clientError',
  answerRefused,
);
let port: number;
beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => void server.close());

const send = (text: string) =>
  new Promise<string>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket
      .setEncoding('utf8')
      .on('data', (piece: string) => (answer += piece))
      .on('end', () => resolve(answer))
      .on('error', reject);
  });
const get = (path: string, more = '') =>
  send(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${more}\r\n`);

describe('a request that cannot be parsed', () => {
  it('because it is too long gets a page with an explanation', async () => {
    const long = await get(`/search?q=${encodeURIComponent('م'.repeat(9000))}`);
    expect(long).toMatch(/^HTTP\/1\.1 414 URI Too Long\r\n/);
    expect(long).toContain('<h1>العنوان طويل جدًا</h1>');
    expect(long).toContain('lang="en"');
    const cookies = await get('/', `Cookie: a=${'x'.repeat(40_000)}\r\n`);
    expect(cookies).toMatch(/^HTTP\/1\.1 431 /);
    expect(cookies).toContain('ملفات تعريف الارتباط');
    expect(cookies).toContain("script-src 'self'");
  });

  it('because it is not HTTP gets a page with an explanation', async () => {
    const answer = await send('nonsense\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(answer).toContain('text/html; charset=utf-8');
  });
});

describe('unencoded letters in an address', () => {
  it.each([
    ['/local/1006/خبر', '/local/1006/%D8%AE%D8%A8%D8%B1'],
    ['/n/1006،', '/n/1006%D8%8C'],
    ['/search?q=ماء', '/search?q=%D9%85%D8%A7%D8%A1'],
  ])('are redirected to the encoded address: %s', async (path, to) => {
    const answer = await get(path);
    expect(answer).toMatch(/^HTTP\/1\.1 308 /);
    expect(/\r\nLocation: (.*)\r\n/.exec(answer)?.[1]).toBe(to);
  });

  it.each(['//evil.example/خ', '/\\evil.example/خ', 'http://evil.example/خ', 'خ'])(
    'do not redirect to another site: %s',
    async (path) => {
      const answer = await get(path);
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
      expect(answer).not.toContain('Location');
    },
  );
});
