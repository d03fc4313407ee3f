import { desc, eq } from 'drizzle-orm';
import { mustBeAble, type Person } from '#lib/people/can.ts';
import { changedFields } from '#lib/articles/changes.ts';
import { writeAudit } from '#db/people/audit-log.ts';
import { db } from '#db/engine/client.ts';
import { openDraft, writeDraft, type Conflict } from './drafts.ts';
import { recordRevision } from './record-revision.ts';
import type { RevisionAct } from '#db/tables/newsroom.ts';
import { articles, revisions, users } from '#db/tables/tables.ts';

const listed = {
  id: revisions.id,
  articleId: revisions.articleId,
  number: revisions.number,
  act: revisions.act,
  note: revisions.note,
  createdAt: revisions.createdAt,
  by: { id: users.id, name: users.name },
};

/** An article's revisions without their texts, newest first. */
export const listRevisions = (articleId: string) =>
  db()
    .select(listed)
    .from(revisions)
    .leftJoin(users, eq(revisions.userId, users.id))
    .where(eq(revisions.articleId, articleId))
    .orderBy(desc(revisions.number));

/**
 * One revision with its text and its article. The caller checks access with `can(person, 'write', article)`.
 */
export async function getRevision(id: string) {
  const [row] = await db()
    .select({
      ...listed,
      content: revisions.content,
      article: {
        id: articles.id,
        number: articles.number,
        ownerId: articles.ownerId,
        status: articles.status,
      },
    })
    .from(revisions)
    .innerJoin(articles, eq(revisions.articleId, articles.id))
    .leftJoin(users, eq(revisions.userId, users.id))
    .where(eq(revisions.id, id));
  return row;
}

/** Stores the working copy as a revision, except for a `save` without a note that equals the newest one. */
export async function saveRevision(
  articleId: string,
  act: RevisionAct,
  note: string,
  person: Person,
  now: Date,
): Promise<{ id: string; number: number } | { fault: 'gone' }> {
  return db().transaction(async (tx) => {
    const found = await openDraft(tx, articleId);
    if (!found || found.article.status === 'trash') return { fault: 'gone' as const };
    mustBeAble(person, 'write', found.article);
    const { content } = found.draft;
    const [last] = await tx
      .select()
      .from(revisions)
      .where(eq(revisions.articleId, articleId))
      .orderBy(desc(revisions.number))
      .limit(1);
    if (last && act === 'save' && note === '' && changedFields(last.content, content).length === 0)
      return { id: last.id, number: last.number };
    const { id, number } = await recordRevision(
      tx,
      { articleId, act, content, note, userId: person.id },
      now,
    );
    await writeAudit(
      {
        userId: person.id,
        action: 'article.saved',
        subject: articleId,
        detail: { number: found.article.number, revision: number },
      },
      now,
      tx,
    );
    return { id, number };
  });
}

type Restoring = { articleId: string; revisionId: string; version: number };

/**
 * Writes an old revision into the working copy. The current content is first kept as a revision. The slug
 * does not change.
 */
export async function restoreRevision(
  { articleId, revisionId, version }: Restoring,
  person: Person,
  now: Date,
): Promise<{ version: number; updatedAt: Date } | Conflict | { fault: 'gone' }> {
  return db().transaction(async (tx) => {
    const found = await openDraft(tx, articleId);
    const [revision] = await tx.select().from(revisions).where(eq(revisions.id, revisionId));
    if (!found || found.article.status === 'trash' || revision?.articleId !== articleId)
      return { fault: 'gone' as const };
    mustBeAble(person, 'write', found.article);
    const { draft } = found;
    if (draft.version !== version) return { fault: 'conflict' as const, draft, by: found.by };
    const [last] = await tx
      .select()
      .from(revisions)
      .where(eq(revisions.articleId, articleId))
      .orderBy(desc(revisions.number))
      .limit(1);
    if (!last || changedFields(last.content, draft.content).length > 0)
      await recordRevision(tx, { articleId, act: 'save', content: draft.content, userId: draft.userId }, now);
    const content = { ...revision.content, slug: draft.content.slug };
    const saved = await writeDraft(tx, found, { content }, person, now);
    await recordRevision(
      tx,
      { articleId, act: 'restore', content, note: String(revision.number), userId: person.id },
      now,
    );
    await writeAudit(
      {
        userId: person.id,
        action: 'article.restored',
        subject: articleId,
        detail: { number: found.article.number, revision: revision.number },
      },
      now,
      tx,
    );
    return saved;
  });
}
