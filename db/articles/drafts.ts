import { isDeepStrictEqual } from 'node:util';
import { and, desc, eq, max, sql } from 'drizzle-orm';
import { cleanProse } from '#lib/arabic/clean-field.ts';
import { readSlug, slugify } from '#lib/arabic/slug.ts';
import { articleContentSchema, newContent, type ArticleContent } from '#lib/articles/content.ts';
import { docText } from '#lib/body/doc-text.ts';
import { mustBeAble, type Person } from '#lib/people/can.ts';
import { changedFields } from '#lib/articles/changes.ts';
import { contentColumns, contentMediaIds, readContent, writeLinks } from './content.ts';
import { writeAudit } from '#db/people/audit-log.ts';
import { tellAuthor } from './author-mails.ts';
import { db, type Runner, type Transaction } from '#db/engine/client.ts';
import { getLastErasedNumber } from './erase.ts';
import { newId } from '#db/engine/ids.ts';
import { setMediaUsages } from '#db/media/usages.ts';
import { recordRevision } from './record-revision.ts';
import { indexArticle } from './search-index.ts';
import { keepSnapshot } from './snapshots.ts';
import {
  articles,
  authors,
  drafts,
  revisions,
  sections,
  users,
  type Article,
  type Draft,
} from '#db/tables/tables.ts';
import { findTags } from '#db/paper/tags.ts';

const FIRST_NUMBER = 1001;

export async function nextNumber(tx: Transaction): Promise<number> {
  const [row] = await tx.select({ last: max(articles.number) }).from(articles);
  // Links to an erased article still exist. Its number must never lead to another article.
  return Math.max(row?.last ?? FIRST_NUMBER - 1, await getLastErasedNumber(tx)) + 1;
}

/** A working copy with its article; `by` is the person who changed it last. */
export type ArticleDraft = { article: Article; draft: Draft; by: { id: string; name: string } | null };

async function findDraft(runner: Runner, articleId: string): Promise<ArticleDraft | undefined> {
  const [row] = await runner
    .select({ article: articles, draft: drafts, by: { id: users.id, name: users.name } })
    .from(drafts)
    .innerJoin(articles, eq(drafts.articleId, articles.id))
    .leftJoin(users, eq(drafts.userId, users.id))
    .where(eq(drafts.articleId, articleId));
  return row;
}

/**
 * The working copy, read in a transaction. Creates it from the article's row if there is none yet; undefined
 * if there is no article.
 */
export async function openDraft(tx: Transaction, articleId: string): Promise<ArticleDraft | undefined> {
  const found = await findDraft(tx, articleId);
  if (found) return found;
  const [article] = await tx.select().from(articles).where(eq(articles.id, articleId));
  if (!article) return undefined;
  const content = await readContent(tx, article);
  await tx
    .insert(drafts)
    .values({
      articleId,
      content,
      version: 1,
      isAhead: article.status === 'draft',
      updatedAt: article.updatedAt,
    })
    .onConflictDoNothing();
  return findDraft(tx, articleId);
}

/** The working copy of an article. The caller checks access with `can(person, 'write', article)`. */
export async function getDraft(articleId: string): Promise<ArticleDraft | undefined> {
  return (await findDraft(db(), articleId)) ?? db().transaction((tx) => openDraft(tx, articleId));
}

/** The byline of a member of staff, if they have one. */
const bylineOf = async (tx: Transaction, person: Person) =>
  (await tx.select({ id: authors.id }).from(authors).where(eq(authors.userId, person.id)).limit(1)).map(
    ({ id }) => id,
  );

type Beginning = Pick<ArticleContent, 'locale' | 'kind' | 'sectionId' | 'headline'> & {
  /** Made from the form's submission key, if it has one: a form that is sent twice creates one article. */
  id?: string | undefined;
};

/** Creates an article: a draft that belongs to `person`. */
export async function beginArticle(
  beginning: Beginning,
  person: Person,
  now: Date,
): Promise<{ id: string; number: number }> {
  mustBeAble(person, 'write');
  return db().transaction(async (tx) => {
    const { id = newId() } = beginning;
    const [begun] = await tx
      .select({ id: articles.id, number: articles.number })
      .from(articles)
      .where(eq(articles.id, id));
    if (begun) return begun;
    const number = await nextNumber(tx);
    const { locale, kind, sectionId, headline } = beginning;
    const content = newContent({ locale, kind, sectionId, headline, authorIds: await bylineOf(tx, person) });
    await tx.insert(articles).values({
      ...contentColumns(content),
      id,
      number,
      slug: slugify(content.headline) || String(number),
      status: 'draft',
      ownerId: person.id,
      createdAt: now,
      updatedAt: now,
    });
    await tx
      .insert(drafts)
      .values({ articleId: id, content, version: 1, isAhead: true, userId: person.id, updatedAt: now });
    await writeLinks(tx, id, content, []);
    await indexArticle(tx, { number, headline: content.headline, text: '', tags: [] });
    await writeAudit(
      {
        userId: person.id,
        action: 'article.begun',
        subject: id,
        detail: { number, kind },
        after: { headline: content.headline },
      },
      now,
      tx,
    );
    return { id, number };
  });
}

/**
 * Copies a draft's content to the article's row, for the newsroom's lists and search. Readers do not see that
 * row, so the content version does not change and no page is rendered again.
 */
