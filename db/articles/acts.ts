import { and, eq, inArray, min } from 'drizzle-orm';
import { cleanProse } from '#lib/arabic/clean-field.ts';
import { mustBeAble, type Person } from '#lib/people/can.ts';
import { readContent } from './content.ts';
import { writeAudit } from '#db/people/audit-log.ts';
import { db, type Transaction } from '#db/engine/client.ts';
import { newId } from '#db/engine/ids.ts';
import { isOut } from './publish-draft.ts';
import { recordRevision } from './record-revision.ts';
import type { RevisionAct } from '#db/tables/newsroom.ts';
import type { ArticleStatus } from '#db/tables/articles.ts';
import {
  articles,
  corrections,
  drafts,
  frontSlots,
  revisions,
  scheduledRevisions,
  type Article,
} from '#db/tables/tables.ts';

/**
 * `conflict`: the article changed after `articleVersion` was read. `state`: the act is not possible in the
 * article's current state.
 */
export type ActFault = { fault: 'conflict' | 'state' | 'gone' };
type OnArticle = {
  articleId: string;
  /** The version of the article that the editor saw. If it is not the current one, the act is rejected. */
  articleVersion?: number;
};
type Done = { article: Article };

type Act = {
  action: string;
  /** Whether the act is possible in the article's current state. */
  fits: (article: Article) => boolean;
  to: Partial<Article>;
  revision?: RevisionAct;
  detail?: Record<string, unknown>;
};

/**
 * The common steps of every act that changes an article's state: check, update the row, record a revision,
 * write a line into the audit log.
 */
async function act(
  tx: Transaction,
  { articleId, articleVersion }: OnArticle,
  { action, fits, to, revision, detail }: Act,
  person: Person,
  now: Date,
): Promise<Done | ActFault> {
  const [article] = await tx.select().from(articles).where(eq(articles.id, articleId));
  if (!article) return { fault: 'gone' };
  if (articleVersion !== undefined && article.version !== articleVersion) return { fault: 'conflict' };
  if (!fits(article)) return { fault: 'state' };
  const [changed] = await tx
    .update(articles)
    .set({ ...to, version: article.version + 1, updatedAt: now })
    .where(and(eq(articles.id, articleId), eq(articles.version, article.version)))
    .returning();
  if (!changed) return { fault: 'conflict' };
  await tx.delete(scheduledRevisions).where(eq(scheduledRevisions.articleId, articleId));
  if (changed.status !== 'published') await tx.delete(frontSlots).where(eq(frontSlots.articleId, articleId));
  await tx
    .update(drafts)
    .set({ sentAt: null, ...(changed.status === 'draft' && { isAhead: true }) })
    .where(eq(drafts.articleId, articleId));
  if (to.breakingUntil === null) await endBreakingInDraft(tx, articleId);
  if (revision)
    await recordRevision(
      tx,
      { articleId, act: revision, content: await readContent(tx, article), userId: person.id },
      now,
    );
  const state = ({ status, publishedAt }: { status: ArticleStatus; publishedAt: Date | null }) => ({
    status,
    publishedAt: publishedAt?.toISOString() ?? null,
  });
  await writeAudit(
    {
      userId: person.id,
      action,
      subject: articleId,
      actId: newId(),
      detail: { number: article.number, ...detail },
      before: state(article),
      after: state(changed),
    },
    now,
    tx,
  );
  return { article: changed };
}

/** Without this the next publication brings the line back. The new version stops an open editor. */
async function endBreakingInDraft(tx: Transaction, articleId: string) {
  const [draft] = await tx.select().from(drafts).where(eq(drafts.articleId, articleId));
  if (!draft?.content.breakingUntil) return;
  await tx
    .update(drafts)
    .set({ content: { ...draft.content, breakingUntil: null }, version: draft.version + 1 })
    .where(eq(drafts.articleId, articleId));
}

/** Turns a published article back into a draft. It keeps its address and its first publication time. */
export async function unpublishArticle(on: OnArticle, person: Person, now: Date): Promise<Done | ActFault> {
  mustBeAble(person, 'publish');
  return db().transaction((tx) =>
    act(
      tx,
      on,
      {
        action: 'article.unpublished',
        fits: (article) => isOut(article, now),
        to: { status: 'draft', breakingUntil: null },
        revision: 'unpublish',
      },
      person,
      now,
    ),
  );
}

