import { describe, expect, it } from 'vitest';
import { isWebhookUrl, signWebhook, verifyWebhook } from './webhook.ts';

const key = Buffer.alloc(32, 7);
const now = new Date('2026-11-23T12:00:00Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

describe('signWebhook', () => {
  it('returns the documented format', () => {
    expect(signWebhook(key, '{"a":1}', now)).toMatch(/^t=1795435200,v1=[0-9a-f]{64}$/);
  });

  it('is valid for its body, its key and five minutes', () => {
    const signature = signWebhook(key, 'body', now);
    expect(verifyWebhook(key, signature, 'body', later(299))).toBe(true);
    expect(verifyWebhook(key, signature, 'body', later(301))).toBe(false);
    expect(verifyWebhook(key, signature, 'body', later(-301))).toBe(false);
    expect(verifyWebhook(key, signature, 'body ', now)).toBe(false);
    expect(verifyWebhook(Buffer.alloc(32, 8), signature, 'body', now)).toBe(false);
    expect(verifyWebhook(key, signature.replace(/t=\d+/, 't=1795435201'), 'body', now)).toBe(false);
    for (const damaged of ['', 't=1', signature.slice(0, -1), `${signature},v1=x`])
      expect(verifyWebhook(key, damaged, 'body', now)).toBe(false);
  });
});

describe('isWebhookUrl', () => {
  it.each(['https://hooks.example/x', 'http://localhost:8080/x', 'http://127.0.0.1/x', 'http://[::1]:9/x'])(
    'accepts %s',
    (url) => {
      expect(isWebhookUrl(url)).toBe(true);
    },
  );

  it.each([
    'http://hooks.example/x',
    'http://10.0.0.1/',
    'http://localhost.evil.example/',
    'file:///etc/passwd',
    'https://user:word@hooks.example/',
    'x',
    '',
  ])('rejects %s', (url) => {
    expect(isWebhookUrl(url)).toBe(false);
  });
});
