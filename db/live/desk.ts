import { isDeepStrictEqual } from 'node:util';
import { and, eq, inArray, isNull, max } from 'drizzle-orm';
import { mustBeAble, type Person } from '#lib/people/can.ts';
import { docMediaIds } from '#lib/body/doc-text.ts';
import { saysNothing } from '#lib/body/read-field.ts';
import { liveEntrySchema, type LiveEntryInput } from '#lib/articles/live-entry.ts';
import { findPictureFaults, type PictureFault } from '#lib/articles/publish-checks.ts';
import { writeAudit } from '#db/people/audit-log.ts';
import { db, type Transaction } from '#db/engine/client.ts';
import { newId } from '#db/engine/ids.ts';
import { setMediaUsages } from '#db/media/usages.ts';
import { articles, liveEntries, media, type LiveEntry } from '#db/tables/tables.ts';

/** Clocks differ a little. An entry with a time further in the future is rejected. */
const AHEAD_MS = 60_000;

export type EntryFault = {
  fault: 'gone' | 'future' | 'empty' | 'conflict' | PictureFault;
  /** Which picture has the fault, if there are several. */
  picture?: number;
};

/** The entry in an audit row. `listEntryTexts` reads overwritten texts from these rows. */
const told = ({
  headline,
  body,
  at,
  isKey,
  isPinned,
}: Pick<LiveEntry, 'headline' | 'body' | 'at' | 'isKey' | 'isPinned'>) => ({
  headline,
  body,
  at: at.toISOString(),
  isKey,
  isPinned,
});

/** The coverage to write in. Readers see entries at once, so the person needs the right to publish. */
async function findCoverage(tx: Transaction, articleId: string, person: Person) {
  const [article] = await tx
    .select()
    .from(articles)
    .where(and(eq(articles.id, articleId), eq(articles.kind, 'live')));
  if (!article || article.status === 'trash') return undefined;
  mustBeAble(person, 'publish');
  mustBeAble(person, 'write', article);
  return article;
}

/**
 * Sets the time of the last change, which readers see. `version` does not change, so that people who edit the
 * article's text get no conflict.
 */
const touch = (tx: Transaction, articleId: string, now: Date) =>
  tx.update(articles).set({ revisedAt: now, updatedAt: now }).where(eq(articles.id, articleId));

/**
 * The time of a change to an entry: later than all earlier changes, even if the clock is behind. So an open
 * page that polls with the last time it knows misses no change. Call it after `touch`: the update of the
 * article's row lets only one change run at a time.
 */
async function nextMoment(tx: Transaction, articleId: string, now: Date): Promise<Date> {
  const [last] = await tx
    .select({ at: max(liveEntries.updatedAt) })
    .from(liveEntries)
    .where(eq(liveEntries.articleId, articleId));
  return new Date(Math.max(now.getTime(), (last?.at?.getTime() ?? 0) + 1));
}

type Words = { at: Date; headline: string; body: LiveEntry['body'] };

function findFault({ at, headline, body }: Words, now: Date): EntryFault | undefined {
  if (at.getTime() > now.getTime() + AHEAD_MS) return { fault: 'future' };
  return headline || !saysNothing(body) ? undefined : { fault: 'empty' };
}

/** Readers see an entry at once, so its pictures get the same checks as an article's before publication. */
async function findPictureFault(tx: Transaction, body: LiveEntry['body']): Promise<EntryFault | undefined> {
  const ids = docMediaIds(body);
  if (ids.length === 0) return undefined;
  const rows = await tx
    .select({ id: media.id, alt: media.alt, credit: media.credit })
    .from(media)
    .where(and(inArray(media.id, ids), eq(media.type, 'image')));
  const [fault] = findPictureFaults(body, new Map(rows.map((row) => [row.id, row])));
  return fault;
}

/** Adds an entry to a live coverage. Every open page of the coverage gets it. */
export async function addLiveEntry(
  {
    articleId,
    id = newId(),
    ...input
  }: LiveEntryInput & { articleId: string; /** From the submission key. */ id?: string | undefined },
  person: Person,
  now = new Date(),
): Promise<{ id: string } | EntryFault> {
  const entry = liveEntrySchema.parse(input);
  const fault = findFault(entry, now);
  if (fault) return fault;
  return db().transaction(async (tx): Promise<{ id: string } | EntryFault> => {
    if (!(await findCoverage(tx, articleId, person))) return { fault: 'gone' };
    // The form was sent again after its response was lost. A colleague may have removed the entry since.
    const [sent] = await tx
      .select({ articleId: liveEntries.articleId })
      .from(liveEntries)
      .where(eq(liveEntries.id, id));
    if (sent) return sent.articleId === articleId ? { id } : { fault: 'gone' };
    const pictureFault = await findPictureFault(tx, entry.body);
    if (pictureFault) return pictureFault;
    await touch(tx, articleId, now);
    const moment = await nextMoment(tx, articleId, now);
    await tx
      .insert(liveEntries)
      .values({ id, articleId, ...entry, userId: person.id, createdAt: moment, updatedAt: moment });
    await setMediaUsages(tx, 'live_entry', id, docMediaIds(entry.body));
    await writeAudit(
      {
        userId: person.id,
        action: 'live.added',
        subject: articleId,
        detail: { entryId: id },
        before: null,
        after: told(entry),
      },
      now,
      tx,
    );
    return { id };
  });
}

