import { count, eq, inArray, max } from 'drizzle-orm';
import { docFromLines } from '#lib/body/from-lines.ts';
import { mustBeAble, type Person } from '#lib/can.ts';
import { writeAudit } from './audit-log.ts';
import { db } from './client.ts';
import { newId } from './ids.ts';
import { STARTER_PAGES, STARTER_SECTIONS } from './seed/starter-house.ts';
import { getSettings } from './settings.ts';
import { articles, authors, pages, sections, users } from './tables.ts';

/** The way of an empty site to its first article, in order. */
export const FIRST_STEPS = ['name', 'sections', 'author', 'article', 'publish', 'people'] as const;
export type FirstStep = (typeof FIRST_STEPS)[number];

/** Which steps are done; null once something has been published, for then nobody needs to be led. */
export async function getFirstSteps(): Promise<Record<FirstStep, boolean> | null> {
  const [published] = await db().select({ id: articles.id }).from(articles).where(inArray(articles.status, ['published', 'retracted'])).limit(1);
  if (published) return null;
  const [settings, [section], [author], [draft], [people]] = await Promise.all([
    getSettings(),
    db().select({ id: sections.id }).from(sections).limit(1),
    db().select({ id: authors.id }).from(authors).limit(1),
    db().select({ id: articles.id }).from(articles).where(eq(articles.status, 'draft')).limit(1),
    db().select({ count: count() }).from(users),
  ]);
  return { name: settings.siteNameAr !== '', sections: !!section, author: !!author, article: !!draft, publish: false, people: people!.count > 1 };
}

/** The usual sections and the house's own pages, as a start that can be changed; only what is not there yet, after the sections that are. */
export async function takeStarters(actor: Person, now = new Date()): Promise<{ sections: number }> {
  mustBeAble(actor, 'settings');
  return db().transaction(async (tx) => {
    const [last] = await tx.select({ position: max(sections.position) }).from(sections);
    const next = (last?.position ?? 0) + 1;
    const made = await tx
      .insert(sections)
      .values(STARTER_SECTIONS.map((section, n) => ({ id: newId(), ...section, descriptionAr: '', descriptionEn: '', position: next + n })))
      .onConflictDoNothing({ target: sections.slug })
      .returning({ slug: sections.slug });
    await tx.insert(pages).values(STARTER_PAGES.map(({ lines, ...page }) => ({ ...page, body: docFromLines(lines), revisedAt: now }))).onConflictDoNothing();
    await writeAudit({ userId: actor.id, action: 'site.started', subject: 'site', after: { sections: made.map(({ slug }) => slug) } }, now, tx);
    return { sections: made.length };
  });
}
