import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWaitingServer } from './come-back.ts';

const server = createWaitingServer();
let base = '';

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

describe('while a large database is migrated', () => {
  it('every page is a 503 that asks in both languages to come back, and is not kept', async () => {
    const response = await fetch(`${base}/local/12/x`);
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('15');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-/,
    );
    const page = await response.text();
    expect(page).toContain('<section lang="ar" dir="rtl"><h1>نعود بعد لحظات</h1>');
    expect(page).toContain('<section lang="en" dir="ltr"><h1>We will be back in a moment</h1>');
    expect(page).toContain('http-equiv="refresh"');
  });

  it('a form is refused in the same way, and a HEAD request has no body', async () => {
    const form = await fetch(`${base}/newsroom`, { method: 'POST', body: 'x'.repeat(100_000) });
    expect(form.status).toBe(503);
    const head = await fetch(base, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([503, '']);
  });

  it('/health says why', async () => {
    const response = await fetch(`${base}/health`);
    expect([response.status, await response.json()]).toEqual([503, { status: 'migrating' }]);
  });
});
