import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { docText } from '#lib/body/doc-text.ts';
import { parseNotation } from '#lib/body/notation.ts';
import type { Person } from '#lib/people/can.ts';
import { authorSchema } from '#db/paper/authors.ts';
import { db } from '#db/engine/client.ts';
import { mediaFieldsSchema } from '#db/media/media.ts';
import { publishPage, startPage } from '#db/paper/page-drafts.ts';
import { pageTitleSchema } from '#db/paper/pages.ts';
import { redirectSchema } from '#db/paper/redirects.ts';
import { sectionSchema } from '#db/paper/sections.ts';
import { siteSettingsSchema } from '#db/paper/site-settings.ts';
import { invitationSchema, inviteStaff } from '#db/people/staff.ts';
import { invitations, pages } from '#db/tables/tables.ts';
import { tagSchema } from '#db/paper/tags.ts';
import { addNewsroom, NOON } from './articles.ts';
import { addTestPerson } from './staff.ts';
import { wordRuleSchema } from '#db/moderation/word-rules.ts';
import { TYPED, CLEAN, HIDDEN } from './hidden-characters.ts';

let editor: Person;
beforeAll(async () => {
  await addNewsroom();
  editor = await addTestPerson('ليلى', 'admin');
});

describe('a form of the newsroom', () => {
  const author = {
    slug: '',
    titleAr: TYPED,
    titleEn: TYPED,
    bioAr: TYPED,
    bioEn: TYPED,
    links: '',
    mediaId: '',
    userId: '',
  };
  const site = {
    logoMediaId: '',
    accent: 'madder',
    contactEmail: '',
    contactPhone: '',
    formatLocale: 'ar-LY',
    digits: 'latn',
    timeZone: 'UTC',
    hijri: 'off',
    hijriOffset: '0',
    siteNameEn: TYPED,
    taglineAr: TYPED,
    taglineEn: TYPED,
    contactAddressAr: TYPED,
    contactAddressEn: TYPED,
  };
  it.each([
    [
      'section',
      () =>
        sectionSchema.parse({
          nameAr: TYPED,
          nameEn: TYPED,
          slug: 'x',
          descriptionAr: TYPED,
          descriptionEn: TYPED,
        }).nameAr,
    ],
    ['author', () => authorSchema.parse({ ...author, nameAr: TYPED, nameEn: TYPED }).nameAr],
    ['title of an author', () => authorSchema.parse({ ...author, nameAr: TYPED, nameEn: TYPED }).titleAr],
    ['page', () => pageTitleSchema.parse(TYPED)],
    ['tag', () => tagSchema.parse({ name: TYPED }).name],
    ['site name', () => siteSettingsSchema.parse({ ...site, siteNameAr: TYPED }).siteNameAr],
    ['tagline', () => siteSettingsSchema.parse({ ...site, siteNameAr: TYPED }).taglineAr],
    [
      'postal address of the site',
      () => siteSettingsSchema.parse({ ...site, siteNameAr: TYPED }).contactAddressAr,
    ],
    [
      'invitation',
      () => invitationSchema.parse({ email: 'a@midad.example', name: TYPED, role: 'author' }).name,
    ],
    ['word rule', () => wordRuleSchema.parse({ word: TYPED, mode: 'exact', level: 'suspect' }).word],
    [
      'credit',
      () =>
        mediaFieldsSchema.parse({
          alt: '',
          caption: '',
          credit: TYPED,
          license: '',
          sourceUrl: '',
          fileName: 'x',
        }).credit,
    ],
    [
      'file name',
      () =>
        mediaFieldsSchema.parse({
          alt: '',
          caption: '',
          credit: '',
          license: '',
          sourceUrl: '',
          fileName: TYPED,
        }).fileName,
    ],
  ])('cleans the field: %s', (_, keep) => expect(keep()).toBe(CLEAN));

  it.each([
    [
      'description of a picture',
      () =>
        mediaFieldsSchema.parse({
          alt: TYPED,
          caption: '',
          credit: '',
          license: '',
          sourceUrl: '',
          fileName: 'x',
        }).alt,
    ],
    [
      'caption of a picture',
      () =>
        mediaFieldsSchema.parse({
          alt: '',
          caption: TYPED,
          credit: '',
          license: '',
          sourceUrl: '',
          fileName: 'x',
        }).caption,
    ],
    ['biography of an author', () => authorSchema.parse({ ...author, nameAr: TYPED, nameEn: TYPED }).bioAr],
    [
      'redirect',
      () => redirectSchema.parse({ fromPath: '/\u202Eold\u200F\u200B', toPath: '/local\u200F' }).fromPath,
    ],
    [
      'target of a redirect',
      () => redirectSchema.parse({ fromPath: '/old', toPath: '/local\u200F\u202E' }).toPath,
    ],
  ])('removes hidden characters from: %s', (_, keep) => expect(keep()).not.toMatch(HIDDEN));

  it('cleans the text of a page, and a command cleans the name in an invitation', async () => {
    await inviteStaff({ email: 'new@midad.example', name: TYPED, role: 'author' }, null, NOON);
    const [row] = await db().select().from(invitations).where(eq(invitations.email, 'new@midad.example'));
    expect(row!.name).toBe(CLEAN);
    const text = {
      title: pageTitleSchema.parse(TYPED),
      body: parseNotation(`نص \u202E2026\u202C\n\n## ${TYPED.trim().replaceAll(/[\r\n]/g, ' ')}`)!,
    };
    await startPage({ locale: 'ar', slug: 'house' }, text.title, editor, NOON);
    await publishPage({ locale: 'ar', slug: 'house' }, text, 1, editor, NOON);
    const [page] = await db().select().from(pages).where(eq(pages.slug, 'house'));
    expect(docText(page!.body)).not.toMatch(HIDDEN);
  });
});
