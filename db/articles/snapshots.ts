import { and, desc, eq, inArray, lt, lte, or, sql } from 'drizzle-orm';
import type { ArticleContent } from '#lib/articles/content.ts';
import type { Person } from '#lib/people/can.ts';
import { changedFields } from '#lib/articles/changes.ts';
import { lostWords } from '#lib/text/lost-words.ts';
import { db, type Transaction } from '#db/engine/client.ts';
import { recordRevision } from './record-revision.ts';
import { articles, mediaUsages, revisions, type Draft } from '#db/tables/tables.ts';

/*
 * Autosave overwrites the one working copy. A snapshot is an automatic revision. It keeps the text from
 * before a save that begins an editing session, comes ten minutes after the last revision, or deletes much.
 * See docs/decisions/016.
 */
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** After a pause of this length a new editing session begins. Another editor always begins a new one. */
const SESSION = 30 * MINUTE;
const EVERY = 10 * MINUTE;
/**
 * What counts as a large deletion in one save: a number of words, or a part of the text. A paragraph counts
 * only once a minute.
 */
const LARGE = { words: 200, part: 0.3, paragraph: 20, paragraphEvery: MINUTE };
/** The maximum number of snapshots per article; older ones are deleted at any age. */
const MOST = 150;

/** A literal in the SQL: SQLite does not use a partial index for a parameter. */
const isSnapshot = sql`${revisions.act} = 'auto'`;

function isLarge({ lost, of }: ReturnType<typeof lostWords>, sinceLast: number): boolean {
  if (lost === 0) return false;
  return (
    lost >= LARGE.words ||
    lost >= of * LARGE.part ||
    (lost >= LARGE.paragraph && sinceLast >= LARGE.paragraphEvery)
  );
}

async function forget(tx: Transaction, ids: string[]) {
  if (ids.length === 0) return;
  await tx
    .delete(mediaUsages)
    .where(and(eq(mediaUsages.usedIn, 'revision'), inArray(mediaUsages.subjectId, ids)));
  await tx.delete(revisions).where(inArray(revisions.id, ids));
}

/** Runs before a save. Keeps the overwritten text if it is worth keeping and the newest revision differs. */
export async function keepSnapshot(
  tx: Transaction,
  { articleId, content, userId, updatedAt }: Draft,
  next: ArticleContent,
  person: Person,
  now: Date,
): Promise<void> {
  const loss = lostWords(content, next);
  if (loss.of === 0) return;
  const [last] = await tx
    .select({ id: revisions.id, at: revisions.createdAt })
    .from(revisions)
    .where(eq(revisions.articleId, articleId))
    .orderBy(desc(revisions.number))
    .limit(1);
  const [article] = last
    ? []
    : await tx.select({ at: articles.createdAt }).from(articles).where(eq(articles.id, articleId));
  const since = now.getTime() - (last ?? article ?? { at: updatedAt }).at.getTime();
  const begins = userId !== person.id || now.getTime() - updatedAt.getTime() >= SESSION;
  if (!begins && since < EVERY && !isLarge(loss, since)) return;
  const [kept] = last
    ? await tx.select({ content: revisions.content }).from(revisions).where(eq(revisions.id, last.id))
    : [];
  if (kept && changedFields(kept.content, content).length === 0) return;
  await recordRevision(tx, { articleId, act: 'auto', content, userId }, now);
  const old = await tx
    .select({ id: revisions.id })
    .from(revisions)
    .where(and(eq(revisions.articleId, articleId), isSnapshot))
    .orderBy(desc(revisions.number))
    .limit(MOST)
    .offset(MOST);
  await forget(
    tx,
    old.map(({ id }) => id),
  );
}

/** All stay for the first day, then one an hour for the first week, then one a day; none after 30 days. */
const BANDS = [
  { after: DAY, one: HOUR },
  { after: 7 * DAY, one: DAY },
];
const KEPT = 30 * DAY;
const STEP = 500;

/** The period of a snapshot, of which one per period stays; undefined while all stay. */
function placeOf(createdAt: Date, now: Date): string | undefined {
  const age = now.getTime() - createdAt.getTime();
  const band = BANDS.findLast(({ after }) => age >= after);
  return band && `${band.one}:${Math.floor(createdAt.getTime() / band.one)}`;
}

/**
 * Deletes snapshots that are too old or too close together. Works in small steps, so that other writes do not
 * wait long. Returns how many it deleted.
 */
export async function thinSnapshots(now: Date): Promise<number> {
  let gone = 0;
  const expired = new Date(now.getTime() - KEPT);
  const places = new Set<string>();
  const columns = { id: revisions.id, articleId: revisions.articleId, createdAt: revisions.createdAt };
  // Newest first: the newest snapshot of a period stays.
  let before: { createdAt: Date; id: string } = { createdAt: new Date(now.getTime() - DAY), id: '' };
  for (;;) {
    const rows = await db()
      .select(columns)
      .from(revisions)
      .where(
        and(
          isSnapshot,
          // The index starts at the first of these two conditions.
          lte(revisions.createdAt, before.createdAt),
          or(lt(revisions.createdAt, before.createdAt), lt(revisions.id, before.id)),
        ),
      )
      .orderBy(desc(revisions.createdAt), desc(revisions.id))
      .limit(STEP);
    const old = rows.filter(({ articleId, createdAt }) => {
      if (createdAt < expired) return true;
      const place = `${articleId} ${placeOf(createdAt, now)}`;
      if (places.has(place)) return true;
      places.add(place);
      return false;
    });
    if (old.length > 0)
      await db().transaction((tx) =>
        forget(
          tx,
          old.map(({ id }) => id),
        ),
      );
    gone += old.length;
    const last = rows.at(-1);
    if (!last || rows.length < STEP) return gone;
    before = last;
  }
}
