import type { TakenNames } from '#lib/comments/name-claims.ts';
import { db } from '#db/engine/client.ts';
import { getSettings } from '#db/paper/settings.ts';
import { authors, users } from '#db/tables/tables.ts';

/** The names of the site, its staff and its authors: no reader may comment under one of them. */
export async function listTakenNames(): Promise<TakenNames> {
  const [{ siteNameAr, siteNameEn }, staff, bylines] = await Promise.all([
    getSettings(),
    db().select({ name: users.name }).from(users),
    db().select({ ar: authors.nameAr, en: authors.nameEn }).from(authors),
  ]);
  return {
    site: [siteNameAr, siteNameEn].filter(Boolean),
    people: [...staff.map(({ name }) => name), ...bylines.flatMap(({ ar, en }) => [ar, en])].filter(Boolean),
  };
}
