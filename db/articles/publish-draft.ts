import { and, eq, inArray, isNull } from 'drizzle-orm';
import { readSlug, slugify } from '#lib/arabic/slug.ts';
import { articleContentSchema, type ArticleContent } from '#lib/articles/content.ts';
import { articlePath } from '#lib/articles/path.ts';
import { docArticleNumbers } from '#lib/body/doc-text.ts';
import { mustBeAble, type Person } from '#lib/people/can.ts';
import { changedFields } from '#lib/articles/changes.ts';
import { env } from '#lib/env.ts';
import { findPublishFaults, stopsPublishing, type PublishFault } from '#lib/articles/publish-checks.ts';
import { isVisible } from './cards.ts';
import {
  contentColumns,
  contentDifference,
  contentMediaIds,
  readContent,
  writeArticleParts,
} from './content.ts';
import { writeAudit } from '#db/people/audit-log.ts';
import { tellAuthor } from './author-mails.ts';
import { db, type Runner, type Transaction } from '#db/engine/client.ts';
import { NOT_RETURNED, openDraft, type ArticleDraft, type Conflict } from './drafts.ts';
import { newId } from '#db/engine/ids.ts';
import { writeRedirect } from '#db/paper/redirects.ts';
import { recordRevision } from './record-revision.ts';
import {
  articles,
  authors,
  drafts,
  liveEntries,
  media,
  scheduledRevisions,
  sections,
  type Article,
  type Draft,
} from '#db/tables/tables.ts';

/** The errors and warnings of the checks if a working copy were published now. */
export async function listPublishFaults(
  { articleId, content }: Pick<Draft, 'articleId' | 'content'>,
  now: Date,
  runner: Runner = db(),
): Promise<PublishFault[]> {
  const mediaIds = contentMediaIds(content).filter((id) => id !== null);
  const numbers = docArticleNumbers(content.body);
  const pictures =
    mediaIds.length > 0
      ? await runner
          .select({ id: media.id, alt: media.alt, credit: media.credit })
          .from(media)
          .where(inArray(media.id, mediaIds))
      : [];
  const visible =
    numbers.length > 0
      ? await runner
          .select({ number: articles.number })
          .from(articles)
          .where(and(inArray(articles.number, numbers), isVisible(now)))
      : [];
  const sectionRows = await runner.select({ id: sections.id }).from(sections);
  const bylines =
    content.authorIds.length > 0
      ? await runner.select({ id: authors.id }).from(authors).where(inArray(authors.id, content.authorIds))
      : [];
  const entries = await runner
    .select({ id: liveEntries.id })
    .from(liveEntries)
    .where(and(eq(liveEntries.articleId, articleId), isNull(liveEntries.removedAt)))
    .limit(1);
  return findPublishFaults(content, {
    sectionIds: new Set(sectionRows.map(({ id }) => id)),
    authorIds: new Set(bylines.map(({ id }) => id)),
    hasEntries: entries.length > 0,
    media: new Map(pictures.map((picture) => [picture.id, picture])),
    visibleNumbers: new Set(visible.map(({ number }) => number)),
    siteUrl: env.siteUrl,
    now,
  });
}

export const isOut = ({ status, publishedAt }: Pick<Article, 'status' | 'publishedAt'>, now: Date): boolean =>
  status === 'published' && publishedAt !== null && publishedAt <= now;

/**
 * The slug of a content: the chosen one, else the article's if it has been published, else the headline's.
 */
function slugFor(content: ArticleContent, article: Article): string {
  const chosen = readSlug(content.slug);
  if (chosen) return chosen;
  return article.publishedAt ? article.slug : slugify(content.headline) || String(article.number);
}

const sectionSlugOf = async (tx: Transaction, id: string) =>
  (await tx.select({ slug: sections.slug }).from(sections).where(eq(sections.id, id)))[0]!.slug;

/** The fields whose changes a reader notices. A new tag or search title is no new version of the story. */
const READ: (keyof ArticleContent)[] = ['headline', 'standfirst', 'body', 'label', 'lead'];

type Placing = {
  publishedAt: Date;
  /** When it takes effect; becomes the revision time if a reader notices the change. */
  at: Date;
  userId: string | null;
};

/**
 * Writes a content as the published article: row, tags, bylines, search index, picture usages, and a redirect
 * from the old address. Runs in the act's transaction. Returns the new row, the stored content, and the diff.
 */
export async function placeContent(
  tx: Transaction,
  article: Article,
  given: ArticleContent,
  { publishedAt, at, userId }: Placing,
) {
  // A content may have been stored before a rule of the schema existed.
  const content = articleContentSchema.parse(given);
  const before = await readContent(tx, article);
  const wasRead =
    article.publishedAt !== null &&
    article.publishedAt <= at &&
    publishedAt.getTime() === article.publishedAt.getTime();
  const isNoticed = wasRead && changedFields(before, content).some((key) => READ.includes(key));
  const slug = slugFor(content, article);
  const [placed] = await tx
    .update(articles)
    .set({
      ...contentColumns(content),
      slug,
      status: 'published',
      publishedAt,
      version: article.version + 1,
      updatedAt: at,
      revisedAt: isNoticed ? at : wasRead ? article.revisedAt : null,
    })
    .where(and(eq(articles.id, article.id), eq(articles.version, article.version)))
    .returning();
  if (!placed) throw new Error(`Article ${article.number} was changed by another act`);
  const parts = await writeArticleParts(tx, placed, content);
  if (article.publishedAt !== null && article.publishedAt <= at) {
    const from = articlePath({ ...article, sectionSlug: await sectionSlugOf(tx, article.sectionId) });
    const to = articlePath({ ...placed, sectionSlug: await sectionSlugOf(tx, placed.sectionId) });
    await writeRedirect(tx, { from, to, userId }, at);
  }
  const kept: ArticleContent = { ...content, slug, ...parts };
  return { article: placed, content: kept, difference: contentDifference(before, kept) };
}

