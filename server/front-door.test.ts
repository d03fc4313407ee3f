import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pageRequest } from '#lib/page-request.ts';
import { createFrontDoor } from './front-door.ts';
import { ask } from './test-request.ts';

/* Next stands behind the door; here something that fails the way a page with a bug does. */
async function failing(request: IncomingMessage, response: ServerResponse) {
  const status = pageRequest()?.statusShown;
  if (!status && request.url !== '/ar/fine') throw new Error('SQLITE_ERROR: secret detail');
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.end(`<!DOCTYPE html><html><body><h1>${status ?? 'fine'}</h1><script>self.__next_f.push(1)</script></body></html>`);
}

describe('a fault of ours', () => {
  let said: string[] = [];
  beforeEach(() => {
    said = [];
    vi.spyOn(console, 'error').mockImplementation((...words: unknown[]) => void said.push(words.map(String).join(' ')));
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('is answered with the designed page under 500, logged once, and shown to nobody', async () => {
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
  ])('is logged without what is somebody’s own: %s', async (path, line) => {
    const { handle } = createFrontDoor(failing);
    const method = line.split(' ')[0]!;
    const headers = method === 'POST' ? { 'content-length': '0' } : {};
    expect((await ask(handle, { method, path, headers })).status).toBe(500);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(line);
    expect(said[0]).not.toContain('token');
  });

  it('does not become a page that is kept: the next reader is asked for anew', async () => {
    const { handle, findReady } = createFrontDoor(failing);
    await ask(handle, { path: '/broken' });
    expect(findReady('/broken')).toBeUndefined();
    expect((await ask(handle, { path: '/fine' })).status).toBe(200);
    expect(findReady('/fine')).toBeDefined();
  });

  it('in the page of faults itself is still an answer', async () => {
    const { handle } = createFrontDoor(async () => {
      throw new Error('nothing works');
    });
    const answer = await ask(handle, { path: '/broken' });
    expect([answer.status, answer.body.toString()]).toEqual([500, '500\n']);
  });
});

describe('a pass for files that are not public', () => {
  /** Pages that say who opened them, as the newsroom's and a preview do. */
  async function pages(request: IncomingMessage, response: ServerResponse) {
    const asked = pageRequest()!;
    if (request.url === '/newsroom/media') asked.staffSession = 'session-1';
    if (request.url?.startsWith('/ar/preview/')) asked.previewOf = 'article-1';
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.setHeader('Set-Cookie', 'own=1');
    response.write('<!DOCTYPE html>');
    response.end('<p>');
  }

  it('comes with a page of the newsroom that somebody signed in has opened, beside its own cookies, and with a preview', async () => {
    const { handle } = createFrontDoor(pages);
    const [desk, preview, out, reader] = await Promise.all(['/newsroom/media', '/preview/x.y', '/newsroom/sign-in', '/fine'].map((path) => ask(handle, { path })));
    expect(desk!.headers['set-cookie']).toEqual(['own=1', expect.stringMatching(/^media_pass=media-staff%20session-1\.[\w-]+; Path=\/media; HttpOnly; SameSite=Lax$/)]);
    expect(preview!.headers['set-cookie']).toEqual([expect.stringMatching(/^media_pass=media-preview%20article-1%20\d+\.[\w-]+; Path=\/media; HttpOnly; SameSite=Lax; Max-Age=3600$/)]);
    expect(out!.headers['set-cookie']).toEqual(['own=1']);
    expect(reader!.headers['set-cookie']).toBeUndefined();
  });
});
