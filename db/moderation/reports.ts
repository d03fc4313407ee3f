import { and, desc, eq, gt, gte, inArray, isNull, ne, sql } from 'drizzle-orm';
import { mustBeAble, type Person } from '#lib/people/can.ts';
import { db, type Transaction } from '#db/engine/client.ts';
import { recordDecision } from './decisions.ts';
import { tellWebhook } from './tell.ts';
import { newId } from '#db/engine/ids.ts';
import type { ReportReason } from '#db/tables/content.ts';
import { isPublicComment } from '#db/tables/in-states.ts';
import { articles, commentReports, comments, sections } from '#db/tables/tables.ts';

/**
 * This many open reports, each from a different network, hide a comment until a person decides. This works
 * only once, as a new network is cheap: a comment that a person kept in spite of reports stays. Comments by
 * staff stay as well. The desk sees all reports in its queue.
 */
const HIDE_AT = 3;
/** Reports that one network may send in an hour; it has many readers. */
const MOST_AN_HOUR = 20;
const HOUR_MS = 3_600_000;
/** At most this many characters in one network's report, including its additions. */
const MOST_NOTES = 2000;

type Report = { commentId: string; source: string; reason: ReportReason; note: string };

/** Seconds until this network may report again; 0 for now. */
async function findWait(tx: Transaction, source: string, now: Date): Promise<number> {
  const [oldest] = await tx
    .select({ at: commentReports.createdAt })
    .from(commentReports)
    .where(
      and(
        eq(commentReports.source, source),
        gte(commentReports.createdAt, new Date(now.getTime() - HOUR_MS)),
      ),
    )
    .orderBy(desc(commentReports.createdAt))
    .limit(1)
    .offset(MOST_AN_HOUR - 1);
  return oldest ? Math.ceil((oldest.at.getTime() + HOUR_MS + 1 - now.getTime()) / 1000) : 0;
}

/**
 * Stores a reader's report of a published comment. The response is the same whether or not this network had
 * reported it before.
 */
export async function reportComment(
  { commentId, source, reason, note }: Report,
  now: Date,
): Promise<{ fault?: 'tooFast' | 'gone'; wait?: number }> {
  return db().transaction(async (tx) => {
    const wait = await findWait(tx, source, now);
    if (wait > 0) return { fault: 'tooFast', wait };
    const [comment] = await tx
      .select({ status: comments.status, staffId: comments.staffId, editedAt: comments.editedAt })
      .from(comments)
      .where(and(eq(comments.id, commentId), isPublicComment()));
    if (!comment) return { fault: 'gone' };
    const isNew = await keepReport(tx, { commentId, source, reason, note }, now);
    if (!isNew) return {};
    const open = await countOpen(tx, commentId);
    const hides = open >= HIDE_AT && !comment.staffId && !(await wasKept(tx, commentId, comment.editedAt));
    await tx
      .update(comments)
      .set({ openReports: open, ...(hides && { status: 'pending' as const }) })
      .where(eq(comments.id, commentId));
    if (hides)
      await recordDecision(tx, { commentId, rule: 'reports', from: comment.status, to: 'pending' }, now);
    await tellWebhook(tx, 'comment.reported', commentId, now);
    return {};
  });
}

/**
 * Stores a report; a network counts once for a comment. A second text of the network is added to its open
 * report, or becomes one more report if the first was resolved. Returns whether there is a new report.
 */
async function keepReport(
  tx: Transaction,
  { commentId, source, reason, note }: Report,
  now: Date,
): Promise<boolean> {
  const ofNetwork = inArray(commentReports.source, [source, again(source)]);
  const earlier = await tx
    .select()
    .from(commentReports)
    .where(and(eq(commentReports.commentId, commentId), ofNetwork));
  const open = earlier.find((each) => each.resolvedAt === null);
  if (open) {
    const lines = [open.note, open.note.includes(note) ? '' : note].filter(Boolean);
    // A factual error is a separate task: it must not get lost in a report of an insult.
    const graver = open.reason === 'other' || reason === 'factual' ? reason : open.reason;
    await tx
      .update(commentReports)
      .set({ note: lines.join('\n').slice(0, MOST_NOTES), reason: graver })
      .where(eq(commentReports.id, open.id));
    return false;
  }
  if (earlier.length > 1) return false;
  await tx.insert(commentReports).values({
    id: newId(),
    commentId,
    source: earlier.length > 0 ? again(source) : source,
    reason,
    note,
    createdAt: now,
  });
  return true;
}

