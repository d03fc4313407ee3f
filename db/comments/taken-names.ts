import type { TakenNames } from '#lib/comments/name-claims.ts';
import { db } from '#db/engine/client.ts';
import { getSettings } from '#db/paper/settings.ts';
import { authors, users } from '#db/tables/tables.ts';
import { editions, fieldIn, LOCALES } from '#lib/locales.ts';

/** The names of the site, its staff and its authors: no reader may comment under one of them. */
export async function listTakenNames(): Promise<TakenNames> {
  const [settings, staff, bylines] = await Promise.all([
    getSettings(),
    db().select({ name: users.name }).from(users),
    db()
      .select(editions.forEach((locale) => fieldIn('name', authors, locale)))
      .from(authors),
  ]);
  return {
    site: LOCALES.map((locale) => fieldIn('siteName', settings, locale)).filter(Boolean),
    people: [...staff.map(({ name }) => name), ...bylines.flatMap((name) => Object.values(name))].filter(
      Boolean,
    ),
  };
}
