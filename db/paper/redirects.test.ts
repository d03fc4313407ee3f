import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '#lib/people/can.ts';
import { db } from '#db/engine/client.ts';
import { newId } from '#db/engine/ids.ts';
import {
  addHits,
  addRedirect,
  findRedirect,
  forgetMissing,
  redirectSchema,
  removeRedirect,
  writeRedirect,
} from './redirects.ts';
import { listMissing, listRedirects } from './redirects-desk.ts';
import { addressHits, auditLog, redirects, users } from '#db/tables/tables.ts';

const NOON = new Date('2026-11-24T12:00:00Z');
const admin: Person = { id: newId(), name: 'ليلى', role: 'admin' };
const add = (fromPath: string, toPath: string) =>
  addRedirect(redirectSchema.parse({ fromPath, toPath }), admin, NOON);

beforeAll(async () => {
  await db()
    .insert(users)
    .values({
      ...admin,
      email: 'laila@midad.example',
      emailVerified: true,
      createdAt: NOON,
      updatedAt: NOON,
    });
});
beforeEach(async () => {
  await db().delete(redirects);
  await db().delete(addressHits);
});

describe('a redirect', () => {
  it('is found in any encoding of its address', async () => {
    await add('/قديم/خبر', '/local');
    for (const path of ['/قديم/خبر', encodeURI('/قديم/خبر'), '/قديم/خبر/', '/ar/قديم/خبر', '/قديم/خبر?utm=1'])
      expect(await findRedirect(path)).toBe('/local');
    expect(await findRedirect('/قديم')).toBeUndefined();
  });

  it('is written to the audit log when it is added and when it is removed', async () => {
    const result = await add('/a', '');
    expect(result).toHaveProperty('redirect.toPath', '');
    const id = 'redirect' in result ? result.redirect.id : '';
    expect(await removeRedirect(id, admin, NOON)).toBe(true);
    expect(await removeRedirect(id, admin, NOON)).toBe(false);
    const actions = (await db().select().from(auditLog))
      .filter(({ subject }) => subject === id)
      .map(({ action, before, after }) => [action, before, after]);
    expect(actions).toEqual([
      ['redirect.added', null, { fromPath: '/a', toPath: '' }],
      ['redirect.removed', { fromPath: '/a', toPath: '' }, null],
    ]);
  });

  it.each(['//evil.example', '/\\evil', 'javascript:alert(1)', 'local'])('cannot lead to %s', (toPath) => {
    expect(redirectSchema.safeParse({ fromPath: '/a', toPath }).success).toBe(false);
  });

  it.each(['/', '/newsroom', '/newsroom/x', '/media/x.jpg', 'a', ''])('cannot begin at %s', (fromPath) => {
    expect(redirectSchema.safeParse({ fromPath, toPath: '/local' }).success).toBe(false);
  });

  it('is refused when its address is taken or it would form a loop', async () => {
    await add('/a', '/b');
    expect(await add('/a', '/c')).toEqual({ fault: 'known' });
    await add('/b', '/c');
    expect(await add('/c', '/a')).toEqual({ fault: 'loop' });
    expect(redirectSchema.safeParse({ fromPath: '/a', toPath: '/a/' }).success).toBe(false);
  });

  it('can only be added by an administrator', async () => {
    await expect(
      addRedirect({ fromPath: '/x', toPath: '/y' }, { ...admin, role: 'editor' }, NOON),
    ).rejects.toThrow('may not');
  });
});

describe('a move', () => {
  const move = (from: string, to: string) =>
    db().transaction((tx) => writeRedirect(tx, { from, to, userId: admin.id }, NOON));

  it('makes earlier redirects to the old address lead to the new one', async () => {
    await move('/tag/a', '/tag/b');
    await move('/tag/b', '/tag/c');
    expect([await findRedirect('/tag/a'), await findRedirect('/tag/b')]).toEqual(['/tag/c', '/tag/c']);
  });

  it('back to the old address leaves no loop', async () => {
    await move('/tag/a', '/tag/b');
    await move('/tag/b', '/tag/a');
    expect([await findRedirect('/tag/a'), await findRedirect('/tag/b')]).toEqual([undefined, '/tag/a']);
  });
});

describe('the report of missing addresses', () => {
  it('adds up hits, lists the most requested first, and drops an address that gets a redirect', async () => {
    await addHits(
      [
        { path: '/x', kind: 'missing', hits: 2 },
        { path: '/y', kind: 'missing', hits: 3 },
      ],
      NOON,
    );
    await addHits([{ path: '/x', kind: 'missing', hits: 4 }], NOON);
    expect((await listMissing(10)).map(({ path, hits }) => [path, hits])).toEqual([
      ['/x', 6],
      ['/y', 3],
    ]);
    await add('/x', '/local');
    await forgetMissing('/y', admin);
    expect(await listMissing(10)).toEqual([]);
  });

  it('shows with each redirect how often it was used', async () => {
    await add('/old', '/local');
    await addHits([{ path: '/old', kind: 'redirect', hits: 7 }], NOON);
    expect((await listRedirects({ page: 1, perPage: 10 })).items[0]).toMatchObject({
      fromPath: '/old',
      hits: 7,
    });
    expect((await listRedirects({ q: 'nothing', page: 1, perPage: 10 })).total).toBe(0);
  });

  it('keeps a limited number of addresses, those with the most hits', async () => {
    await addHits(
      Array.from({ length: 2500 }, (_, n) => ({
        path: `/scan/${n}`,
        kind: 'missing' as const,
        hits: n < 10 ? 5 : 1,
      })),
      NOON,
    );
    const kept = await listMissing(5000);
    expect(kept.length).toBeLessThanOrEqual(2000);
    expect(kept.slice(0, 10).every(({ hits }) => hits === 5)).toBe(true);
  });

  it('keeps a limited number of addresses that have the same number of hits, the latest first', async () => {
    const scan = (name: string, hits: number, now: Date) =>
      addHits(
        Array.from({ length: 1500 }, (_, n) => ({ path: `/${name}/${n}`, kind: 'missing' as const, hits })),
        now,
      );
    await scan('first', 2, NOON);
    await scan('second', 2, new Date(NOON.getTime() + 60_000));
    const kept = await listMissing(5000);
    expect(kept).toHaveLength(2000);
    expect(kept.filter(({ path }) => path.startsWith('/second/'))).toHaveLength(1500);
  });
});
