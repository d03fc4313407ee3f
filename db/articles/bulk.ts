import { eq } from 'drizzle-orm';
import { articleContentSchema, type ArticleContent } from '#lib/articles/content.ts';
import { TAGS_MAX } from '#lib/articles/split-tags.ts';
import { mustBeAble, type Person } from '#lib/people/can.ts';
import { changedFields } from '#lib/articles/changes.ts';
import type { ActFault } from './acts.ts';
import { readContent } from './content.ts';
import { writeAudit } from '#db/people/audit-log.ts';
import { db, type Transaction } from '#db/engine/client.ts';
import { openDraft, writeDraft } from './drafts.ts';
import { newId } from '#db/engine/ids.ts';
import { placeContent } from './publish-draft.ts';
import { recordRevision } from './record-revision.ts';
import { changeWaiting } from './scheduled.ts';
import { sections } from '#db/tables/tables.ts';

type OnArticle = { articleId: string; articleVersion?: number };
/** Null if the content has no room for the change. */
type Patch = (content: ArticleContent) => ArticleContent | null;
type Patched = { done: true } | ActFault | { fault: 'full' };

/**
 * Makes one change to an article's published content and to its working copy. Other unpublished changes in
 * the working copy stay unpublished. For the acts of the list on many articles.
 */
async function patch(
  tx: Transaction,
  { articleId, articleVersion }: OnArticle,
  change: Patch,
  person: Person,
  now: Date,
): Promise<Patched> {
  const found = await openDraft(tx, articleId);
  if (!found) return { fault: 'gone' };
  const { article, draft } = found;
  mustBeAble(person, article.status === 'draft' ? 'write' : 'publish', article);
  if (articleVersion !== undefined && article.version !== articleVersion) return { fault: 'conflict' };
  if (article.status === 'trash' || article.status === 'retracted') return { fault: 'state' };
  const current = article.status === 'draft' ? draft.content : await readContent(tx, article);
  const [next, changed] = [change(draft.content), change(current)].map(
    (content) => content && articleContentSchema.parse(content),
  );
  if (!next || !changed) return { fault: 'full' };
  if (article.status === 'draft') {
    if (changedFields(draft.content, next).length > 0)
      await writeDraft(tx, found, { content: next }, person, now);
    return { done: true };
  }
  await changeWaiting(
    tx,
    articleId,
    (content) => articleContentSchema.parse(change(content) ?? content),
    person,
    now,
  );
  if (changedFields(current, changed).length === 0) return { done: true };
  const placed = await placeContent(tx, article, changed, {
    publishedAt: article.publishedAt!,
    at: now,
    userId: person.id,
  });
  await writeDraft(tx, { ...found, article: placed.article }, { content: next }, person, now);
  const revision = await recordRevision(
    tx,
    { articleId, act: 'update', content: placed.content, userId: person.id },
    now,
  );
  const detail = { number: article.number, revision: revision.number };
  await writeAudit(
    {
      userId: person.id,
      action: 'article.updated',
      subject: articleId,
      actId: newId(),
      detail,
      ...placed.difference,
    },
    now,
    tx,
  );
  return { done: true };
}

/** Moves an article to another section. */
export async function moveArticle(
  { sectionId, ...on }: OnArticle & { sectionId: string },
  person: Person,
  now: Date,
): Promise<Patched> {
  mustBeAble(person, 'editAny');
  return db().transaction(async (tx) => {
    const [section] = await tx.select({ id: sections.id }).from(sections).where(eq(sections.id, sectionId));
    return section
      ? patch(tx, on, (content) => ({ ...content, sectionId }), person, now)
      : { fault: 'gone' as const };
  });
}

/**
 * Adds a tag to an article. If its page or its working copy has no room for a tag, neither gets it:
 * publishing a copy without the tag would remove it from the page again.
 */
export async function tagArticle(
  { tag, ...on }: OnArticle & { tag: string },
  person: Person,
  now: Date,
): Promise<Patched> {
  mustBeAble(person, 'editAny');
  const add: Patch = (content) => {
    if (content.tags.includes(tag)) return content;
    return content.tags.length < TAGS_MAX ? { ...content, tags: [...content.tags, tag] } : null;
  };
  return db().transaction((tx) => patch(tx, on, add, person, now));
}
