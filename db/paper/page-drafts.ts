import { and, desc, eq, lt, max } from 'drizzle-orm';
import { docMediaIds } from '#lib/body/doc-text.ts';
import { EMPTY_DOC, type Doc } from '#lib/body/doc.ts';
import { mustBeAble, type Person } from '#lib/people/can.ts';
import { isSameJson } from '#lib/articles/draft-sync.ts';
import type { Locale } from '#lib/locales.ts';
import { writeAudit } from '#db/people/audit-log.ts';
import { db, type Runner, type Transaction } from '#db/engine/client.ts';
import { newId } from '#db/engine/ids.ts';
import { setMediaUsages } from '#db/media/usages.ts';
import { pageDrafts, pageRevisions, pages, users, type PageDraft } from '#db/tables/tables.ts';

export type PageKey = { slug: string; locale: Locale };
export type PageText = { title: string; body: Doc };

/** A version of what one person writes alone, at most so often. */
const SNAPSHOT_MS = 10 * 60_000;
/** Versions that nobody asked for are kept so long. */
const SNAPSHOT_DAYS = 30;
export const PAGE_REVISIONS = 100;

const draftAt = ({ slug, locale }: PageKey) => and(eq(pageDrafts.slug, slug), eq(pageDrafts.locale, locale));
const pageAt = ({ slug, locale }: PageKey) => and(eq(pages.slug, slug), eq(pages.locale, locale));
const revisionsOf = ({ slug, locale }: PageKey) =>
  and(eq(pageRevisions.slug, slug), eq(pageRevisions.locale, locale));
const subjectOf = ({ slug, locale }: PageKey) => `${locale}/${slug}`;

/**
 * A page as the desk has it: what readers see, if they see it, and the working copy, which is what they see
 * until somebody writes.
 */
export type PageDesk = PageText &
  PageKey & {
    /** Of the working copy; 0 before anybody wrote in it. */
    version: number;
    isPublished: boolean;
    isAhead: boolean;
    previewNonce: string;
    updatedAt: Date;
  };

export async function getPageDesk(key: PageKey, runner: Runner = db()): Promise<PageDesk | undefined> {
  const [page] = await runner.select().from(pages).where(pageAt(key));
  const [draft] = await runner.select().from(pageDrafts).where(draftAt(key));
  const { title, body } = draft ?? page ?? {};
  if (title === undefined || !body) return undefined;
  const isAhead = draft !== undefined && !(page && page.title === title && isSameJson(page.body, body));
  return {
    slug: key.slug,
    locale: key.locale,
    title,
    body,
    version: draft?.version ?? 0,
    isPublished: page !== undefined,
    isAhead,
    previewNonce: draft?.previewNonce ?? '',
    updatedAt: draft?.updatedAt ?? page!.revisedAt,
  };
}

/** The working copies that say something else than readers see. */
export async function listPageDrafts(): Promise<
  (PageKey & { title: string; isPublished: boolean; updatedAt: Date })[]
> {
  const rows = await db()
    .select({ draft: pageDrafts, page: pages })
    .from(pageDrafts)
    .leftJoin(pages, and(eq(pages.slug, pageDrafts.slug), eq(pages.locale, pageDrafts.locale)));
  return rows
    .filter(({ draft, page }) => !page || page.title !== draft.title || !isSameJson(page.body, draft.body))
    .map(({ draft: { slug, locale, title, updatedAt }, page }) => ({
      slug,
      locale,
      title,
      updatedAt,
      isPublished: page !== null,
    }));
}

/** Everything that a page uses cannot be deleted, also by an old version that may come back. */
async function tellUsages(tx: Transaction, key: PageKey) {
  const texts: { body: Doc }[] = [
    ...(await tx.select({ body: pages.body }).from(pages).where(pageAt(key))),
    ...(await tx.select({ body: pageDrafts.body }).from(pageDrafts).where(draftAt(key))),
    ...(await tx.select({ body: pageRevisions.body }).from(pageRevisions).where(revisionsOf(key))),
  ];
  await setMediaUsages(tx, 'page', subjectOf(key), [
    ...new Set(texts.flatMap(({ body }) => docMediaIds(body))),
  ]);
}

type Act = 'auto' | 'kept' | 'published';

