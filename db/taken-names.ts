import { db } from './client.ts';
import { authors, users } from './tables.ts';

/** The names of all who write for the paper or work on it: no reader may comment under one. */
export async function listTakenNames(): Promise<string[]> {
  const [staff, bylines] = await Promise.all([
    db().select({ name: users.name }).from(users),
    db().select({ ar: authors.nameAr, en: authors.nameEn }).from(authors),
  ]);
  return [...staff.map(({ name }) => name), ...bylines.flatMap(({ ar, en }) => [ar, en])].filter(Boolean);
}
