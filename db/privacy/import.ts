import { setTimeout as pause } from 'node:timers/promises';
import { inArray } from 'drizzle-orm';
import type { WxrComment, WxrItem, WxrPortion } from '#lib/wordpress/wxr.ts';
import { assessComment, readWords, type ReadWords } from '#db/comments/assess.ts';
import { readNewest, type NewestComments } from '#db/comments/near-copies.ts';
import { writeAudit } from '#db/people/audit-log.ts';
import { db, preparedIn, valuesOf, type Transaction } from '#db/engine/client.ts';
import { keepAddresses } from '#db/privacy/addresses/keep.ts';
import { recordDecision } from '#db/moderation/decisions.ts';
import { findArticleByAddress } from '#db/articles/find-by-address.ts';
import { getSettings } from '#db/paper/settings.ts';
import { listTakenNames } from '#db/comments/taken-names.ts';
import { comments } from '#db/tables/tables.ts';
import { type ImportReport, addUnmatched } from './import-report.ts';
import { type Row, type Run, type Thread, isOfReader, placeComments } from './place-imported.ts';
import { factsOf } from '#lib/comments/states.ts';

/** Rows that are looked up and read together, before a transaction begins. */
const BATCH = 200;
/**
 * How long a transaction goes on taking rows. The rest of the batch goes into the next one, so that readers
 * of the running site wait for the lock no longer than this, and for the disk.
 */
const HOLD_MS = 25;
/** The least time between two transactions. Another process asks for the lock at shorter intervals. */
const LEAST_PAUSE_MS = 25;

/** How and by whom they were sent is unknown. */
const UNKNOWN = {
  track: { times: [], approved: 0, decidedLately: 0, rejectedLately: 0 },
  secondsOnForm: null,
  decoyFilled: false,
  controls: { all: 0, deceiving: 0 },
};

const newRow = preparedIn((runner) =>
  runner
    .insert(comments)
    .values(
      valuesOf(comments, [
        'id',
        'articleId',
        'parentId',
        'threadId',
        'depth',
        'name',
        'body',
        'bodyKey',
        'signature',
        'status',
        'score',
        'signals',
        'createdAt',
        'reviewedAt',
        'reasonCode',
      ]),
    )
    .onConflictDoNothing()
    .returning({ id: comments.id })
    .prepare(),
);

/** A row with what its words show, read before the transaction; null for one that nobody decides on. */
type ReadRow = Row & { words: ReadWords | null };

const readRow = async (row: Row): Promise<ReadRow> => ({
  ...row,
  words: factsOf(row.values.status).isOpen
    ? await readWords({ name: row.values.name, body: row.values.body, locale: row.article.locale })
    : null,
});

/**
 * Scores a pending comment like one of the form, so that the riskiest come first in the queue. It stays
 * pending at any score.
 */
async function score(tx: Transaction, row: ReadRow, newest: NewestComments, { settings, now }: Run) {
  if (!row.words) return { score: 0, signals: [] };
  const given = { ...UNKNOWN, id: row.values.id, words: row.words, newest };
  return assessComment(tx, given, settings, now);
}

/** Stores one comment with its decision and address; false if it is stored already. */
async function store(tx: Transaction, row: ReadRow, newest: NewestComments, run: Run): Promise<boolean> {
  const { values, isHeld, email } = row;
  const { score: points, signals } = await score(tx, row, newest, run);
  const [stored] = await newRow(tx).execute({ ...values, score: points, signals });
  if (!stored) return false;
  await recordDecision(
    tx,
    { commentId: values.id, rule: 'import', to: values.status, reason: isHeld ? 'held' : null },
    run.now,
  );
  if (email !== '') await keepAddresses(tx, [{ commentId: values.id, email, sentAt: values.createdAt }]);
  return true;
}

/** Stores rows until its time is over, at least one. Returns how many it took and the ids of the new ones. */
async function storeSome(rows: ReadRow[], run: Run): Promise<{ taken: number; ids: Set<string> }> {
  const newest = await readNewest(db());
  return db().transaction(async (tx) => {
    const until = performance.now() + HOLD_MS;
    const ids = new Set<string>();
    let taken = 0;
    for (const row of rows) {
      if (taken > 0 && performance.now() > until) break;
      if (await store(tx, row, newest, run)) ids.add(row.values.id);
      taken += 1;
    }
    return { taken, ids };
  });
}

/** The rows that are not stored yet. A repeated run finds all rows of the first here, and writes nothing. */
async function listUnknown(rows: Row[]): Promise<Row[]> {
  const stored = await db()
    .select({ id: comments.id })
    .from(comments)
    .where(
      inArray(
        comments.id,
        rows.map(({ values }) => values.id),
      ),
    );
  const known = new Set(stored.map(({ id }) => id));
  return rows.filter(({ values }) => !known.has(values.id));
}

async function storeAll(rows: Row[], run: Run): Promise<Set<string>> {
  const ids = new Set<string>();
  let left: ReadRow[] = [];
  for (const row of rows) left.push(await readRow(row));
  while (left.length > 0) {
    const began = performance.now();
    const stored = await storeSome(left, run);
    for (const id of stored.ids) ids.add(id);
    left = left.slice(stored.taken);
    // Leaves the database to others for as long as this took: a process that waits for the lock must not wait
    // for the whole file.
    await pause(Math.max(LEAST_PAUSE_MS, performance.now() - began));
  }
  return ids;
}

async function writeBatch(given: Row[], run: Run): Promise<void> {
  if (given.length === 0) return;
  const { report, isDry } = run;
  const rows = await listUnknown([...new Map(given.map((row) => [row.values.id, row])).values()]);
  const ids = isDry ? new Set(rows.map(({ values }) => values.id)) : await storeAll(rows, run);
  for (const { values, email, isHeld } of rows.filter((row) => ids.has(row.values.id))) {
    report.imported[values.status] = (report.imported[values.status] ?? 0) + 1;
    if (isHeld) report.held++;
    if (email) report.addresses.kept++;
  }
  report.known += given.length - ids.size;
  run.tellProgress(report);
}

type ImportOptions = {
  /** Only counts what would be imported. */
  isDry?: boolean;
  /** Called after each batch. */
  tellProgress?: (report: Readonly<ImportReport>) => void;
};

/**
 * Imports comments of another site, or of an own export, into the articles with their threads, times and
 * states. A repeated run adds only new comments, as the id of a comment is made from its source. No mail or
 * webhook is sent, and comments that were erased here stay erased.
 */
export async function importComments(
  portions: AsyncIterable<WxrPortion>,
  { isDry = false, tellProgress = () => undefined }: ImportOptions = {},
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
  const run: Run = {
    report,
    settings: await getSettings(),
    takenNames: await listTakenNames(),
    now,
    isDry,
    tellProgress,
  };
  let batch: Row[] = [];
  let thread: Thread | undefined;
  let item: WxrItem | undefined;
  const take = async (part: WxrComment[], isLast: boolean) => {
    if (!thread) return;
    for (const row of placeComments(thread, part, isLast, run)) {
      batch.push(row);
      if (batch.length < BATCH) continue;
      await writeBatch(batch, run);
      batch = [];
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
