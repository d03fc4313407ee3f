import { describe, expect, it } from 'vitest';
import { readMailAddress } from './address.ts';

describe('readMailAddress', () => {
  it.each([
    ['user@موقع.مصر', 'user@xn--4gbrim.xn--wgbh1c'],
    ['user@مثال.السعودية', 'user@xn--mgbh0fb.xn--mgberp4a5d4ar'],
    ['user@xn--mgbh0fb.xn--kgbechtv', 'user@xn--mgbh0fb.xn--kgbechtv'],
    ['USER@XN--4gbrim.XN--wgbh1c', 'user@xn--4gbrim.xn--wgbh1c'],
    ['user@موقع。مصر', 'user@xn--4gbrim.xn--wgbh1c'],
    ['user@موقع.com', 'user@xn--4gbrim.com'],
    ['user@bücher.example', 'user@xn--bcher-kva.example'],
    ['user@Bücher.Example', 'user@xn--bcher-kva.example'],
    ['user@اتصالات.امارات', 'user@xn--mgbaakc7dvf.xn--mgbaam7a8h'],
    ['a.b+tag@mail.example.org', 'a.b+tag@mail.example.org'],
    [' Salma@Example.ORG ', 'salma@example.org'],
    ['\u200Esalma@example.org\u200E', 'salma@example.org'],
    ['\u202Asalma@example.org\u202C', 'salma@example.org'],
    ['\u2066salma@\u2069example.org', 'salma@example.org'],
    ['salma\u200B@example.org', 'salma@example.org'],
    ['salma\u00A0@\u00A0example.org', 'salma@example.org'],
    ['user٢٠٢٦@example.org', 'user2026@example.org'],
    ['user۱۲@example.org', 'user12@example.org'],
    ['<salma@example.org>', 'salma@example.org'],
    ['mailto:salma@example.org', 'salma@example.org'],
    ['salma@example.org،', 'salma@example.org'],
    ['salma@example.org.', 'salma@example.org'],
    ['salma＠example.org', 'salma@example.org'],
  ])('reads %j as %s', (typed, kept) => {
    expect(readMailAddress(typed)).toBe(kept);
    expect(readMailAddress(kept)).toBe(kept);
  });

  it.each([
    '',
    '@',
    'salma',
    'salma@',
    '@example.org',
    'salma@example',
    'salma@@example.org',
    'a@b@',
    'salma@exa mple.org',
    'salma@-example.org',
    'salma@example-.org',
    'salma@example..org',
    'salma@127.0.0.1',
    'salma@[::1]',
    'salma@2130706433',
    'salma@example.org:25',
    'salma@example.org/x',
    'salma@user:pass',
    'salma@xn--',
    'salma@a.xn--',
    'a b@example.org',
    'سلمى@example.org',
    '.a@example.org',
    'a..b@example.org',
    'a@example.org\r\nBcc: b@example.org',
    'a,b@example.org',
    `${'a'.repeat(250)}@example.org`,
    `a@${'ب'.repeat(70)}.مصر`,
    'a@'.repeat(10_000),
    'a@%00.org',
    'a@example.org\\x',
  ])('rejects %j', (typed) => {
    expect(readMailAddress(typed)).toBeUndefined();
  });
});
