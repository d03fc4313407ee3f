import { describe, expect, it } from 'vitest';
import { excerpt, withoutLinks } from './without-links.ts';

describe('text in a mail', () => {
  it.each([
    ['انظر https://evil.example/a?b=c هنا', 'انظر … هنا'],
    ['HTTP://EVIL.example', '…'],
    ['ftp://x/y mailto:a@b.example', '… …'],
    ['www.evil.com/path، ثم', '… ثم'],
    ['evil.com', '…'],
    ['(evil.co.uk)', '(…'],
    ['اكتب إلى someone@evil.example.', 'اكتب إلى …'],
    ['أخبار.com', '…'],
  ])('has no addresses: %s', (text, without) => {
    expect(withoutLinks(text, '…')).toBe(without);
  });

  it.each(['ارتفع 3.5 في المئة', 'انتهى.ثم بدأ', 'A.B. قال', 'نسبة 12.345,5', 'e.g. هذا', 'node.'])(
    'without addresses stays unchanged: %s',
    (text) => {
      expect(withoutLinks(text, '…')).toBe(text);
    },
  );

  it('is cut between words', () => {
    expect(excerpt('واحد  اثنان\nثلاثة', 100)).toBe('واحد اثنان ثلاثة');
    expect(excerpt('واحد اثنان ثلاثة', 12)).toBe('واحد اثنان…');
  });
});
