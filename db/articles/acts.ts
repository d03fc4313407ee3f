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
import type { ArticleStatus } from '#db/tables/content.ts';
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
 * `conflict`: somebody did something to the article since `articleVersion` was read. `state`: the act does
 * not fit what the article is.
 */
export type ActFault = { fault: 'conflict' | 'state' | 'gone' };
type OnArticle = {
  articleId: string;
  /** The article's own version as it was seen; an act that saw another is refused. */
  articleVersion?: number;
};
type Done = { article: Article };

type Act = {
  action: string;
  /** Whether the act fits the article as it stands. */
  fits: (article: Article) => boolean;
  to: Partial<Article>;
  revision?: RevisionAct;
  detail?: Record<string, unknown>;
};

/**
 * The frame of every act that moves an article from one state to another: checked, one row, one revision, one
 * line in the log.
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

/** Takes a published article back into the drafts; its address and its first time are kept. */
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
 * When an article was first read, as far as its revisions tell; null when it never was. An update is none of
 * them: what waits is updated too.
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
 * A scheduled article goes back into the drafts, with the time it had when it was public before; of a live
 * one, the text that waits is given up.
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
 * The page stays under its address, with this text in place of the article's; nothing else shows the article
 * any more.
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

/** Only what no reader can see goes into the trash: a published article is unpublished or retracted first. */
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
