import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '#lib/people/can.ts';
import { env } from '#lib/env.ts';
import { authorSchema } from './authors.ts';
import { db } from '#db/engine/client.ts';
import { getFirstSteps, skipStep, makeOwnPages, takeStarters } from './first-run.ts';
import { newId } from '#db/engine/ids.ts';
import { getPage, listPages, newPageSchema, OWN_PAGES } from './pages.ts';
import { findRedirect } from './redirects.ts';
import { searchArticles } from '#db/search/find-articles.ts';
import { reindexTagged } from '#db/articles/search-index.ts';
import {
  addSection,
  changeSection,
  getSectionById,
  listSections,
  listSectionsForDesk,
  moveSection,
  removeSection,
  sectionSchema,
  sectionStamp,
} from './sections.ts';
import { articleTags, pages, tags, users } from '#db/tables/tables.ts';
import { ensureTags, listTagsForDesk, mergeTags, removeTag, renameTag } from './tags.ts';
import { addNewsroom, NOON, publish } from '#db/testing/articles.ts';

const admin: Person = { id: newId(), name: 'ليلى', role: 'admin' };
const author: Person = { ...admin, role: 'author' };
const sea = sectionSchema.parse({
  nameAr: 'البحر',
  nameEn: 'Sea',
  slug: 'sea',
  descriptionAr: '',
  descriptionEn: '',
});
const search = async (query: string) =>
  (await searchArticles(query, { locale: 'ar', now: NOON, order: 'newest', page: 1, perPage: 20 }))?.items ??
  [];
const tagNamed = async (name: string) => (await db().select().from(tags)).find((tag) => tag.name === name)!;

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

describe('an empty site', () => {
  it('shows the guide until each step is done or skipped; a demo newsroom only until its first publication', async () => {
    const open = {
      name: 'open',
      sections: 'open',
      author: 'open',
      article: 'open',
      publish: 'open',
      people: 'open',
    };
    expect(await getFirstSteps()).toEqual({ account: 'done', ...open });
    expect(await takeStarters(admin, NOON)).toEqual({ sections: 5 });
    expect(await takeStarters(admin, NOON)).toEqual({ sections: 0 });
    expect(await getFirstSteps()).toMatchObject({ sections: 'done', author: 'open' });
    await expect(takeStarters(author)).rejects.toThrow('may not');
    for (const { id } of await listSections()) await removeSection(id, admin, NOON);
    await addNewsroom();
    await publish({ tags: ['قديم', 'ميناء'], authors: ['salma'] });
    expect(await getFirstSteps()).toBeNull();
    Object.assign(env, { demo: false });
    expect(await getFirstSteps()).toMatchObject({ publish: 'done', article: 'done', name: 'open' });
    await skipStep('name', admin);
    await expect(skipStep('people', author)).rejects.toThrow('may not');
    expect(await getFirstSteps()).toMatchObject({ name: 'skipped', people: 'open' });
    await skipStep('people', admin);
    expect(await getFirstSteps()).toBeNull();
    Object.assign(env, { demo: true });
  });

  it('has the pages that every footer links to from its first start, and overwrites none', async () => {
    const slugs = async () => (await listPages()).map(({ slug, locale }) => `${locale}/${slug}`);
    expect(await slugs()).toEqual(
      expect.arrayContaining(OWN_PAGES.flatMap((slug) => [`ar/${slug}`, `en/${slug}`])),
    );
    await db().update(pages).set({ title: 'عنّا' }).where(eq(pages.slug, 'about'));
    await makeOwnPages(NOON);
    expect((await getPage('about', 'ar'))!.title).toBe('عنّا');
    for (const { body } of await db().select({ body: pages.body }).from(pages))
      expect(JSON.stringify(body)).not.toMatch(/خيال|invented|رأس المنارة/);
  });
});

