import { setTimeout as pause } from 'node:timers/promises';
import { eq, inArray } from 'drizzle-orm';
import { fold } from '#lib/arabic/fold.ts';
import type { TakenNames } from '#lib/comments/name-claims.ts';
import { shingleSignature } from '#lib/comments/similarity.ts';
import { sha256 } from '#lib/security/crypto.ts';
import { readImported } from '#lib/wordpress/imported-comment.ts';
import type { WxrComment, WxrItem, WxrPortion } from '#lib/wordpress/wxr.ts';
import { assessComment } from '#db/comments/assess.ts';
import { writeAudit } from '#db/people/audit-log.ts';
import { db, type Transaction } from '#db/engine/client.ts';
import { keepAddresses } from '#db/privacy/addresses/keep.ts';
import { recordDecision } from '#db/moderation/decisions.ts';
import { findArticleByAddress, type FoundArticle } from '#db/articles/find-by-address.ts';
import { idOf, isId } from '#db/engine/ids.ts';
import { isAddressInTime } from './retention.ts';
import type { CommentStatus } from '#db/tables/content.ts';
import { getSettings, type Settings } from '#db/paper/settings.ts';
import { listTakenNames } from '#db/comments/taken-names.ts';
import { comments } from '#db/tables/tables.ts';

/**
 * Rows per transaction: readers of the running site wait no longer than one takes to write. A row that is
 * scored counts as five.
 */
const BATCH = 200;
const SCORED = 5;
/** Items named in the report; the others are only counted. */
const MOST_NAMED = 500;

export type ImportReport = {
  /** New comments, by state. */
  imported: Partial<Record<CommentStatus, number>>;
  /**
   * New comments that were published at the source and wait here, because the form would have rejected them.
   */
  held: number;
  /** Imported in an earlier run. */
  known: number;
  /**
   * Pingbacks and other entries that no reader wrote, by type. `empty`, `tooLong` and `noTime` count comments
   * with nothing to keep.
   */
  skipped: Record<string, number>;
  addresses: { kept: number; tooOld: number };
  /** Items without an article here, with the number of comments that were left out. */
  unmatched: { title: string; link: string; comments: number }[];
  unmatchedComments: number;
};

type Placed = { id: string; threadId: string; depth: number };
type Row = { values: typeof comments.$inferInsert; email: string; isHeld: boolean; article: FoundArticle };
type Thread = {
  article: FoundArticle;
  item: WxrItem;
  placed: Map<string, Placed | null>;
  parents: Map<string, string>;
  waiting: WxrComment[];
};
type Run = { report: ImportReport; settings: Settings; takenNames: TakenNames; now: Date; isDry: boolean };

const skip = ({ skipped }: ImportReport, why: string) => {
  skipped[why] = (skipped[why] ?? 0) + 1;
};

/**
 * Comments by readers. The same list may hold notes of a newsroom, orders of a shop and pings of other sites.
 */
const isOfReader = ({ type }: WxrComment) => type === '' || type === 'comment';

/** The nearest ancestor that was imported: replies to a pingback open a thread. */
function findParent({ placed, parents }: Thread, { parentId }: WxrComment): Placed | null {
  const seen = new Set<string>();
  for (let id = parentId; id !== '' && !seen.has(id); id = parents.get(id) ?? '') {
    const parent = placed.get(id);
    if (parent) return parent;
    seen.add(id);
  }
  return null;
}

function readRow(
  thread: Thread,
  comment: WxrComment,
  { report, settings, takenNames, now }: Run,
): Row | undefined {
  const { article, item, placed, parents } = thread;
  parents.set(comment.id, comment.parentId);
  placed.set(comment.id, null);
  const sentAt = comment.at ?? item.at ?? article.publishedAt;
  if (!isOfReader(comment)) return void skip(report, comment.type.slice(0, 40));
  if (!sentAt) return void skip(report, 'noTime');
  const read = readImported(comment, { locale: article.locale, takenNames });
  if ('skipped' in read) return void skip(report, read.skipped);
  const key = comment.id || `${comment.author}\n${comment.content}`;
  const id =
    comment.own && isId(comment.own.id)
      ? comment.own.id
      : idOf([item.source, item.postId, key].join('\n'), sentAt);
  const parent = findParent(thread, comment);
  const place = { id, threadId: parent?.threadId ?? id, depth: parent ? parent.depth + 1 : 0 };
  placed.set(comment.id, place);
  const { name, body, status, isHeld } = read;
  const createdAt = sentAt > now ? now : sentAt;
  const email =
    read.email && isAddressInTime(article, createdAt, settings.commentsCloseAfterDays, now) ? read.email : '';
  if (read.email && !email) report.addresses.tooOld++;
  return {
    article,
    email,
    isHeld,
    values: {
      ...place,
      articleId: article.id,
      parentId: parent?.id ?? null,
      name,
      body,
      bodyKey: body && sha256(fold(body)),
      signature: shingleSignature(body),
      status,
      createdAt,
      // what was decided there counts as decided by a person
      reviewedAt: status === 'pending' || status === 'withdrawn' ? null : createdAt,
      reasonCode: status === 'rejected' ? 'other' : null,
    },
  };
}

/**
 * The comments of an item as rows, parents before their replies. A reply whose parent has not come yet waits
 * for it.
 */
