import { db } from './client.ts';
import { getSettings } from './settings.ts';
import { authors, users } from './tables.ts';

/** The names of the paper, and of all who write for it or work on it: no reader may comment under one. */
export async function listTakenNames(): Promise<string[]> {
  const [{ siteNameAr, siteNameEn }, staff, bylines] = await Promise.all([
    getSettings(),
    db().select({ name: users.name }).from(users),
    db().select({ ar: authors.nameAr, en: authors.nameEn }).from(authors),
  ]);
  return [siteNameAr, siteNameEn, ...staff.map(({ name }) => name), ...bylines.flatMap(({ ar, en }) => [ar, en])].filter(Boolean);
}
