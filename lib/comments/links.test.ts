import { describe, expect, it } from 'vitest';
import { linksOf } from './links.ts';
import { costOf } from '#lib/testing/cost.ts';

const found = (text: string) => linksOf(text).map(({ start, end, kind }) => [text.slice(start, end), kind]);

describe('linksOf', () => {
  it.each([
    ['انظر https://example.org/a هناك', 'https://example.org/a'],
    ['(HTTP://Example.org/a).', 'HTTP://Example.org/a'],
    ['www.best-instruments.example.com،', 'www.best-instruments.example.com'],
    ['زوروا example.com الآن', 'example.com'],
    ['زوروا shop.example.com/offer?x=1!', 'shop.example.com/offer?x=1'],
    ['هنا: t.me/offers', 't.me/offers'],
    ['https://موقع.قطر/مقال', 'https://موقع.قطر/مقال'],
    ['https://موقع.com', 'https://موقع.com'],
  ])('finds the address in %s', (text, written) => expect(found(text)).toEqual([[written, 'plain']]));

  it('finds each occurrence', () => {
    expect(found('https://a.example https://a.example www.b.example').map(([written]) => written)).toEqual([
      'https://a.example',
      'https://a.example',
      'www.b.example',
    ]);
  });

  it.each([
    'salma@example.com',
    'انتهى.والله أعلم',
    'that is ok.me too',
    'v2.0.1',
    'الساعة 3.30',
    'https://',
    'file.txt',
    'و.ب',
    '',
    'https://[',
  ])('finds none in %s', (text) => expect(found(text)).toEqual([]));

  it.each([
    ['https://bit.ly/x', 'shortener'],
    ['bit.ly/3xYz', 'shortener'],
    ['https://www.tinyurl.com/x', 'shortener'],
    ['https://xn--wgbl6a.xn--wgbl6a/', 'punycode'],
    ['https://gооgle.com', 'mixedScript'],
    ['https://аррӏе.com', 'mixedScript'],
    ['https://xn--80ak6aa92e.com', 'mixedScript'],
    ['https://bankбанк.com', 'mixedScript'],
    ['https://bank.example@evil.example', 'userInfo'],
    ['https://203.0.113.7/x', 'numeric'],
    ['https://3232235777/x', 'numeric'],
    ['https://[::1]/x', 'numeric'],
    ['https://пример.рф', 'plain'],
  ])('classifies %s as %s', (address, kind) => expect(found(address)).toEqual([[address, kind]]));

  it('returns the host that a browser connects to', () => {
    expect(linksOf('https://bank.example@evil.example/').map(({ host }) => host)).toEqual(['evil.example']);
  });

  it('takes little time on adversarial text', () => {
    const cost = costOf(() => {
      for (const part of ['a.', 'a-', 'www.', 'https://', 'a', 'ab.co/'])
        linksOf(part.repeat(4000 / part.length));
    });
    expect(cost).toBeLessThan(200);
  });
});
