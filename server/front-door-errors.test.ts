import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listSections } from '#db/paper/sections.ts';
import { pageRequest } from '#lib/page-request.ts';
import { createFrontDoor } from './front-door.ts';
import { ask } from './test-request.ts';
import { failing } from './test-failing-page.ts';

describe('an error in a page', () => {
  let said: string[] = [];
  beforeEach(() => {
    said = [];
    vi.spyOn(console, 'error').mockImplementation(
      (...words: unknown[]) => void said.push(words.map(String).join(' ')),
    );
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('is answered with the designed page and status 500, is logged once, and shows no details', async () => {
    const { handle } = createFrontDoor(failing);
    const answer = await ask(handle, { path: '/broken?q=typed' });
    expect(answer.status).toBe(500);
    expect(answer.body.toString()).toContain('<h1>500</h1>');
    expect(answer.body.toString()).not.toMatch(/secret|__next_f/);
    expect(answer.headers['cache-control']).toBe('private, no-store');
    expect(answer.headers['content-security-policy']).toContain("script-src 'self'");
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('/broken');
    expect(said[0]).not.toContain('typed');
  });

  it.each([
    ['/comments/token.signature', 'GET /comments/… failed'],
    ['/en/comments/notices/token.signature', 'GET /en/comments/… failed'],
    ['/comments/token.signature/withdraw', 'POST /comments/… failed'],
    ['/preview/token.signature', 'GET /preview/… failed'],
    ['/newsroom/invitation/token.signature', 'GET /newsroom/invitation/… failed'],
    ['/newsroom/reset/token', 'GET /newsroom/reset/… failed'],
    ['/newsroom/email/token', 'GET /newsroom/email/… failed'],
    ['/newsroom/%69nvitation/token.signature?x', 'GET /newsroom/invitation/… failed'],
    ['/mail/token%40example.org/x', 'GET /mail/…/x failed'],
    ['/tag/%D8%A8%D8%AD%D8%B1', 'GET /tag/%D8%A8%D8%AD%D8%B1 failed'],
  ])('is logged without tokens and mail addresses: %s', async (path, line) => {
    const { handle } = createFrontDoor(failing);
    const method = line.split(' ')[0]!;
    const headers = method === 'POST' ? { 'content-length': '0' } : {};
    expect((await ask(handle, { method, path, headers })).status).toBe(500);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(line);
    expect(said[0]).not.toContain('token');
  });

  it('is not cached; later pages are rendered and cached as usual', async () => {
    const { handle, findReady } = createFrontDoor(failing);
    await ask(handle, { path: '/broken' });
    expect(findReady('/broken')).toBeUndefined();
    expect((await ask(handle, { path: '/fine' })).status).toBe(200);
    expect(findReady('/fine')).toBeDefined();
  });

  it('in the error page itself is answered with a bare 500', async () => {
    const { handle } = createFrontDoor(async () => {
      throw new Error('nothing works');
    });
    const answer = await ask(handle, { path: '/broken' });
    expect([answer.status, answer.body.toString()]).toEqual([500, '500\n']);
  });
});

describe('the cost of errors', () => {
  /** A substitute for Next that records what it renders. */
  function counting() {
    const drawn: string[] = [];
    const door = createFrontDoor(async (request, response) => {
      const status = pageRequest()?.statusShown;
      await listSections();
      drawn.push(request.url!);
      if (!status) response.statusCode = 404;
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(`<!DOCTYPE html><html><body><h1>${status ?? 'not found'}</h1></body></html>`);
    });
    return { ...door, drawn };
  }

  it('renders the page of a status once for each edition, whatever the address', async () => {
    const { handle, drawn } = counting();
    for (const path of ['/zzz1', '/zzz2', '/zzz3']) {
      const answer = await ask(handle, { path });
      expect([answer.status, answer.body.toString()]).toEqual([404, expect.stringContaining('<h1>404</h1>')]);
      expect(answer.headers['cache-control']).toBe('private, no-store');
    }
    await ask(handle, { path: '/en/zzz' });
    await ask(handle, {
      method: 'POST',
      path: '/local/1/x/comments',
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    await ask(handle, {
      method: 'POST',
      path: '/local/1/x/comments',
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(drawn.filter((url) => url.endsWith('/status'))).toEqual([
      '/ar/status',
      '/en/status',
      '/ar/status',
    ]);
  });

  it.each([
    '/media/none',
    '/_next/static/none.js',
    '/_next/data/x/ar.json',
    '/_next/image?url=a',
    '/assets/none.js',
    '/favicon.ico%00',
    '/media/%zz',
  ])('answers a missing file without Next: %s', async (path) => {
    const { handle, drawn } = counting();
    const answer = await ask(handle, { path });
    expect([400, 404]).toContain(answer.status);
    if (answer.status === 404) expect(answer.body.length).toBeLessThan(10);
    expect(drawn.filter((url) => !url.endsWith('/status'))).toEqual([]);
  });

  it.each(['/local.rsc', '/x.prefetch.rsc', '/newsroom.rsc', '/local.segments/_tree.segment.rsc'])(
    'answers an internal address of Next with 404 without Next: %s',
    async (path) => {
      const { handle, drawn } = counting();
      expect((await ask(handle, { path })).status).toBe(404);
      expect(drawn).toEqual(['/ar/status']);
    },
  );
});
