import { eq } from 'drizzle-orm';
import { articleContentSchema, TAGS_MAX, type ArticleContent } from '#lib/article-content.ts';
import { mustBeAble, type Person } from '#lib/can.ts';
import { changedFields } from '#lib/changes-between.ts';
import type { ActFault } from './article-acts.ts';
import { readContent } from './article-content.ts';
import { writeAudit } from './audit-log.ts';
import { db, type Transaction } from './client.ts';
import { openDraft, writeDraft } from './drafts.ts';
import { newId } from './ids.ts';
import { placeContent } from './publish-draft.ts';
import { recordRevision } from './revisions.ts';
import { sections } from './tables.ts';

type OnArticle = { articleId: string; articleVersion?: number };
type Patch = (content: ArticleContent) => ArticleContent;

/**
 * One change to what an article says, on its page and in its working copy alike: what else was typed and not published stays
 * as it is. For the list's acts on many articles.
 */
async function patch(tx: Transaction, { articleId, articleVersion }: OnArticle, change: Patch, person: Person, now: Date): Promise<{ done: true } | ActFault> {
  const found = await openDraft(tx, articleId);
  if (!found) return { fault: 'gone' };
  const { article, draft } = found;
  mustBeAble(person, article.status === 'draft' ? 'write' : 'publish', article);
  if (articleVersion !== undefined && article.version !== articleVersion) return { fault: 'conflict' };
  if (article.status === 'trash' || article.status === 'retracted') return { fault: 'state' };
  const next = articleContentSchema.parse(change(draft.content));
  if (article.status === 'draft') {
    if (changedFields(draft.content, next).length > 0) await writeDraft(tx, found, { content: next }, person, now);
    return { done: true };
  }
  const current = await readContent(tx, article);
  const changed = articleContentSchema.parse(change(current));
  if (changedFields(current, changed).length === 0) return { done: true };
  const placed = await placeContent(tx, article, changed, { publishedAt: article.publishedAt!, at: now, userId: person.id });
  await writeDraft(tx, { ...found, article: placed.article }, { content: next }, person, now);
  const revision = await recordRevision(tx, { articleId, act: 'update', content: placed.content, userId: person.id }, now);
  const detail = { number: article.number, revision: revision.number };
  await writeAudit({ userId: person.id, action: 'article.updated', subject: articleId, actId: newId(), detail, ...placed.difference }, now, tx);
  return { done: true };
}

/** Puts an article into another section. */
export async function moveArticle({ sectionId, ...on }: OnArticle & { sectionId: string }, person: Person, now: Date): Promise<{ done: true } | ActFault> {
  mustBeAble(person, 'editAny');
  return db().transaction(async (tx) => {
    const [section] = await tx.select({ id: sections.id }).from(sections).where(eq(sections.id, sectionId));
    return section ? patch(tx, on, (content) => ({ ...content, sectionId }), person, now) : { fault: 'gone' as const };
  });
}

/** Adds a tag to an article that has room for one. */
export async function tagArticle({ tag, ...on }: OnArticle & { tag: string }, person: Person, now: Date): Promise<{ done: true } | ActFault> {
  mustBeAble(person, 'editAny');
  const add: Patch = (content) => (content.tags.includes(tag) || content.tags.length >= TAGS_MAX ? content : { ...content, tags: [...content.tags, tag] });
  return db().transaction((tx) => patch(tx, on, add, person, now));
}
