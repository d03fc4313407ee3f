import { beforeAll, expect, it } from 'vitest';
import { findArticlesToLink } from './link-finder.ts';
import { addNewsroom, after, DAY, NOON, publish } from '#db/testing/articles.ts';

let port: number;
let night: number;
const find = async (query: string) =>
  (await findArticlesToLink(query, { locale: 'ar', now: NOON })).map(({ number }) => number);

beforeAll(async () => {
  await addNewsroom();
  ({ number: port } = await publish({ headline: 'الميناء يفتح رصيفه' }, after(-DAY)));
  ({ number: night } = await publish({ headline: 'حافلات الليل تعود' }));
  await publish({ headline: 'الميناء غدًا', publishedAt: after(DAY).toISOString() });
  await publish({ headline: 'The port', locale: 'en' });
});

it('finds visible articles by words, number or address, and lists the latest for an empty query', async () => {
  expect(await find('ميناء')).toEqual([port]);
  expect(await find('')).toEqual([night, port]);
  for (const query of [
    `${port}`,
    `#${port}`,
    `\u200F# ${port}`,
    `رقم ${port}`,
    `/n/${port}`,
    `https://midad.example/local/${port}/any-slug?x=1`,
  ])
    expect(await find(query), query).toEqual([port]);
  expect(await find(String(night).replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)]!))).toEqual([night]);
  expect(await find('999999')).toEqual([]);
});
