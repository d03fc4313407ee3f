import { beforeAll, expect, it } from 'vitest';
import { db } from '#db/engine/client.ts';
import { changeSettings } from '#db/paper/settings.ts';
import { sections } from '#db/tables/tables.ts';
import { addNewsroom } from '#db/testing/articles.ts';
import { watchPageSource, type PageSource } from './page-source.ts';
import { makeCache } from './test-cache.ts';

beforeAll(addNewsroom);

it('tells whether a page was rendered, and why, or only asked again', async () => {
  const { cache } = makeCache();
  async function ask() {
    const source: PageSource = {};
    await watchPageSource(source, () => cache.get('/ar'));
    return source;
  }
  expect(await ask()).toEqual({ how: 'rendered', why: 'missing' });
  expect(await ask()).toEqual({});
  // The page does not read the settings.
  await db().transaction((tx) => changeSettings(tx, { taglineAr: 'شعار' }));
  expect(await ask()).toEqual({ how: 'asked' });
  await db().update(sections).set({ position: 7 });
  expect(await ask()).toEqual({ how: 'rendered', why: expect.stringContaining('from "sections"') as string });
});

it('tells that a request waited for the render of another one', async () => {
  const { cache, hold, rendered } = makeCache();
  const release = hold();
  const sources: PageSource[] = [{}, {}];
  const clients = [
    { network: '1', isGone: () => false },
    { network: '2', isGone: () => false },
  ];
  const asked = sources.map((source, n) => watchPageSource(source, () => cache.get('/en', clients[n])));
  await expect.poll(() => rendered).toEqual(['/en']);
  await new Promise(setImmediate);
  release();
  await Promise.all(asked);
  expect(sources.map(({ how }) => how)).toEqual(['rendered', 'shared']);
});
