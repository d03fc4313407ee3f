import { and, eq, gt, lte, min } from 'drizzle-orm';
import type { ArticleContent } from '#lib/articles/content.ts';
import type { Person } from '#lib/people/can.ts';
import { changedFields } from '#lib/articles/changes.ts';
import { logFault } from '#lib/log.ts';
import { contentMediaIds } from './content.ts';
import { writeAudit } from '#db/people/audit-log.ts';
import { db, given, prepared, type Runner, type Transaction } from '#db/engine/client.ts';
import { newId } from '#db/engine/ids.ts';
import { setMediaUsages } from '#db/media/usages.ts';
import { isOut, placeContent } from './publish-draft.ts';
import { recordRevision } from './record-revision.ts';
import {
  articles,
  drafts,
  revisions,
  scheduledRevisions,
  sections,
  type Revision,
} from '#db/tables/tables.ts';

/** The scheduled text of a published article, if there is one. */
export async function getScheduledRevision(articleId: string) {
  const [row] = await db()
    .select()
    .from(scheduledRevisions)
    .where(eq(scheduledRevisions.articleId, articleId));
  return row;
}

export async function getNextRevisionTime(now: Date): Promise<Date | null> {
  const [row] = await db()
    .select({ at: min(scheduledRevisions.dueAt) })
    .from(scheduledRevisions)
    .where(gt(scheduledRevisions.dueAt, now));
  return row?.at ?? null;
}

const due = prepared(() =>
  db()
    .select({ articleId: scheduledRevisions.articleId })
    .from(scheduledRevisions)
    .where(lte(scheduledRevisions.dueAt, given('now', scheduledRevisions.dueAt)))
    .prepare(),
);

/** The revision with the scheduled text of an article, if there is one. */
async function getWaiting(runner: Runner, articleId: string): Promise<Revision | undefined> {
  const [row] = await runner
    .select({ revision: revisions })
    .from(scheduledRevisions)
    .innerJoin(revisions, eq(scheduledRevisions.revisionId, revisions.id))
    .where(eq(scheduledRevisions.articleId, articleId));
  return row?.revision;
}

/** Whether a working copy equals the scheduled text: changes made after scheduling are not in that text. */
export async function isInWaiting(articleId: string, content: ArticleContent): Promise<boolean> {
  const waiting = await getWaiting(db(), articleId);
  return waiting !== undefined && changedFields(waiting.content, content).length === 0;
}

/** Applies a change of a published article to its scheduled text too, which would otherwise undo it. */
export async function changeWaiting(
  tx: Transaction,
  articleId: string,
  change: (content: ArticleContent) => ArticleContent,
  person: Person,
  now: Date,
): Promise<void> {
  const waiting = await getWaiting(tx, articleId);
  if (!waiting) return;
  const content = change(waiting.content);
  if (changedFields(waiting.content, content).length === 0) return;
  const revision = await recordRevision(tx, { articleId, act: 'schedule', content, userId: person.id }, now);
  await tx
    .update(scheduledRevisions)
    .set({ revisionId: revision.id })
    .where(eq(scheduledRevisions.articleId, articleId));
}

/** If two processes run at the same time, the one that deletes the row does the work. */
async function applyRevision(articleId: string, now: Date): Promise<void> {
  await db().transaction(async (tx) => {
    const [taken] = await tx
      .delete(scheduledRevisions)
      .where(and(eq(scheduledRevisions.articleId, articleId), lte(scheduledRevisions.dueAt, now)))
      .returning();
    if (!taken) return;
    const { revisionId, dueAt, userId } = taken;
    const [article] = await tx.select().from(articles).where(eq(articles.id, articleId));
    const [waiting] = await tx.select().from(revisions).where(eq(revisions.id, revisionId));
    if (!article || !waiting || !isOut(article, now)) return;
    const [section] = await tx
      .select({ id: sections.id })
      .from(sections)
      .where(eq(sections.id, waiting.content.sectionId));
    const content = { ...waiting.content, sectionId: section?.id ?? article.sectionId };
    const placed = await placeContent(tx, article, content, {
      publishedAt: article.publishedAt!,
      at: dueAt,
      userId,
    });
    await recordRevision(tx, { articleId, act: 'update', content: placed.content, userId }, dueAt);
    // Later changes stay in the working copy. A copy without later changes is no longer ahead.
    const [draft] = await tx.select().from(drafts).where(eq(drafts.articleId, articleId));
    if (draft && changedFields(draft.content, waiting.content).length === 0) {
      const isSame = changedFields(draft.content, placed.content).length === 0;
      await tx
        .update(drafts)
        .set({ content: placed.content, version: isSame ? draft.version : draft.version + 1, isAhead: false })
        .where(eq(drafts.articleId, articleId));
      await setMediaUsages(tx, 'draft', articleId, contentMediaIds(placed.content));
    }
    const detail = {
      number: article.number,
      revision: waiting.number,
      dueAt: dueAt.toISOString(),
      scheduled: true,
    };
    await writeAudit(
      { userId, action: 'article.updated', subject: articleId, actId: newId(), detail, ...placed.difference },
      dueAt,
      tx,
    );
  });
}

/**
 * Publishes every scheduled text whose time has come. Runs before the content version is read, so that no
 * page is rendered without it. An error with one article is logged and does not stop any page.
 */
export async function applyDueRevisions(now: Date): Promise<void> {
  for (const { articleId } of await due().execute({ now })) {
    await applyRevision(articleId, now).catch((error: unknown) =>
      logFault(`The scheduled text of article ${articleId} could not be put in place`, error),
    );
  }
}