/** The source of a network's second report, after its first was resolved. */
const again = (source: string) => `${source}:2`;

/**
 * Whether a person resolved reports of the current words and kept them. Reports of factual errors do not
 * count.
 */
async function wasKept(tx: Transaction, commentId: string, editedAt: Date | null): Promise<boolean> {
  const [answered] = await tx
    .select({ id: commentReports.id })
    .from(commentReports)
    .where(
      and(
        eq(commentReports.commentId, commentId),
        gt(commentReports.resolvedAt, editedAt ?? new Date(0)),
        ne(commentReports.reason, 'factual'),
      ),
    )
    .limit(1);
  return answered !== undefined;
}

async function countOpen(tx: Transaction, commentId: string): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(commentReports)
    .where(and(eq(commentReports.commentId, commentId), isNull(commentReports.resolvedAt)));
  return row?.count ?? 0;
}

/** Marks all open reports of a comment as resolved. */
export async function resolveReports(tx: Transaction, commentId: string, now: Date): Promise<void> {
  await tx
    .update(commentReports)
    .set({ resolvedAt: now })
    .where(and(eq(commentReports.commentId, commentId), isNull(commentReports.resolvedAt)));
}

/** Opens the reports again that a decision resolved, found by its time. */
export async function reopenReports(tx: Transaction, commentId: string, decidedAt: Date): Promise<void> {
  await tx
    .update(commentReports)
    .set({ resolvedAt: null })
    .where(and(eq(commentReports.commentId, commentId), eq(commentReports.resolvedAt, decidedAt)));
  await tx
    .update(comments)
    .set({ openReports: await countOpen(tx, commentId) })
    .where(eq(comments.id, commentId));
}

/** Open reports of factual errors, the newest first: each is a task for the editor of the article. */
export const listFactualReports = (limit: number) =>
  db()
    .select({
      id: commentReports.id,
      note: commentReports.note,
      createdAt: commentReports.createdAt,
      commentId: comments.id,
      commentName: comments.name,
      headline: articles.headline,
      locale: articles.locale,
      number: articles.number,
      slug: articles.slug,
      sectionSlug: sections.slug,
    })
    .from(commentReports)
    .innerJoin(comments, eq(commentReports.commentId, comments.id))
    .innerJoin(articles, eq(comments.articleId, articles.id))
    .innerJoin(sections, eq(articles.sectionId, sections.id))
    .where(and(eq(commentReports.reason, 'factual'), isNull(commentReports.resolvedAt)))
    .orderBy(desc(commentReports.createdAt))
    .limit(limit);

export type FactualReport = Awaited<ReturnType<typeof listFactualReports>>[number];

/** Resolves one report; the comment stays as it is. Returns whether the report was still open. */
export async function resolveReport(reportId: string, actor: Person, now = new Date()): Promise<boolean> {
  mustBeAble(actor, 'moderate');
  return db().transaction(async (tx) => {
    const [report] = await tx
      .update(commentReports)
      .set({ resolvedAt: now })
      .where(and(eq(commentReports.id, reportId), isNull(commentReports.resolvedAt)))
      .returning({ commentId: commentReports.commentId });
    if (!report) return false;
    const { commentId } = report;
    const [comment] = await tx
      .update(comments)
      .set({ openReports: await countOpen(tx, commentId) })
      .where(eq(comments.id, commentId))
      .returning({ status: comments.status });
    await recordDecision(
      tx,
      { commentId, act: 'resolve', userId: actor.id, from: comment!.status, to: comment!.status },
      now,
    );
    return true;
  });
}