function* placeComments(thread: Thread, part: WxrComment[], isLast: boolean, run: Run): Generator<Row> {
  const list = [...thread.waiting, ...part];
  thread.waiting = [];
  const inSight = new Set(list.map(({ id }) => id));
  let left = list;
  for (;;) {
    const later: WxrComment[] = [];
    for (const comment of left) {
      const { parentId } = comment;
      const isReady =
        parentId === '' ||
        parentId === comment.id ||
        thread.placed.has(parentId) ||
        (isLast && !inSight.has(parentId));
      if (!isReady) {
        later.push(comment);
        continue;
      }
      const row = readRow(thread, comment, run);
      if (row) yield row;
    }
    if (later.length === 0) return;
    if (later.length === left.length) {
      if (!isLast) {
        thread.waiting = later;
        return;
      }
      // Two comments that answer each other: the first of them opens the thread.
      thread.placed.set(later[0]!.parentId, null);
    }
    left = later;
  }
}

/** How and by whom they were sent is unknown. */
const UNKNOWN = {
  track: { times: [], approved: 0, decidedLately: 0, rejectedLately: 0 },
  secondsOnForm: null,
  decoyFilled: false,
  controls: { all: 0, deceiving: 0 },
};

/**
 * Scores a pending comment like one of the form, so that the riskiest come first in the queue. It stays
 * pending at any score.
 */
async function score(
  tx: Transaction,
  { values: { id, name, body }, article }: Row,
  settings: Settings,
  now: Date,
): Promise<void> {
  const assessed = await assessComment(
    tx,
    { ...UNKNOWN, id, name, body, locale: article.locale },
    settings,
    now,
  );
  await tx
    .update(comments)
    .set({ score: assessed.score, signals: assessed.signals })
    .where(eq(comments.id, id));
}

async function storeNew(tx: Transaction, rows: Row[], settings: Settings, now: Date): Promise<Set<string>> {
  const stored = await tx
    .insert(comments)
    .values(rows.map(({ values }) => values))
    .onConflictDoNothing()
    .returning({ id: comments.id });
  const ids = new Set(stored.map(({ id }) => id));
  const fresh = rows.filter(({ values }) => ids.has(values.id));
  for (const row of fresh) if (row.values.status === 'pending') await score(tx, row, settings, now);
  for (const { values, isHeld } of fresh)
    await recordDecision(
      tx,
      { commentId: values.id, rule: 'import', to: values.status, reason: isHeld ? 'held' : null },
      now,
    );
  await keepAddresses(
    tx,
    fresh
      .filter(({ email }) => email !== '')
      .map(({ values, email }) => ({ commentId: values.id, email, sentAt: values.createdAt })),
  );
  return ids;
}

async function findNew(rows: Row[]): Promise<Set<string>> {
  const known = await db()
    .select({ id: comments.id })
    .from(comments)
    .where(
      inArray(
        comments.id,
        rows.map(({ values }) => values.id),
      ),
    );
  const ids = new Set(rows.map(({ values }) => values.id));
  for (const { id } of known) ids.delete(id);
  return ids;
}

async function writeBatch(given: Row[], { report, settings, now, isDry }: Run): Promise<void> {
  if (given.length === 0) return;
  const rows = [...new Map(given.map((row) => [row.values.id, row])).values()];
  const began = performance.now();
  const ids = isDry ? await findNew(rows) : await db().transaction((tx) => storeNew(tx, rows, settings, now));
  for (const { values, email, isHeld } of rows.filter((row) => ids.has(row.values.id))) {
    report.imported[values.status] = (report.imported[values.status] ?? 0) + 1;
    if (isHeld) report.held++;
    if (email) report.addresses.kept++;
  }
  report.known += given.length - ids.size;
  // Leaves the database to others for as long as this took: a process that waits for the lock must not wait
  // for the whole file.
  if (!isDry) await pause(performance.now() - began);
}

function addUnmatched(report: ImportReport, { title, link }: WxrItem, count: number): void {
  report.unmatchedComments += count;
  const last = report.unmatched.at(-1);
  if (last?.link === link && last.title === title) last.comments += count;
  else if (report.unmatched.length < MOST_NAMED) report.unmatched.push({ title, link, comments: count });
}

/**
 * Imports comments of another site, or of an own export, into the articles with their threads, times and
 * states. A repeated run adds only new comments, as the id of a comment is made from its source. No mail or
 * webhook is sent, and comments that were erased here stay erased.
 */
export async function importComments(
  portions: AsyncIterable<WxrPortion>,
  { isDry = false } = {},
  now = new Date(),
): Promise<ImportReport> {
  const report: ImportReport = {
    imported: {},
    held: 0,
    known: 0,
    skipped: {},
    addresses: { kept: 0, tooOld: 0 },
    unmatched: [],
    unmatchedComments: 0,
  };
  const run: Run = { report, settings: await getSettings(), takenNames: await listTakenNames(), now, isDry };
  let batch: Row[] = [];
  let work = 0;
  let thread: Thread | undefined;
  let item: WxrItem | undefined;
  const take = async (part: WxrComment[], isLast: boolean) => {
    if (!thread) return;
    for (const row of placeComments(thread, part, isLast, run)) {
      batch.push(row);
      work += row.values.status === 'pending' ? SCORED : 1;
      if (work < BATCH) continue;
      await writeBatch(batch, run);
      [batch, work] = [[], 0];
    }
  };
  for await (const portion of portions) {
    if (portion.item !== item) {
      await take([], true);
      item = portion.item;
      const article = await findArticleByAddress(item);
      thread = article && { article, item, placed: new Map(), parents: new Map(), waiting: [] };
    }
    if (thread) await take(portion.comments, false);
    else addUnmatched(report, portion.item, portion.comments.filter(isOfReader).length);
  }
  await take([], true);
  await writeBatch(batch, run);
  const { unmatched, ...detail } = report;
  if (!isDry)
    await writeAudit(
      {
        userId: null,
        action: 'comments.imported',
        subject: 'comments',
        detail: { ...detail, unmatched: unmatched.length },
      },
      now,
    );
  return report;
}