type Change = LiveEntryInput & {
  articleId: string;
  entryId: string;
  /** When the entry was last changed, as the editor saw it. */
  seenAt: Date;
};

/** Changes an entry's text, time or marks. */
export async function changeLiveEntry(
  { articleId, entryId, seenAt, ...input }: Change,
  person: Person,
  now = new Date(),
): Promise<{ id: string } | EntryFault> {
  const entry = liveEntrySchema.parse(input);
  const fault = findFault(entry, now);
  if (fault) return fault;
  return db().transaction(async (tx): Promise<{ id: string } | EntryFault> => {
    if (!(await findCoverage(tx, articleId, person))) return { fault: 'gone' };
    const before = await findEntry(tx, articleId, entryId);
    if (!before) return { fault: 'gone' };
    if (before.updatedAt.getTime() !== seenAt.getTime()) return { fault: 'conflict' };
    const pictureFault = await findPictureFault(tx, entry.body);
    if (pictureFault) return pictureFault;
    const saysElse =
      entry.headline !== before.headline || !isDeepStrictEqual(entry.body.content, before.body.content);
    await touch(tx, articleId, now);
    await tx
      .update(liveEntries)
      .set({ ...entry, updatedAt: await nextMoment(tx, articleId, now), ...(saysElse && { editedAt: now }) })
      .where(eq(liveEntries.id, entryId));
    await setMediaUsages(tx, 'live_entry', entryId, docMediaIds(entry.body));
    await writeAudit(
      {
        userId: person.id,
        action: 'live.changed',
        subject: articleId,
        detail: { entryId },
        before: told(before),
        after: told(entry),
      },
      now,
      tx,
    );
    return { id: entryId };
  });
}

async function findEntry(
  tx: Transaction,
  articleId: string,
  entryId: string,
): Promise<LiveEntry | undefined> {
  const [entry] = await tx
    .select()
    .from(liveEntries)
    .where(
      and(eq(liveEntries.articleId, articleId), eq(liveEntries.id, entryId), isNull(liveEntries.removedAt)),
    );
  return entry;
}

type EntryMark = { articleId: string; entryId: string };

async function mark(
  { articleId, entryId }: EntryMark,
  change: Partial<LiveEntry>,
  action: string,
  person: Person,
  now: Date,
): Promise<{ id: string } | EntryFault> {
  return db().transaction(async (tx): Promise<{ id: string } | EntryFault> => {
    if (!(await findCoverage(tx, articleId, person))) return { fault: 'gone' };
    const before = await findEntry(tx, articleId, entryId);
    if (!before) return { fault: 'gone' };
    await touch(tx, articleId, now);
    await tx
      .update(liveEntries)
      .set({ ...change, updatedAt: await nextMoment(tx, articleId, now) })
      .where(eq(liveEntries.id, entryId));
    if (change.removedAt) await setMediaUsages(tx, 'live_entry', entryId, []);
    const after = change.removedAt ? null : told({ ...before, ...change });
    await writeAudit(
      { userId: person.id, action, subject: articleId, detail: { entryId }, before: told(before), after },
      now,
      tx,
    );
    return { id: entryId };
  });
}

/** Hides an entry from readers. The row stays for the record. */
export const removeLiveEntry = (entry: EntryMark, person: Person, now = new Date()) =>
  mark(entry, { removedAt: now }, 'live.removed', person, now);

/** Pins an entry above all others on the newest page. */
export const pinLiveEntry = (entry: EntryMark, person: Person, now = new Date()) =>
  mark(entry, { isPinned: true }, 'live.pinned', person, now);
export const unpinLiveEntry = (entry: EntryMark, person: Person, now = new Date()) =>
  mark(entry, { isPinned: false }, 'live.unpinned', person, now);

async function setEnd(
  articleId: string,
  liveEndedAt: Date | null,
  action: string,
  person: Person,
  now: Date,
): Promise<{ id: string } | EntryFault> {
  return db().transaction(async (tx): Promise<{ id: string } | EntryFault> => {
    const article = await findCoverage(tx, articleId, person);
    if (!article || (article.liveEndedAt === null) === (liveEndedAt === null)) return { fault: 'gone' };
    await tx
      .update(articles)
      .set({ liveEndedAt, revisedAt: now, updatedAt: now })
      .where(eq(articles.id, articleId));
    const told = (at: Date | null) => ({ liveEndedAt: at?.toISOString() ?? null });
    await writeAudit(
      {
        userId: person.id,
        action,
        subject: articleId,
        before: told(article.liveEndedAt),
        after: told(liveEndedAt),
      },
      now,
      tx,
    );
    return { id: articleId };
  });
}

/** Ends a coverage: open pages stop polling, and the article shows it. Entries can still be corrected. */
export const endCoverage = (articleId: string, person: Person, now = new Date()) =>
  setEnd(articleId, now, 'live.ended', person, now);
export const reopenCoverage = (articleId: string, person: Person, now = new Date()) =>
  setEnd(articleId, null, 'live.reopened', person, now);