/** Keeps a text as a version, unless the last one says the same. */
async function keepRevision(
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

/** Before a text is written over: a colleague's always, one's own now and then, and when much of it goes. */
async function snapshot(
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

/** A page that nobody sees yet. */
export async function startPage(
  key: PageKey,
  title: string,
  actor: Person,
  now = new Date(),
): Promise<{ fault?: 'known' }> {
  mustBeAble(actor, 'curate');
  return db().transaction(async (tx) => {
    if (await getPageDesk(key, tx)) return { fault: 'known' };
    await tx.insert(pageDrafts).values({
      slug: key.slug,
      locale: key.locale,
      title,
      body: EMPTY_DOC,
      version: 1,
      previewNonce: newId(),
      userId: actor.id,
      updatedAt: now,
    });
    return {};
  });
}

export type Written = { version: number } | { fault: 'gone' } | { fault: 'conflict'; desk: PageDesk };

async function write(
  tx: Transaction,
  key: PageKey,
  { title, body }: PageText,
  version: number,
  actor: Person,
  now: Date,
): Promise<Written> {
  const desk = await getPageDesk(key, tx);
  if (!desk) return { fault: 'gone' };
  // The same words twice: an answer that was lost, or two presses.
  const isSame = desk.title === title && isSameJson(desk.body, body);
  if (desk.version !== version && !isSame) return { fault: 'conflict', desk };
  if (desk.version > 0 && isSame) return { version: desk.version };
  const [before] = await tx.select().from(pageDrafts).where(draftAt(key));
  // One that was never written in (version 0) says what readers see.
  if (before && before.version > 0) await snapshot(tx, key, before, { title, body }, actor, now);
  else await keepRevision(tx, key, desk, 'published', null, desk.updatedAt);
  const values = { title, body, version: version + 1, userId: actor.id, updatedAt: now };
  await tx
    .insert(pageDrafts)
    .values({ slug: key.slug, locale: key.locale, ...values })
    .onConflictDoUpdate({ target: [pageDrafts.slug, pageDrafts.locale], set: values });
  await tellUsages(tx, key);
  return { version: version + 1 };
}

/** Saves the working copy; readers see nothing of it. With `keep` as a version as well. */
export async function savePageDraft(
  key: PageKey,
  text: PageText,
  { version, keep = false }: { version: number; keep?: boolean },
  actor: Person,
  now = new Date(),
): Promise<Written> {
  mustBeAble(actor, 'curate');
  return db().transaction(async (tx) => {
    const written = await write(tx, key, text, version, actor, now);
    if ('version' in written && keep) await keepRevision(tx, key, text, 'kept', actor.id, now);
    return written;
  });
}

/** Saves the working copy and shows it to readers. */
export async function publishPage(
  key: PageKey,
  text: PageText,
  version: number,
  actor: Person,
  now = new Date(),
): Promise<Written> {
  mustBeAble(actor, 'curate');
  return db().transaction(async (tx) => {
    const written = await write(tx, key, text, version, actor, now);
    if (!('version' in written)) return written;
    const { title, body } = text;
    const [before] = await tx.select().from(pages).where(pageAt(key));
    await tx
      .insert(pages)
      .values({ slug: key.slug, locale: key.locale, title, body, revisedAt: now })
      .onConflictDoUpdate({ target: [pages.slug, pages.locale], set: { title, body, revisedAt: now } });
    await keepRevision(tx, key, text, 'published', actor.id, now);
    await tellUsages(tx, key);
    const action = before ? ('page.changed' as const) : ('page.added' as const);
    await writeAudit(
      {
        userId: actor.id,
        action,
        subject: subjectOf(key),
        before: before ? { title: before.title, body: before.body } : null,
        after: { title, body },
      },
      now,
      tx,
    );
    return written;
  });
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

/**
 * Puts an old version into the working copy, whose own words are kept as a version first. Readers see it once
 * it is published.
 */
export async function restorePageRevision(
  key: PageKey,
  number: number,
  actor: Person,
  now = new Date(),
): Promise<{ fault?: 'gone' }> {
  mustBeAble(actor, 'curate');
  return db().transaction(async (tx) => {
    const [desk, [old]] = [
      await getPageDesk(key, tx),
      await tx
        .select()
        .from(pageRevisions)
        .where(and(revisionsOf(key), eq(pageRevisions.number, number))),
    ];
    if (!desk || !old) return { fault: 'gone' as const };
    await keepRevision(tx, key, desk, 'kept', actor.id, now);
    await write(tx, key, old, desk.version, actor, now);
    return {};
  });
}

/** What goes with a page that is removed. */
export async function removePageParts(tx: Transaction, key: PageKey) {
  await tx.delete(pageDrafts).where(draftAt(key));
  await tx.delete(pageRevisions).where(revisionsOf(key));
  await setMediaUsages(tx, 'page', subjectOf(key), []);
}