/**
 * When an article was first public, according to its revisions; null if it never was. The act `update` does
 * not count: a scheduled article can be updated too.
 */
async function firstReadAt(tx: Transaction, articleId: string): Promise<Date | null> {
  const [row] = await tx
    .select({ at: min(revisions.createdAt) })
    .from(revisions)
    .where(
      and(
        eq(revisions.articleId, articleId),
        inArray(revisions.act, ['publish', 'correct', 'unpublish', 'retract']),
      ),
    );
  return row?.at ?? null;
}

/**
 * Turns a scheduled article back into a draft, with its first publication time if it was public before. For a
 * published article it discards the scheduled text.
 */
export async function cancelSchedule(on: OnArticle, person: Person, now: Date): Promise<Done | ActFault> {
  mustBeAble(person, 'publish');
  return db().transaction(async (tx) => {
    const [waiting] = await tx
      .delete(scheduledRevisions)
      .where(eq(scheduledRevisions.articleId, on.articleId))
      .returning();
    if (!waiting) {
      const isWaiting = (article: Article) => article.status === 'published' && !isOut(article, now);
      return act(
        tx,
        on,
        {
          action: 'article.scheduleCancelled',
          fits: isWaiting,
          to: { status: 'draft', publishedAt: await firstReadAt(tx, on.articleId) },
        },
        person,
        now,
      );
    }
    const [article] = await tx.select().from(articles).where(eq(articles.id, on.articleId));
    const detail = { number: article!.number, dueAt: waiting.dueAt.toISOString() };
    await writeAudit(
      { userId: person.id, action: 'article.scheduleCancelled', subject: on.articleId, detail },
      now,
      tx,
    );
    return { article: article! };
  });
}

/**
 * The page keeps its address and shows this text instead of the article's. The article appears nowhere else.
 */
export async function retractArticle(
  { text, ...on }: OnArticle & { text: string },
  person: Person,
  now: Date,
): Promise<Done | ActFault | { fault: 'text' }> {
  mustBeAble(person, 'correct');
  const words = cleanProse(text);
  if (words === '') return { fault: 'text' };
  return db().transaction(async (tx) => {
    const done = await act(
      tx,
      on,
      {
        action: 'article.retracted',
        fits: (article) => isOut(article, now),
        to: { status: 'retracted', revisedAt: now, breakingUntil: null },
        revision: 'retract',
        detail: { text: words },
      },
      person,
      now,
    );
    if ('article' in done)
      await tx
        .insert(corrections)
        .values({ id: newId(), articleId: on.articleId, kind: 'retraction', text: words, publishedAt: now });
    return done;
  });
}

/** Only a draft can go into the trash: a published article must be unpublished first. */
export async function trashArticle(on: OnArticle, person: Person, now: Date): Promise<Done | ActFault> {
  return db().transaction(async (tx) => {
    const [article] = await tx
      .select({ ownerId: articles.ownerId, publishedAt: articles.publishedAt })
      .from(articles)
      .where(eq(articles.id, on.articleId));
    if (!article) return { fault: 'gone' as const };
    mustBeAble(person, article.publishedAt ? 'publish' : 'write', article);
    return act(
      tx,
      on,
      { action: 'article.trashed', fits: ({ status }) => status === 'draft', to: { status: 'trash' } },
      person,
      now,
    );
  });
}

export async function untrashArticle(on: OnArticle, person: Person, now: Date): Promise<Done | ActFault> {
  return db().transaction(async (tx) => {
    const [article] = await tx
      .select({ ownerId: articles.ownerId })
      .from(articles)
      .where(eq(articles.id, on.articleId));
    if (!article) return { fault: 'gone' as const };
    mustBeAble(person, 'write', article);
    return act(
      tx,
      on,
      { action: 'article.untrashed', fits: ({ status }) => status === 'trash', to: { status: 'draft' } },
      person,
      now,
    );
  });
}
