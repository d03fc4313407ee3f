import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { runWithPageRequest } from '#lib/page-request.ts';
import { Recording } from '#lib/recording.ts';
import { tags } from '#db/tables/tables.ts';
import { db, preparedIn, untilCommit, valuesOf } from './client.ts';
import { newId } from './ids.ts';

beforeEach(() =>
  db()
    .delete(tags)
    .then(() => undefined),
);
const add = (slug: string) => db().insert(tags).values({ id: newId(), slug, name: slug });

describe('a read until the next commit', () => {
  it('is shared, and is read again after any commit', async () => {
    let reads = 0;
    const count = untilCommit(async () => {
      reads += 1;
      return db().$count(tags);
    });
    expect(await Promise.all([count(), count(), count()])).toEqual([0, 0, 0]);
    expect(reads).toBe(1);
    await add('one');
    expect(await count()).toBe(1);
    expect(await count()).toBe(1);
    expect(reads).toBe(2);
  });

  it('that failed is tried again', async () => {
    let tries = 0;
    const read = untilCommit(async () => {
      tries += 1;
      if (tries === 1) throw new Error('no');
      return 'yes';
    });
    await expect(read()).rejects.toThrow('no');
    expect(await read()).toBe('yes');
  });

  it('throws in a render that is recorded, and not in one for a single reader', async () => {
    const count = untilCommit(() => db().$count(tags));
    const request = { clientAddress: '' };
    expect(await runWithPageRequest(request, count)).toBe(0);
    const recording = new Recording(Date.now());
    expect(() => runWithPageRequest({ ...request, recording }, count)).toThrow('will be cached');
    expect(recording.answers.size).toBe(0);
  });
});

it('a prepared insert encodes its values like the columns, and null as null', async () => {
  const insert = preparedIn((runner) =>
    runner
      .insert(tags)
      .values(valuesOf(tags, ['id', 'slug', 'name']))
      .prepare(),
  );
  const id = newId();
  await db().transaction((tx) => insert(tx).execute({ id, slug: 'two', name: 'وسم' }));
  expect(await db().select().from(tags).where(eq(tags.id, id))).toMatchObject([{ slug: 'two', name: 'وسم' }]);
});
