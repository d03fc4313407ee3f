import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '#db/engine/client.ts';
import { redirects } from '#db/tables/tables.ts';
import { addNewsroom, NOON, publish } from '#db/testing/articles.ts';
import { item, file, take, replaceArticles } from '#db/testing/wxr.ts';

let number: number;
beforeAll(addNewsroom);
beforeEach(async () => {
  ({ number } = await replaceArticles());
});

describe('the article of an item', () => {
  const matched = async (link: string, slug = '') =>
    (await take(file(item(link, [{ id: 1 }], slug)), NOON, true)).unmatched.length === 0;

  it('is found by its number, its slug or a redirect', async () => {
    expect(await matched(`https://midad.example/local/${number}/غيره`)).toBe(true);
    expect(await matched(`https://midad.example/en/local/${number}`)).toBe(true);
    expect(await matched(`https://midad.example/n/${number}`)).toBe(true);
    expect(
      await matched(
        'https://old.example/?p=9',
        '%d8%b3%d9%88%d9%82-%d8%a7%d9%84%d8%b3%d9%85%d9%83-%d9%8a%d8%b9%d9%88%d8%af',
      ),
    ).toBe(true);
    expect(
      await matched(
        'https://old.example/2024/05/%d8%b3%d9%88%d9%82-%d8%a7%d9%84%d8%b3%d9%85%d9%83-%d9%8a%d8%b9%d9%88%d8%af/',
      ),
    ).toBe(true);
    await db()
      .insert(redirects)
      .values([
        { id: 'r1', fromPath: '/2020/01/old', toPath: '/older', isAutomatic: false, createdAt: NOON },
        { id: 'r2', fromPath: '/older', toPath: `/local/${number}/x`, isAutomatic: false, createdAt: NOON },
      ]);
    expect(await matched('https://old.example/2020/01/old/')).toBe(true);
  });

  it('is not guessed from a number of another site, an ambiguous slug or an unknown address', async () => {
    expect(await matched(`https://old.example/2024/${number}/other`)).toBe(false);
    expect(await matched('https://old.example/?p=1')).toBe(false);
    expect(await matched('not an address', '%E0%A4%A')).toBe(false);
    await publish({ headline: 'سوق السمك يعود' });
    expect(await matched('https://old.example/x', 'سوق-السمك-يعود')).toBe(false);
    expect(
      await take(file(item('https://old.example/y', [{ id: 1 }, { id: 2 }, { id: 3, type: 'pingback' }]))),
    ).toMatchObject({
      imported: {},
      unmatchedComments: 2,
      unmatched: [{ title: 'خبر', link: 'https://old.example/y', comments: 2 }],
    });
  });
});