it('the usual sections are added after the existing ones, each at its own position', async () => {
  const before = await listSections();
  const made = await takeStarters(admin, NOON);
  const after = await listSections();
  expect(after.slice(0, before.length).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  expect(after).toHaveLength(before.length + made.sections);
  expect(new Set(after.map(({ position }) => position)).size).toBe(after.length);
  for (const { id } of after.slice(before.length)) await removeSection(id, admin, NOON);
});

describe('in a newsroom that writes only Arabic', () => {
  const bare = { nameEn: '', slug: '', descriptionAr: '', descriptionEn: '' };

  it('a section needs only its Arabic name', () => {
    expect(sectionSchema.parse({ ...bare, nameAr: 'صحة' })).toMatchObject({ nameEn: 'صحة', slug: 'sha' });
    expect(sectionSchema.parse({ ...bare, nameAr: 'صحة', nameEn: 'Health & care' })).toMatchObject({
      nameEn: 'Health & care',
      slug: 'health-care',
    });
    expect(sectionSchema.parse({ ...bare, nameAr: 'أرشيف', nameEn: 'Archive' }).slug).toBe('archive-news');
    expect(
      sectionSchema.safeParse({ ...bare, nameAr: '' }).error?.issues.map(({ path }) => path[0]),
    ).toContain('nameAr');
    expect(
      sectionSchema.safeParse({ ...bare, nameAr: '日本' }).error?.issues.map(({ path }) => path[0]),
    ).toEqual(['slug']);
  });

  it('an author needs only an Arabic name, which also gives the slug', () => {
    const author = { titleAr: '', titleEn: '', bioAr: '', bioEn: '', links: '', mediaId: '', userId: '' };
    expect(authorSchema.parse({ ...author, ...bare, nameAr: 'سلمى الحداد' })).toMatchObject({
      nameEn: 'سلمى الحداد',
      slug: 'سلمى-الحداد',
    });
    expect(
      authorSchema.parse({ ...author, ...bare, nameAr: 'سلمى الحداد', nameEn: 'Salma Haddad' }),
    ).toMatchObject({ slug: 'salma-haddad' });
  });

  it('a page needs only its title', () => {
    expect(newPageSchema.parse({ locale: 'ar', slug: '', title: 'وظائف', text: 'نص' }).slug).toBe('wzaif');
    expect(newPageSchema.parse({ locale: 'en', slug: '', title: 'Work with us', text: 'x' }).slug).toBe(
      'work-with-us',
    );
    expect(newPageSchema.safeParse({ locale: 'ar', slug: 'وظائف', title: 'وظائف', text: 'نص' }).success).toBe(
      false,
    );
  });
});

describe('a section', () => {
  it('is added last, can be moved, redirects from its old address, and is removed only when empty', async () => {
    const added = await addSection(sea, admin, NOON);
    const id = 'section' in added ? added.section.id : '';
    expect(await addSection(sea, admin, NOON)).toEqual({ fault: 'known' });
    expect((await listSections()).at(-1)?.slug).toBe('sea');
    expect(await moveSection(id, -1, admin, NOON)).toBe(true);
    expect((await listSections()).map(({ slug }) => slug)).toEqual(['local', 'sea', 'world']);
    expect(await moveSection((await listSections())[0]!.id, -1, admin, NOON)).toBe(false);
    const stamp = async () => sectionStamp((await getSectionById(id))!);
    expect(
      await changeSection({ id, stamp: await stamp() }, { ...sea, slug: 'ocean' }, admin, NOON),
    ).toHaveProperty('section.slug', 'ocean');
    expect([await findRedirect('/sea'), await findRedirect('/en/sea/feed.xml')]).toEqual([
      '/ocean',
      '/en/ocean/feed.xml',
    ]);
    expect(await changeSection({ id, stamp: await stamp() }, { ...sea, slug: 'local' }, admin, NOON)).toEqual(
      { fault: 'known' },
    );
    const counts = Object.fromEntries(
      (await listSectionsForDesk()).map(({ slug, articles }) => [slug, articles]),
    );
    expect(counts).toEqual({ local: 1, ocean: 0, world: 0 });
    expect(await removeSection((await listSections())[0]!.id, admin, NOON)).toEqual({ fault: 'used' });
    expect(await removeSection(id, admin, NOON)).toEqual({ removed: true });
  });

  it('is not saved over a colleague’s change; a change of its position is no conflict', async () => {
    const added = await addSection(sea, admin, NOON);
    if ('fault' in added) throw new Error(added.fault);
    const [{ id }, stamp] = [added.section, sectionStamp(added.section)];
    await moveSection(id, -1, admin, NOON);
    expect(await changeSection({ id, stamp }, { ...sea, nameEn: 'Ocean' }, admin, NOON)).toHaveProperty(
      'section.nameEn',
      'Ocean',
    );
    expect(await changeSection({ id, stamp }, { ...sea, nameEn: 'Ocean' }, admin, NOON)).toHaveProperty(
      'section.nameEn',
      'Ocean',
    );
    const refused = await changeSection({ id, stamp }, { ...sea, nameAr: 'المحيط' }, admin, NOON);
    expect(refused).toEqual({ fault: 'conflict', stamp: sectionStamp((await getSectionById(id))!) });
    expect(await getSectionById(id)).toMatchObject({ nameAr: 'البحر', nameEn: 'Ocean' });
    const now = 'stamp' in refused ? refused.stamp : '';
    expect(await changeSection({ id, stamp: now }, { ...sea, nameAr: 'المحيط' }, admin, NOON)).toMatchObject({
      section: { nameAr: 'المحيط', nameEn: 'Sea' },
    });
    await removeSection(id, admin, NOON);
  });

  it.each(['newsroom', 'tag', 'en', 'Local', '9lives', 'a b'])('cannot have the slug «%s»', (slug) => {
    expect(sectionSchema.safeParse({ ...sea, slug }).success).toBe(false);
  });
});

describe('a tag', () => {
  it('is searched by its new name after a rename, and older drafts with the old name find it', async () => {
    const old = await tagNamed('قديم');
    expect(await renameTag(old.id, { name: 'ميناء' }, admin, NOON)).toMatchObject({
      fault: 'known',
      tag: { name: 'ميناء' },
    });
    expect(await renameTag(old.id, { name: 'مرفأ' }, admin, NOON)).toHaveProperty('tag.name', 'مرفأ');
    await reindexTagged(old.id);
    expect(await search('مرفأ')).toHaveLength(1);
    expect(await search('قديم')).toHaveLength(0);
    expect(await findRedirect('/tag/قديم')).toBe('/tag/مرفأ');
    const again = await db().transaction((tx) => ensureTags(tx, ['قديم', 'جديد']));
    expect(again.map(({ name }) => name)).toEqual(['مرفأ', 'جديد']);
  });

  it('merged into another leaves every article with exactly one of the two', async () => {
    await publish({ tags: ['مرفأ'] });
    const [from, into] = [await tagNamed('مرفأ'), await tagNamed('ميناء')];
    expect(await mergeTags(from.id, into.id, admin, NOON)).toHaveProperty('tag.name', 'ميناء');
    const carried = await db().select().from(articleTags);
    expect(carried.filter(({ tagId }) => tagId === into.id)).toHaveLength(2);
    expect(carried.filter(({ tagId }) => tagId === from.id)).toHaveLength(0);
    expect([await findRedirect('/tag/قديم'), await findRedirect('/tag/مرفأ')]).toEqual([
      '/tag/ميناء',
      '/tag/ميناء',
    ]);
    expect(await mergeTags(into.id, into.id, admin, NOON)).toEqual({ fault: 'gone' });
  });

  it('is listed with its number of articles, and removed only when it has none', async () => {
    const { items, total } = await listTagsForDesk({ page: 1, perPage: 10 });
    expect([total, items.map(({ name, articles }) => [name, articles])]).toEqual([
      2,
      [
        ['ميناء', 2],
        ['جديد', 0],
      ],
    ]);
    expect((await listTagsForDesk({ q: 'مينا', page: 1, perPage: 10 })).total).toBe(1);
    expect(await removeTag(items[0]!.id, admin, NOON)).toEqual({ fault: 'used' });
    expect(await removeTag(items[1]!.id, admin, NOON)).toEqual({ removed: true });
  });

  it('is found in any spelling of its letters, unless another tag has exactly that spelling', async () => {
    const [kept] = await db().transaction((tx) => ensureTags(tx, ['مدرسة الأمل']));
    const named = async (...names: string[]) =>
      (await db().transaction((tx) => ensureTags(tx, names))).map(({ name }) => name);
    expect(await named('مدرسه الامل', 'مَدرسة الأمل')).toEqual(['مدرسة الأمل']);
    expect(await renameTag(kept!.id, { name: 'مدرسة الضوء' }, admin, NOON)).toHaveProperty(
      'tag.name',
      'مدرسة الضوء',
    );
    expect(await named('مدرسة الأمل')).toEqual(['مدرسة الضوء']);
    expect(await named('كره', 'كرة')).toEqual(['كره']);
    await db().insert(tags).values({ id: newId(), name: 'كرة', slug: 'كرة' });
    expect(await named('كرة', 'كره')).toEqual(['كرة', 'كره']);
  });
});
