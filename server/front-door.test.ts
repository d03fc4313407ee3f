import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import { listSections } from '#db/paper/sections.ts';
import { env } from '#lib/env.ts';
import { pageRequest } from '#lib/page-request.ts';
import { getKeys } from '#lib/security/keys.ts';
import { createFrontDoor } from './front-door.ts';
import { ask } from './test-request.ts';
import { failing } from './test-failing-page.ts';

/** A session cookie that this site has signed. */
function signedSession(): string {
  const signature = createHmac('sha256', getKeys().auth.toString('hex')).update('token').digest('base64');
  return `midad.session_token=${encodeURIComponent(`token.${signature}`)}`;
}

describe('a pass for unpublished files', () => {
  /** Sets who opened the page, as pages of the newsroom and previews do. */
  async function pages(request: IncomingMessage, response: ServerResponse) {
    const asked = pageRequest()!;
    if (request.url === '/newsroom/media') asked.staffSession = 'session-1';
    if (request.url?.startsWith('/ar/preview/'))
      asked.previewOf = { id: 'article-1', nonce: 'n1', expiresAt: new Date(Date.now() + 86_400_000) };
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.setHeader('Set-Cookie', 'own=1');
    response.write('<!DOCTYPE html>');
    response.end('<p>');
  }

  it('is set beside the page’s own cookies for signed-in staff, and for a preview', async () => {
    const { handle } = createFrontDoor(pages);
    const headers = { cookie: signedSession() };
    const [desk, preview, out, reader] = await Promise.all(
      ['/newsroom/media', '/preview/x.y', '/newsroom/sign-in', '/fine'].map((path) =>
        ask(handle, { path, ...(path === '/newsroom/media' && { headers }) }),
      ),
    );
    expect(desk!.headers['set-cookie']).toEqual([
      'own=1',
      expect.stringMatching(
        /^media_pass=media-staff%20session-1\.[\w-]+; Path=\/media; HttpOnly; SameSite=Lax$/,
      ),
    ]);
    expect(preview!.headers['set-cookie']).toEqual([
      expect.stringMatching(
        /^media_pass=media-preview%20article-1%20\d+%20n1\.[\w-]+; Path=\/media; HttpOnly; SameSite=Lax; Max-Age=3600$/,
      ),
    ]);
    expect(out!.headers['set-cookie']).toEqual(['own=1']);
    expect(reader!.headers['set-cookie']).toBeUndefined();
  });
});

describe('the render gate of the newsroom', () => {
  it('lets inner requests of Next pass, so that no request waits for itself', async () => {
    /**
     * Next as it answers an action that ends in a redirect: it requests the target page with the same
     * headers.
     */
    let running = 0;
    let most = 0;
    async function redirecting(request: IncomingMessage, response: ServerResponse) {
      if (request.url === '/newsroom/saved') return void response.end('the page behind it');
      most = Math.max(most, (running += 1));
      const { 'content-length': _, ...headers } = request.headers as Record<string, string>;
      const inner = await ask(door.handle, { path: '/newsroom/saved', headers: { ...headers, rsc: '1' } });
      running -= 1;
      response.end(inner.body);
    }
    const door = createFrontDoor(redirecting);
    const headers = { cookie: signedSession(), 'content-length': '0' };
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        ask(door.handle, { method: 'POST', path: '/newsroom/articles', headers }),
      ),
    );
    expect(answers.map(({ body }) => body.toString())).toEqual(Array(6).fill('the page behind it'));
    // Two actions of a network run at a time. If an inner request waited for such a place, its action would
    // have to give the place up first, and a third one would begin.
    expect(most).toBe(2);
  });

  it('does not let pass a request with a guessed inner header', async () => {
    let most = 0;
    let running = 0;
    const door = createFrontDoor(async (_, response) => {
      most = Math.max(most, (running += 1));
      await new Promise((resolve) => setTimeout(resolve, 20));
      running -= 1;
      response.end('page');
    });
    const headers = { 'x-midad-inner': 'guessed' };
    await Promise.all(
      Array.from({ length: 8 }, () => ask(door.handle, { path: '/newsroom/sign-in', headers })),
    );
    expect(most).toBe(1);
  });
});