export type Publishing = { articleId: string; version: number; at?: Date };
type Published = {
  article: Article;
  version: number;
  /** When the new text of a published article replaces the old one. */
  scheduledAt?: Date;
};

/** Schedules the new text of a published article for a later time. */
async function scheduleRevision(
  tx: Transaction,
  { article, draft }: ArticleDraft,
  dueAt: Date,
  person: Person,
  now: Date,
): Promise<Published> {
  const revision = await recordRevision(
    tx,
    { articleId: article.id, act: 'schedule', content: draft.content, userId: person.id },
    now,
  );
  const row = { revisionId: revision.id, dueAt, userId: person.id };
  await tx
    .insert(scheduledRevisions)
    .values({ articleId: article.id, ...row })
    .onConflictDoUpdate({ target: scheduledRevisions.articleId, set: row });
  const [touched] = await tx
    .update(drafts)
    .set({ sentAt: null, ...NOT_RETURNED })
    .where(eq(drafts.articleId, article.id))
    .returning();
  await writeAudit(
    {
      userId: person.id,
      action: 'article.revisionScheduled',
      subject: article.id,
      actId: newId(),
      detail: { number: article.number, revision: revision.number, dueAt: dueAt.toISOString() },
      ...contentDifference(await readContent(tx, article), draft.content),
    },
    now,
    tx,
  );
  return { article, version: touched!.version, scheduledAt: dueAt };
}

/**
 * The first publication time stays, also when the article is published again, unless a future time is given.
 */
function publicationTime(article: Article, at: Date | undefined, now: Date): Date {
  if (at) return at > now ? at : isOut(article, now) ? article.publishedAt! : now;
  return article.publishedAt && article.publishedAt <= now ? article.publishedAt : now;
}

type Refused = Conflict | { fault: 'checks'; faults: PublishFault[] } | { fault: 'gone' };

/**
 * Publishes the working copy in the act's transaction. It rejects before it writes anything. `actId` groups
 * its line in the audit log with others.
 */
export async function placeDraft(
  tx: Transaction,
  { articleId, version, at }: Publishing,
  person: Person,
  now: Date,
  actId = newId(),
): Promise<Published | Refused> {
  const found = await openDraft(tx, articleId);
  if (!found || found.article.status === 'trash') return { fault: 'gone' };
  const { article, draft } = found;
  if (draft.version !== version) return { fault: 'conflict', draft, by: found.by };
  const faults = await listPublishFaults(draft, now, tx);
  if (stopsPublishing(faults)) return { fault: 'checks', faults };
  const wasOut = isOut(article, now);
  if (wasOut && at && at > now) return scheduleRevision(tx, found, at, person, now);

  const publishedAt = publicationTime(article, at, now);
  const placed = await placeContent(tx, article, draft.content, { publishedAt, at: now, userId: person.id });
  // The working copy also contains the scheduled text. If that stayed scheduled, it would replace this one.
  await tx.delete(scheduledRevisions).where(eq(scheduledRevisions.articleId, articleId));
  const act = wasOut ? 'update' : publishedAt > now ? 'schedule' : 'publish';
  const revision = await recordRevision(
    tx,
    { articleId, act, content: placed.content, userId: person.id },
    now,
  );
  const next = {
    content: placed.content,
    version: version + 1,
    isAhead: false,
    sentAt: null,
    ...NOT_RETURNED,
    userId: person.id,
    updatedAt: now,
  };
  await tx.update(drafts).set(next).where(eq(drafts.articleId, articleId));
  const action = { update: 'article.updated', schedule: 'article.scheduled', publish: 'article.published' }[
    act
  ];
  const detail = {
    number: article.number,
    revision: revision.number,
    publishedAt: publishedAt.toISOString(),
    from: article.status,
  };
  await writeAudit(
    { userId: person.id, action, subject: articleId, actId, detail, ...placed.difference },
    now,
    tx,
  );
  if (act === 'publish' && !article.publishedAt) await tellAuthor(tx, article, 'published', person, now);
  return { article: placed.article, version: next.version };
}

/**
 * Publishes the working copy now or at a future time. For a published article a future time schedules the new
 * text. Rejected if the draft changed after `version` was read, or if a check fails.
 */
export async function publishDraft(
  publishing: Publishing,
  person: Person,
  now: Date,
): Promise<Published | Refused> {
  mustBeAble(person, 'publish');
  return db().transaction((tx) => placeDraft(tx, publishing, person, now));
}
