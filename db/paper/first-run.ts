import { count, eq, inArray, max } from 'drizzle-orm';
import { docFromLines } from '#lib/body/from-lines.ts';
import { mustBeAble, type Person } from '#lib/people/can.ts';
import { env } from '#lib/env.ts';
import { writeAudit } from '#db/people/audit-log.ts';
import { db, type Runner } from '#db/engine/client.ts';
import { newId } from '#db/engine/ids.ts';
import { STARTER_PAGES, STARTER_SECTIONS } from './starter-site.ts';
import { FIRST_ADMIN } from '#db/people/own-account.ts';
import { changeSettings, getSettings } from './settings.ts';
import { articles, authors, pages, sections, users } from '#db/tables/tables.ts';

/** The steps from an empty site to its first article, in order. */
export const FIRST_STEPS = ['account', 'name', 'sections', 'author', 'article', 'publish', 'people'] as const;
export type FirstStep = (typeof FIRST_STEPS)[number];
export type StepState = 'done' | 'skipped' | 'open';

const stepsIn = (text: string): string[] => text.split(' ').filter(Boolean);

/**
 * The state of each step; null once all are done or skipped. Also null for a demo newsroom that has published
 * something: it needs no guide.
 */
export async function getFirstSteps(): Promise<Record<FirstStep, StepState> | null> {
  const [published] = await db()
    .select({ id: articles.id })
    .from(articles)
    .where(inArray(articles.status, ['published', 'retracted']))
    .limit(1);
  if (published && env.demo) return null;
  const [settings, [section], [author], [article], [people], [made]] = await Promise.all([
    getSettings(),
    db().select({ id: sections.id }).from(sections).limit(1),
    db().select({ id: authors.id }).from(authors).limit(1),
    db().select({ id: articles.id }).from(articles).limit(1),
    db().select({ count: count() }).from(users),
    db().select({ id: users.id }).from(users).where(eq(users.email, FIRST_ADMIN.email)),
  ]);
  const done: Record<FirstStep, boolean> = {
    account: !made,
    name: settings.siteNameAr !== '',
    sections: !!section,
    author: !!author,
    article: !!article,
    publish: !!published,
    people: people!.count > 1,
  };
  const skipped = stepsIn(settings.leftSteps);
  const states = Object.fromEntries(
    FIRST_STEPS.map((step) => [step, done[step] ? 'done' : skipped.includes(step) ? 'skipped' : 'open']),
  ) as Record<FirstStep, StepState>;
  return Object.values(states).includes('open') ? states : null;
}

/** Marks a step as skipped: the guide no longer offers it. */
export async function skipStep(step: FirstStep, actor: Person): Promise<void> {
  mustBeAble(actor, 'settings');
  await db().transaction(async (tx) => {
    const skipped = new Set(stepsIn((await getSettings(tx)).leftSteps)).add(step);
    await changeSettings(tx, { leftSteps: [...skipped].join(' ') });
  });
}

/** Creates the missing ones of the pages that every footer links to, so that no footer link is broken. */
export async function makeOwnPages(now: Date, runner: Runner = db()): Promise<void> {
  const known = new Set(
    (await runner.select({ slug: pages.slug, locale: pages.locale }).from(pages)).map(
      ({ slug, locale }) => `${locale}/${slug}`,
    ),
  );
  const missing = STARTER_PAGES.filter(({ slug, locale }) => !known.has(`${locale}/${slug}`));
  if (missing.length === 0) return;
  await runner
    .insert(pages)
    .values(missing.map(({ lines, ...page }) => ({ ...page, body: docFromLines(lines), revisedAt: now })))
    .onConflictDoNothing();
}

/**
 * Adds the usual sections and the footer pages as a start that can be changed. Adds only what is missing; new
 * sections come after the existing ones.
 */
export async function takeStarters(actor: Person, now = new Date()): Promise<{ sections: number }> {
  mustBeAble(actor, 'settings');
  return db().transaction(async (tx) => {
    const [last] = await tx.select({ position: max(sections.position) }).from(sections);
    const next = (last?.position ?? 0) + 1;
    const made = await tx
      .insert(sections)
      .values(
        STARTER_SECTIONS.map((section, n) => ({
          id: newId(),
          ...section,
          descriptionAr: '',
          descriptionEn: '',
          position: next + n,
        })),
      )
      .onConflictDoNothing({ target: sections.slug })
      .returning({ slug: sections.slug });
    await makeOwnPages(now, tx);
    await writeAudit(
      {
        userId: actor.id,
        action: 'site.started',
        subject: 'site',
        after: { sections: made.map(({ slug }) => slug) },
      },
      now,
      tx,
    );
    return { sections: made.length };
  });
}
