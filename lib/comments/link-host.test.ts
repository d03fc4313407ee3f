import { expect, it } from 'vitest';
import { linkHost } from './link-host.ts';

const host = (address: string) => linkHost(new URL(address));

it.each([
  ['https://example.org/a', 'example.org'],
  ['https://EXAMPLE.org:8080', 'example.org:8080'],
  ['https://example.org:443', 'example.org'],
  ['https://203.0.113.7', '203.0.113.7'],
  ['https://3232235777', '192.168.1.1'],
  ['https://[::1]:8080/', '[::1]:8080'],
  ['https://موقع.قطر', 'موقع.قطر'],
  ['https://xn--wgbl6a:8080', 'قطر:8080'],
  ['https://пример.рф', 'пример.рф'],
  ['https://例え.テスト', '例え.テスト'],
])('linkHost of %s is %s', (address, expected) => {
  expect(host(address)).toBe(expected);
});

it.each([
  ['Cyrillic before a Latin top-level domain', 'https://аррӏе.com'],
  ['Cyrillic among Latin', 'https://gооgle.com'],
  ['Latin letters that only look like others', 'https://ɡoogle.com'],
  ['a dotless i', 'https://twıtter.com'],
  ['Latin letters with diacritics', 'https://münchen.example'],
  ['Arabic before a Latin top-level domain', 'https://مثال.com'],
  ['two labels in different scripts', 'https://пример.قطر'],
  ['a rare script', 'https://ꓮꓓꓟꓲꓠ.قطر'],
])('linkHost stays punycode for %s', (_name, address) => {
  expect(host(address)).toMatch(/^[\x20-\x7E]*xn--[\x20-\x7E]*$/);
});

it('linkHost shows no hidden characters', () => {
  expect(host('https://xn--mgbh0fb.xn--kgbechtv')).toBe('مثال.إختبار');
  // The same with a vowel sign.
  expect(host('https://مَثال.قطر')).toMatch(/^xn--.*xn--/);
});
