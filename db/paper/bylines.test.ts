import { beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '#lib/people/can.ts';
import {
  addAuthor,
  authorSchema,
  authorStamp,
  changeAuthor,
  getAuthorById,
  listAuthorsForDesk,
  removeAuthor,
} from './authors.ts';
import { db } from '#db/engine/client.ts';
import { newId } from '#db/engine/ids.ts';
import { findRedirect } from './redirects.ts';
import { auditLog, users } from '#db/tables/tables.ts';
import { addNewsroom, NOON, publish } from '#db/testing/articles.ts';

const admin: Person = { id: newId(), name: 'ليلى', role: 'admin' };

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
  await addNewsroom();
  await publish({ authors: ['salma'] });
});

describe('a byline', () => {
  const given = {
    nameAr: 'نور',
    nameEn: 'Nour Said',
    slug: '',
    titleAr: '',
    titleEn: '',
    bioAr: '',
    bioEn: '',
    links: '',
    mediaId: '',
    userId: '',
  };

  it('has links with valid targets, and a slug from its name', () => {
    const parsed = authorSchema.parse({
      ...given,
      links: 'موقعها https://example.org/\n\nhttps://other.example/x',
    });
    expect([parsed.slug, parsed.links]).toEqual([
      'nour-said',
      [
        { label: 'موقعها', url: 'https://example.org/' },
        { label: 'other.example', url: 'https://other.example/x' },
      ],
    ]);
    expect(authorSchema.safeParse({ ...given, links: 'بلا رابط' }).success).toBe(false);
    expect(authorSchema.safeParse({ ...given, links: 'x javascript:alert(1)' }).success).toBe(false);
  });

  it('is created, renamed together with its page, and cannot be removed once it has signed', async () => {
    const added = await addAuthor(authorSchema.parse(given), admin, NOON);
    const id = 'author' in added ? added.author.id : '';
    expect(await addAuthor(authorSchema.parse({ ...given, mediaId: 'none' }), admin, NOON)).toEqual({
      fault: 'picture',
    });
    const stamp = authorStamp((await getAuthorById(id))!);
    expect(
      await changeAuthor({ id, stamp }, authorSchema.parse({ ...given, slug: 'nour' }), admin, NOON),
    ).toHaveProperty('author.slug', 'nour');
    const refused = await changeAuthor(
      { id, stamp },
      authorSchema.parse({ ...given, bioAr: 'نبذة' }),
      admin,
      NOON,
    );
    expect(refused).toEqual({ fault: 'conflict', stamp: authorStamp((await getAuthorById(id))!) });
    expect(await getAuthorById(id)).toMatchObject({ slug: 'nour', bioAr: '' });
    const now = 'stamp' in refused ? refused.stamp : '';
    expect(
      await changeAuthor(
        { id, stamp: now },
        authorSchema.parse({ ...given, slug: 'nour', bioAr: 'نبذة' }),
        admin,
        NOON,
      ),
    ).toHaveProperty('author.bioAr', 'نبذة');
    expect(await findRedirect('/en/author/nour-said')).toBe('/en/author/nour');
    const salma = (await listAuthorsForDesk()).find(({ slug }) => slug === 'salma')!;
    expect([salma.articles, await removeAuthor(salma.id, admin, NOON)]).toEqual([1, { fault: 'used' }]);
    expect(await removeAuthor(id, admin, NOON)).toEqual({ removed: true });
    const acts = (await db().select().from(auditLog))
      .filter(({ subject }) => subject === id)
      .map(({ action }) => action);
    expect(acts).toEqual(['author.added', 'author.changed', 'author.changed', 'author.removed']);
  });
});
