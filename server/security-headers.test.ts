import { describe, expect, it } from 'vitest';
import { FRAME_HOSTS } from '#lib/body/embed-frame.ts';
import { env } from '#lib/env.ts';
import { runProcess } from '#lib/testing/process.ts';
import { newsroomHeaders, readerHeaders } from './security-headers.ts';

describe('a response for a reader', () => {
  it('allows only our own script, and no frame around it', () => {
    const policy = readerHeaders['Content-Security-Policy']!;
    expect(policy.split('; ')).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'self'",
      ]),
    );
    // Only frames may be from other sites, and only from those that an embed may name.
    const others = policy.split('; ').filter((rule) => /unsafe|\*|https?:/.test(rule));
    expect(others).toEqual([`frame-src ${FRAME_HOSTS.join(' ')}`]);
    expect(readerHeaders).toMatchObject({
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'X-Frame-Options': 'DENY',
    });
  });

  it('has HSTS for a year if the site is at https, and none otherwise', async () => {
    const ask = `process.env.SITE_URL = 'https://midad.example';
      const { readerHeaders } = await import('./server/security-headers.ts');
      console.log(readerHeaders['Strict-Transport-Security']);`;
    expect(readerHeaders['Strict-Transport-Security']).toBeUndefined();
    expect(await runProcess(ask, env.dataDir)).toBe('max-age=31536000');
  });
});

describe('a response of the newsroom', () => {
  it('is not cached, not indexed, and allows scripts by a nonce', () => {
    const headers = newsroomHeaders('abc');
    expect(headers['Cache-Control']).toBe('private, no-store');
    expect(headers['X-Robots-Tag']).toContain('noindex');
    expect(headers['Content-Security-Policy']).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic'");
    expect(headers['Content-Security-Policy']).not.toContain('unsafe');
  });
});
