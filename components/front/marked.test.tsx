import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Words } from '../ui/words.tsx';
import { Marked } from './marked.tsx';

const html = (text: string, hit = '') => {
  const [before = '', ...after] = hit ? text.split(hit) : [text];
  const parts = [
    { text: before, marked: false },
    ...(hit
      ? [
          { text: hit, marked: true },
          { text: after.join(hit), marked: false },
        ]
      : []),
  ];
  return renderToStaticMarkup(<Marked parts={parts} locale="ar" />).replace(/ class="bg[^"]*"/g, '');
};

it('isolates Latin runs of a headline in an Arabic edition, and a headline that is all Latin as a whole', () => {
  expect(html('اتصل على +218 91 234 5678', '91')).toBe(
    'اتصل على <bdi dir="ltr">+218 <mark>91</mark> 234 5678</bdi>',
  );
  expect(html('No Country for Old Men!', 'Old')).toBe(
    '<bdi dir="ltr">No Country for <mark>Old</mark> Men!</bdi>',
  );
});

it('sets a headline, or a name, in one face', () => {
  expect(html('مهرجان ڨفصة', 'مهرجان')).toBe('<span class="font-serif"><mark>مهرجان</mark> ڨفصة</span>');
  expect(renderToStaticMarkup(<Words of="ڨيس" />)).toBe('<bdi dir="rtl" class="font-serif">ڨيس</bdi>');
  expect(renderToStaticMarkup(<Words of="Dr. أحمد محمود" />)).toBe('<bdi dir="rtl">Dr. أحمد محمود</bdi>');
});