async function mirrorIntoRow(tx: Transaction, article: Article, content: ArticleContent, now: Date) {
  const [section] = await tx
    .select({ id: sections.id })
    .from(sections)
    .where(eq(sections.id, content.sectionId));
  const { locale, kind, label, headline, standfirst } = content;
  // An article that was published before keeps its address until it is published again.
  const address = article.publishedAt
    ? {}
    : {
        locale,
        kind,
        ...(section && { sectionId: section.id }),
        slug: readSlug(content.slug) || slugify(headline) || String(article.number),
      };
  await tx
    .update(articles)
    .set({ label, headline, standfirst, ...address, updatedAt: now })
    .where(eq(articles.id, article.id));
  await writeLinks(tx, article.id, content, await findTags(tx, content.tags));
  await indexArticle(tx, {
    number: article.number,
    headline,
    text: `${standfirst}\n${docText(content.body)}`,
    tags: content.tags,
  });
}

/** Writes a content into the working copy. The caller has checked that the version is current. */
export async function writeDraft(
  tx: Transaction,
  { article, draft }: ArticleDraft,
  changes: { content: ArticleContent; notes?: string },
  person: Person,
  now: Date,
) {
  const { content, notes = draft.notes } = changes;
  await keepSnapshot(tx, draft, content, person, now);
  const isAhead =
    article.status === 'draft' || changedFields(await readContent(tx, article), content).length > 0;
  const version = draft.version + 1;
  await tx
    .update(drafts)
    .set({ content, notes, version, isAhead, userId: person.id, updatedAt: now })
    .where(eq(drafts.articleId, article.id));
  await setMediaUsages(tx, 'draft', article.id, contentMediaIds(content));
  if (article.status === 'draft') await mirrorIntoRow(tx, article, content, now);
  return { version, isAhead, updatedAt: now };
}

export type Conflict = { fault: 'conflict'; draft: Draft; by: ArticleDraft['by'] };
type Saving = { articleId: string; content: ArticleContent; version: number; notes?: string };

/** Autosave: changes only the working copy, never a page. Rejected if it changed after `version` was read. */
export async function saveDraft(
  { articleId, content, version, notes }: Saving,
  person: Person,
  now: Date,
): Promise<{ version: number; isAhead: boolean; updatedAt: Date } | Conflict | { fault: 'gone' }> {
  const parsed = articleContentSchema.parse(content);
  return db().transaction(async (tx) => {
    const found = await openDraft(tx, articleId);
    if (!found || found.article.status === 'trash') return { fault: 'gone' as const };
    mustBeAble(person, 'write', found.article);
    if (found.draft.version !== version)
      return { fault: 'conflict' as const, draft: found.draft, by: found.by };
    // The content is unchanged (a key pressed and undone): keep the version, so that no other save conflicts.
    if (isDeepStrictEqual(found.draft.content, parsed) && (notes ?? found.draft.notes) === found.draft.notes)
      return { version, isAhead: found.draft.isAhead, updatedAt: found.draft.updatedAt };
    return writeDraft(tx, found, { content: parsed, ...(notes !== undefined && { notes }) }, person, now);
  });
}

/** Marks an article as ready for the desk. An editor then publishes it or returns it. */
export async function sendToDesk(
  articleId: string,
  person: Person,
  now: Date,
): Promise<{ sentAt: Date } | { fault: 'gone' }> {
  return db().transaction(async (tx) => {
    const found = await openDraft(tx, articleId);
    if (!found || found.article.status === 'trash') return { fault: 'gone' as const };
    mustBeAble(person, 'write', found.article);
    await tx
      .update(drafts)
      .set({ sentAt: now, ...NOT_RETURNED })
      .where(eq(drafts.articleId, articleId));
    const [last] = await tx
      .select({ act: revisions.act, content: revisions.content })
      .from(revisions)
      .where(eq(revisions.articleId, articleId))
      .orderBy(desc(revisions.number))
      .limit(1);
    if (last?.act !== 'send' || changedFields(last.content, found.draft.content).length > 0) {
      await recordRevision(
        tx,
        { articleId, act: 'send', content: found.draft.content, userId: person.id },
        now,
      );
    }
    await writeAudit(
      {
        userId: person.id,
        action: 'article.sent',
        subject: articleId,
        detail: { number: found.article.number, version: found.draft.version },
      },
      now,
      tx,
    );
    return { sentAt: now };
  });
}

/** The columns of a working copy that is not returned to its author. */
export const NOT_RETURNED = { returnReason: '', returnedAt: null, returnedBy: null } as const;

/** Returns an article to its author, who gets a mail with the reason. */
export async function returnToAuthor(
  { articleId, reason }: { articleId: string; reason: string },
  person: Person,
  now: Date,
): Promise<{ fault?: 'gone' | 'text' }> {
  mustBeAble(person, 'editAny');
  const returnReason = cleanProse(reason);
  if (returnReason === '') return { fault: 'text' };
  return db().transaction(async (tx) => {
    const change = { sentAt: null, returnReason, returnedAt: now, returnedBy: person.id };
    const [draft] = await tx
      .update(drafts)
      .set(change)
      .where(and(eq(drafts.articleId, articleId), sql`${drafts.sentAt} is not null`))
      .returning();
    if (!draft) return { fault: 'gone' as const };
    const [row] = await tx
      .select({ number: articles.number, ownerId: articles.ownerId })
      .from(articles)
      .where(eq(articles.id, articleId));
    const { number, ownerId } = row!;
    await tellAuthor(tx, { id: articleId, ownerId }, 'returned', person, now);
    await writeAudit(
      {
        userId: person.id,
        action: 'article.returned',
        subject: articleId,
        detail: { number },
        before: null,
        after: { text: returnReason },
      },
      now,
      tx,
    );
    return {};
  });
}