describe('the host of a request', () => {
  const fine = () => createFrontDoor(failing).handle;
  it('must be in one Host header only', async () => {
    const server = createServer((...both) => void fine()(...both));
    await new Promise<void>((resolve) => server.listen(0, resolve));
    const socket = connect((server.address() as AddressInfo).port);
    socket.end('GET /fine HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n');
    expect(Buffer.concat(await socket.toArray()).toString()).toMatch(/^HTTP\/1.1 400/);
    server.close();
  });

  it.each([
    [`http://${new URL(env.siteUrl).host}/fine`, 200],
    [`HTTP://${new URL(env.siteUrl).host}/fine?page=1`, 200],
    ['http://a.example/fine', 200],
    ['http://evil.example/fine', 400],
    ['ftp://a.example/fine', 400],
    ['*', 400],
    ['fine', 400],
  ])('may be in an absolute address, if it is this site: %s', async (path, status) => {
    expect((await ask(fine(), { path, headers: { host: 'a.example' } })).status).toBe(status);
  });

  it.each(['TRACE', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('refuses the method %s', async (method) => {
    for (const path of ['/fine', '/media/x', '/local/1/x/comments', '/search?q=a'])
      expect((await ask(fine(), { method, path })).status, path).toBe(405);
  });

  it.each([
    ['/fine', 'GET, HEAD'],
    ['/media/x', 'GET, HEAD'],
    ['/comments/mine/link', 'GET, HEAD, POST'],
    ['/local/1/x/comments', 'GET, HEAD, POST'],
  ])('names the methods that %s allows', async (path, allow) => {
    expect((await ask(fine(), { method: 'DELETE', path })).headers.allow).toBe(allow);
  });
});

it('logs no error when the client disconnects in the middle of a theme form', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { handle } = createFrontDoor(failing);
  const left = Promise.withResolvers<void>();
  const server = createServer((request, response) => {
    void handle(request, response).then(left.resolve, left.reject);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const arrived = new Promise((resolve) => server.once('request', resolve));
  const socket = connect((server.address() as AddressInfo).port);
  socket.write('POST /theme HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\ntheme=');
  await arrived;
  socket.resetAndDestroy();
  await left.promise;
  server.close();
  expect(said).not.toHaveBeenCalled();
  said.mockRestore();
});

it('answers a broken form with 400, and a form that is sent to a page with 405', async () => {
  const { handle } = createFrontDoor(failing);
  for (const type of ['multipart/form-data', 'multipart/form-data; boundary=x']) {
    for (const path of ['/comments/mine/link', '/comments/notices/token/choice', '/local/1/x/comments']) {
      expect(
        (
          await ask(handle, {
            method: 'POST',
            path,
            headers: { 'content-type': type, 'content-length': 3 },
            body: 'abc',
          })
        ).status,
        path,
      ).toBe(400);
    }
  }
  const form = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': 3 };
  for (const path of ['/comments/token', '/comments/mine'])
    expect((await ask(handle, { method: 'POST', path, headers: form, body: 'a=b' })).status, path).toBe(405);
});

it('refuses too many concurrent pages with 503 and Retry-After, but still sends cached pages', async () => {
  let isHeld = false;
  const held: (() => void)[] = [];
  const { handle } = createFrontDoor(async (_, response) => {
    await listSections();
    if (isHeld) await new Promise<void>((resolve) => held.push(resolve));
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end('<!DOCTYPE html><title>a page</title>');
  });
  await ask(handle, { path: '/fine' });
  isHeld = true;
  const server = createServer((...both) => void handle(...both));
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const base = `http://localhost:${(server.address() as AddressInfo).port}`;
  const asked = Array.from({ length: 140 }, (_, n) => fetch(`${base}/search?q=${n}`));
  const refused = await Promise.any(asked);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '2']);
  expect((await fetch(`${base}/fine`)).status).toBe(200);
  expect(held).toHaveLength(1);
  isHeld = false;
  held[0]!();
  const statuses = (await Promise.all(asked)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(101);
  expect(statuses.filter((status) => status === 503)).toHaveLength(39);
  server.closeAllConnections();
  server.close();
});

it('renders searches one at a time, and other pages beside them', async () => {
  const held = new Map<string, () => void>();
  const { handle } = createFrontDoor(async (request, response) => {
    const path = request.url!;
    if (path.includes('/search')) await new Promise<void>((resolve) => held.set(path, resolve));
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end('<!DOCTYPE html><title>a page</title>');
  });
  const searches = ['first', 'second'].map((word) => ask(handle, { path: `/search?q=${word}` }));
  await vi.waitFor(() => expect([...held.keys()]).toEqual(['/ar/search?q=first']));
  expect((await ask(handle, { path: '/fine' })).status).toBe(200);
  expect([...held.keys()]).toEqual(['/ar/search?q=first']);
  held.get('/ar/search?q=first')!();
  await vi.waitFor(() => expect(held.has('/ar/search?q=second')).toBe(true));
  held.get('/ar/search?q=second')!();
  expect((await Promise.all(searches)).map(({ status }) => status)).toEqual([200, 200]);
});
