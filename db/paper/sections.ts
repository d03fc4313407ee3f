import { asc, eq, max } from 'drizzle-orm';
import { z } from 'zod';
import { latinSlug } from '#lib/arabic/transliterate.ts';
import { mustBeAble, type Person } from '#lib/people/can.ts';
import { changesBetween } from '#lib/articles/changes.ts';
import { isReservedPath } from '#lib/reserved-paths.ts';
import { stampOf } from '#lib/stamp-of.ts';
import { filledLine, line } from '#lib/text/text-field.ts';
import { writeAudit } from '#db/people/audit-log.ts';
import { articlesOf } from './article-counts.ts';
import { db, prepared } from '#db/engine/client.ts';
import { isUniqueViolation } from '#db/engine/errors.ts';
import { newId } from '#db/engine/ids.ts';
import { writeRedirect } from './redirects.ts';
import { articles, sections, type Section } from '#db/tables/tables.ts';
import { editions, fieldIn, LOCALES } from '#lib/locales.ts';

const inOrder = prepared(() => db().select().from(sections).orderBy(asc(sections.position)).prepare());

export const listSections = (): Promise<Section[]> => inOrder().execute();

export async function getSection(slug: string): Promise<Section | undefined> {
  const [row] = await db().select().from(sections).where(eq(sections.slug, slug));
  return row;
}

/** The sections in their order, each with its number of articles in any state. */
export const listSectionsForDesk = () =>
  db()
    .select({
      id: sections.id,
      slug: sections.slug,
      nameAr: sections.nameAr,
      nameEn: sections.nameEn,
      articles: articlesOf('section', sections.id),
    })
    .from(sections)
    .orderBy(asc(sections.position));

export async function getSectionById(id: string): Promise<Section | undefined> {
  const [row] = await db().select().from(sections).where(eq(sections.id, id));
  return row;
}

const SLUG_MAX = 40;

/** A slug that the site reserves gets a suffix. */
function slugOf({ nameEn, nameAr }: { nameEn: string; nameAr: string }): string {
  const slug = latinSlug(nameEn, SLUG_MAX) || latinSlug(nameAr, SLUG_MAX);
  return isReservedPath(slug) ? `${slug}-news` : slug;
}

export const sectionSchema = z
  .object({
    nameAr: filledLine(60),
    nameEn: line(60),
    /**
     * Part of every address of the section. Latin letters keep it short wherever it is pasted. If empty, it
     * is made from the name.
     */
    slug: z
      .string()
      .trim()
      .max(SLUG_MAX)
      .regex(/^(?:[a-z][a-z0-9-]*)?$/)
      .refine((slug) => !isReservedPath(slug)),
    descriptionAr: line(300),
    descriptionEn: line(300),
  })
  .transform((section) => ({
    ...section,
    nameEn: section.nameEn || section.nameAr,
    slug: section.slug || slugOf(section),
  }))
  .refine(({ slug }) => slug !== '', { path: ['slug'] });
export type SectionInput = z.output<typeof sectionSchema>;
export type SectionResult = { section: Section } | { fault: 'known' | 'gone' };
type Changed = SectionResult | { fault: 'conflict'; stamp: string };

/** Stamp of the fields that the section's form changes; its position is not one of them. */
export const sectionStamp = (section: Section): string => {
  const values = (field: 'name' | 'description') => LOCALES.map((locale) => fieldIn(field, section, locale));
  return stampOf([...values('name'), section.slug, ...values('description')]);
};

/** Adds a section at the end. */
export async function addSection(
  input: SectionInput,
  actor: Person,
  now = new Date(),
): Promise<SectionResult> {
  mustBeAble(actor, 'settings');
  try {
    return await db().transaction(async (tx) => {
      const [last] = await tx.select({ position: max(sections.position) }).from(sections);
      const [section] = await tx
        .insert(sections)
        .values({ id: newId(), ...input, position: (last?.position ?? 0) + 1 })
        .returning();
      await writeAudit(
        { userId: actor.id, action: 'section.added', subject: section!.id, after: input },
        now,
        tx,
      );
      return { section: section! };
    });
  } catch (error) {
    if (isUniqueViolation(error)) return { fault: 'known' };
    throw error;
  }
}

/**
 * A new slug moves the section's own page. Articles are found by their numbers and redirect without a row.
 */
export async function changeSection(
  { id, stamp }: { id: string; stamp: string },
  input: SectionInput,
  actor: Person,
  now = new Date(),
): Promise<Changed> {
  mustBeAble(actor, 'settings');
  try {
    return await db().transaction(async (tx) => {
      const [before] = await tx.select().from(sections).where(eq(sections.id, id));
      if (!before) return { fault: 'gone' };
      const changed = changesBetween<Record<string, unknown>>(before, input);
      if (!changed) return { section: before };
      if (sectionStamp(before) !== stamp) return { fault: 'conflict', stamp: sectionStamp(before) };
      const [section] = await tx.update(sections).set(input).where(eq(sections.id, id)).returning();
      if (before.slug !== input.slug) {
        for (const edition of editions.prefixes) {
          for (const end of ['', '/feed.xml']) {
            await writeRedirect(
              tx,
              {
                from: `${edition}/${before.slug}${end}`,
                to: `${edition}/${input.slug}${end}`,
                userId: actor.id,
              },
              now,
            );
          }
        }
      }
      await writeAudit({ userId: actor.id, action: 'section.changed', subject: id, ...changed }, now, tx);
      return { section: section! };
    });
  } catch (error) {
    if (isUniqueViolation(error)) return { fault: 'known' };
    throw error;
  }
}

/** Moves a section one position up or down. */
export async function moveSection(id: string, by: -1 | 1, actor: Person, now = new Date()): Promise<boolean> {
  mustBeAble(actor, 'settings');
  return db().transaction(async (tx) => {
    const rows = await tx.select().from(sections).orderBy(asc(sections.position));
    const at = rows.findIndex((row) => row.id === id);
    const other = rows[at + by];
    if (at < 0 || !other) return false;
    const order = rows.map((row) => row.id);
    [order[at], order[at + by]] = [other.id, id];
    for (const [position, each] of order.entries())
      await tx
        .update(sections)
        .set({ position: position + 1 })
        .where(eq(sections.id, each));
    await writeAudit(
      {
        userId: actor.id,
        action: 'section.moved',
        subject: id,
        before: { position: at + 1 },
        after: { position: at + by + 1 },
      },
      now,
      tx,
    );
    return true;
  });
}

/** Removes only an empty section: its articles would have no section. */
export async function removeSection(
  id: string,
  actor: Person,
  now = new Date(),
): Promise<{ removed: true } | { fault: 'used' | 'gone' }> {
  mustBeAble(actor, 'settings');
  return db().transaction(async (tx) => {
    const [used] = await tx
      .select({ id: articles.id })
      .from(articles)
      .where(eq(articles.sectionId, id))
      .limit(1);
    if (used) return { fault: 'used' };
    const [gone] = await tx.delete(sections).where(eq(sections.id, id)).returning();
    if (!gone) return { fault: 'gone' };
    const { slug, nameAr, nameEn } = gone;
    await writeAudit(
      { userId: actor.id, action: 'section.removed', subject: id, before: { slug, nameAr, nameEn } },
      now,
      tx,
    );
    return { removed: true };
  });
}
