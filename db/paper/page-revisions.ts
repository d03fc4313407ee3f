import { and, desc, eq, lt, max } from 'drizzle-orm';
import type { Person } from '#lib/people/can.ts';
import { isSameJson } from '#lib/articles/draft-sync.ts';
import { db, type Transaction } from '#db/engine/client.ts';
import { newId } from '#db/engine/ids.ts';
import { pageRevisions, users, type PageDraft } from '#db/tables/tables.ts';
import type { PageKey, PageText } from './page-key.ts';

/** While one person writes alone, at most one automatic version is kept in this time. */
const SNAPSHOT_MS = 10 * 60_000;

/** How long automatic versions are kept. */
const SNAPSHOT_DAYS = 30;

export const PAGE_REVISIONS = 100;

export const revisionsOf = ({ slug, locale }: PageKey) =>
  and(eq(pageRevisions.slug, slug), eq(pageRevisions.locale, locale));

type Act = 'auto' | 'kept' | 'published';

/** Keeps a text as a version, unless the last version is the same. */
export async function keepRevision(
  tx: Transaction,
  key: PageKey,
  text: PageText,
  act: Act,
  userId: string | null,
  now: Date,
) {
  const [last] = await tx
    .select()
    .from(pageRevisions)
    .where(revisionsOf(key))
    .orderBy(desc(pageRevisions.number))
    .limit(1);
  if (last && last.title === text.title && isSameJson(last.body, text.body)) {
    if (act !== 'auto' && last.act !== 'published')
      await tx
        .update(pageRevisions)
        .set({ act, createdAt: now, userId })
        .where(eq(pageRevisions.id, last.id));
    return;
  }
  const [top] = await tx
    .select({ number: max(pageRevisions.number) })
    .from(pageRevisions)
    .where(revisionsOf(key));
  await tx.insert(pageRevisions).values({
    id: newId(),
    slug: key.slug,
    locale: key.locale,
    number: (top?.number ?? 0) + 1,
    act,
    title: text.title,
    body: text.body,
    userId,
    createdAt: now,
  });
  await tx
    .delete(pageRevisions)
    .where(
      and(
        revisionsOf(key),
        eq(pageRevisions.act, 'auto'),
        lt(pageRevisions.createdAt, new Date(now.getTime() - SNAPSHOT_DAYS * 86_400_000)),
      ),
    );
}

/**
 * Keeps the old text before it is overwritten: a colleague's always, one's own after `SNAPSHOT_MS` or when
 * its length is halved.
 */
export async function snapshot(
  tx: Transaction,
  key: PageKey,
  before: PageDraft,
  after: PageText,
  actor: Person,
  now: Date,
) {
  const [last] = await tx
    .select({ at: pageRevisions.createdAt })
    .from(pageRevisions)
    .where(revisionsOf(key))
    .orderBy(desc(pageRevisions.number))
    .limit(1);
  const isOld = !last || now.getTime() - last.at.getTime() >= SNAPSHOT_MS;
  const isCut = JSON.stringify(after.body).length < JSON.stringify(before.body).length / 2;
  if (before.userId !== actor.id || isOld || isCut)
    await keepRevision(tx, key, before, 'auto', before.userId, before.updatedAt);
}

export const listPageRevisions = (key: PageKey) =>
  db()
    .select({
      id: pageRevisions.id,
      number: pageRevisions.number,
      act: pageRevisions.act,
      title: pageRevisions.title,
      createdAt: pageRevisions.createdAt,
      by: users.name,
    })
    .from(pageRevisions)
    .leftJoin(users, eq(pageRevisions.userId, users.id))
    .where(revisionsOf(key))
    .orderBy(desc(pageRevisions.number))
    .limit(PAGE_REVISIONS);

export async function getPageRevision(key: PageKey, number: number) {
  const [row] = await db()
    .select()
    .from(pageRevisions)
    .where(and(revisionsOf(key), eq(pageRevisions.number, number)));
  return row;
}
