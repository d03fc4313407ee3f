import { and, eq } from 'drizzle-orm';
import { docMediaIds } from '#lib/body/doc-text.ts';
import { EMPTY_DOC, type Doc } from '#lib/body/doc.ts';
import { mustBeAble, type Person } from '#lib/people/can.ts';
import { isSameJson } from '#lib/articles/draft-sync.ts';
import { writeAudit } from '#db/people/audit-log.ts';
import { db, type Runner, type Transaction } from '#db/engine/client.ts';
import { newId } from '#db/engine/ids.ts';
import { setMediaUsages } from '#db/media/usages.ts';
import { pageDrafts, pageRevisions, pages } from '#db/tables/tables.ts';
import { type PageKey, type PageText, subjectOf } from './page-key.ts';
import { keepRevision, revisionsOf, snapshot } from './page-revisions.ts';

const draftAt = ({ slug, locale }: PageKey) => and(eq(pageDrafts.slug, slug), eq(pageDrafts.locale, locale));
const pageAt = ({ slug, locale }: PageKey) => and(eq(pages.slug, slug), eq(pages.locale, locale));

/**
 * A page as the desk sees it: the working copy, and whether readers see a page. Without a working copy it
 * holds the text that readers see.
 */
export type PageDesk = PageText &
  PageKey & {
    /** Version of the working copy; 0 before the first edit. */
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

/** The working copies that differ from what readers see. */
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

/** Records all media of a page, so that none can be deleted. Old versions count, as they may be restored. */
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

/** Starts a page that readers do not see yet. */
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
  // The same text sent twice: its response was lost, or the button was pressed twice.
  const isSame = desk.title === title && isSameJson(desk.body, body);
  if (desk.version !== version && !isSame) return { fault: 'conflict', desk };
  if (desk.version > 0 && isSame) return { version: desk.version };
  const [before] = await tx.select().from(pageDrafts).where(draftAt(key));
  // A working copy of version 0 was never edited: it equals the page that readers see.
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

/** Saves the working copy; readers see no change. With `keep` it also keeps a version. */
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

/**
 * Puts an old version into the working copy and keeps the replaced text as a version. Readers see it after
 * the next publication.
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

/** Removes the working copy, versions and media usages of a removed page. */
export async function removePageParts(tx: Transaction, key: PageKey) {
  await tx.delete(pageDrafts).where(draftAt(key));
  await tx.delete(pageRevisions).where(revisionsOf(key));
  await setMediaUsages(tx, 'page', subjectOf(key), []);
}
