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

/** The new text that waits for a live article, if there is one. */
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

/** What the text that waits for a live article says, if one does. */
async function getWaiting(runner: Runner, articleId: string): Promise<Revision | undefined> {
  const [row] = await runner
    .select({ revision: revisions })
    .from(scheduledRevisions)
    .innerJoin(revisions, eq(scheduledRevisions.revisionId, revisions.id))
    .where(eq(scheduledRevisions.articleId, articleId));
  return row?.revision;
}

/** Whether a working copy says what waits: what was typed after the text was scheduled is not in it. */
export async function isInWaiting(articleId: string, content: ArticleContent): Promise<boolean> {
  const waiting = await getWaiting(db(), articleId);
  return waiting !== undefined && changedFields(waiting.content, content).length === 0;
}

/**
 * What is done to a live article is done to the text that waits for it too, or that text would take it back.
 */
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

/** Of two processes that come at once, the one that takes the row away does the work. */
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
    // What was typed since stays in the working copy; a copy that says the same is no longer ahead.
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
 * Puts every text whose time has come into its article's place. Asked before the content version is read, so
 * no page is made without it; a fault with one article is said and keeps no page from anyone.
 */
export async function applyDueRevisions(now: Date): Promise<void> {
  for (const { articleId } of await due().execute({ now })) {
    await applyRevision(articleId, now).catch((error: unknown) =>
      logFault(`The scheduled text of article ${articleId} could not be put in place`, error),
    );
  }
}
