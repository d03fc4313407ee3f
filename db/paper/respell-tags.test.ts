import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '#db/engine/client.ts';
import { newId } from '#db/engine/ids.ts';
import { findRedirect } from './redirects.ts';
import { respellTags } from './respell-tags.ts';
import { articles, redirects, tags } from '#db/tables/tables.ts';
import { ensureTags, findTags, getTag, renameTag } from './tags.ts';
import { addNewsroom, getPage, publish } from '#db/testing/articles.ts';
import { addTestPerson } from '#db/testing/staff.ts';

beforeAll(addNewsroom);
beforeEach(async () => {
  for (const table of [articles, tags, redirects]) await db().delete(table);
});

const make = (...names: string[]) => db().transaction((tx) => ensureTags(tx, names));

describe('names that differ by a sign', () => {
  it('are separate tags', async () => {
    const names = ['C++', 'C#', 'C', '.NET', 'NET', 'A+', 'A', '5G', '5G+'];
    const { number } = await publish({ tags: names });
    expect((await getPage(number)).tags.map(({ name }) => name)).toEqual(names);
    expect(new Set((await make(...names)).map(({ id }) => id)).size).toBe(names.length);
    expect((await db().transaction((tx) => findTags(tx, ['C#'])))[0]!.name).toBe('C#');
  });

  it('stay separate when one is renamed', async () => {
    const [plain] = await make('C', 'C#');
    const admin = await addTestPerson('ليلى', 'admin');
    expect(await renameTag(plain!.id, { name: 'C++' }, admin)).toMatchObject({
      tag: { slug: 'c-plus-plus' },
    });
    expect(await findRedirect('/tag/c')).toBe('/tag/c-plus-plus');
  });
});

describe('a tag with a slug of the old kind', () => {
  beforeEach(async () => {
    const rows = [
      ['C++', 'c'],
      ['محلي', 'محلي'],
      ['100%', '100'],
      ['كوفيد-19', 'كوفيد-19'],
      ['F#', 'خاص'],
    ];
    await db()
      .insert(tags)
      .values(rows.map(([name, slug]) => ({ id: newId(), name: name!, slug: slug! })));
  });

  it('gets the slug of its name, and its old address redirects there', async () => {
    expect(await respellTags()).toBe(2);
    expect(await getTag('c')).toBeUndefined();
    expect((await getTag('c-plus-plus'))?.name).toBe('C++');
    expect([await findRedirect('/tag/c'), await findRedirect('/en/tag/100')]).toEqual([
      '/tag/c-plus-plus',
      '/en/tag/100-percent',
    ]);
    expect((await getTag('خاص'))?.name).toBe('F#');
    expect(await respellTags()).toBe(0);
  });

  it('does not get the articles of the name without the sign', async () => {
    await respellTags();
    const [plain] = await make('C');
    expect(plain).toMatchObject({ name: 'C', slug: 'c' });
  });

  it('keeps its slug if another tag has the new one', async () => {
    await db().insert(tags).values({ id: newId(), name: 'C plus plus', slug: 'c-plus-plus' });
    expect(await respellTags()).toBe(1);
    expect((await getTag('c'))?.name).toBe('C++');
  });
});
