import { setTimeout as pause } from 'node:timers/promises';
import { eq, inArray } from 'drizzle-orm';
import type { WxrComment, WxrItem, WxrPortion } from '#lib/wordpress/wxr.ts';
import { assessComment } from '#db/comments/assess.ts';
import { writeAudit } from '#db/people/audit-log.ts';
import { db, type Transaction } from '#db/engine/client.ts';
import { keepAddresses } from '#db/privacy/addresses/keep.ts';
import { recordDecision } from '#db/moderation/decisions.ts';
import { findArticleByAddress } from '#db/articles/find-by-address.ts';
import { getSettings, type Settings } from '#db/paper/settings.ts';
import { listTakenNames } from '#db/comments/taken-names.ts';
import { comments } from '#db/tables/tables.ts';
import { type ImportReport, addUnmatched } from './import-report.ts';
import { type Row, type Run, type Thread, isOfReader, placeComments } from './place-imported.ts';
import { factsOf } from '#lib/comments/states.ts';

/**
 * Rows per transaction: readers of the running site wait no longer than one takes to write. A row that is
 * scored counts as five.
 */
const BATCH = 200;
const SCORED = 5;

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
  for (const row of fresh) if (factsOf(row.values.status).isOpen) await score(tx, row, settings, now);
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
      work += factsOf(row.values.status).isOpen ? SCORED : 1;
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
