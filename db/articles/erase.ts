import { setImmediate as nextTurn } from 'node:timers/promises';
import { and, eq, inArray, ne } from 'drizzle-orm';
import { articlePath } from '#lib/articles/path.ts';
import { mustBeAble, type Person } from '#lib/people/can.ts';
import { writeAudit } from '#db/people/audit-log.ts';
import { db, type Runner, type Transaction } from '#db/engine/client.ts';
import { engine } from '#db/engine/engine.ts';
import { writeGone } from '#db/paper/redirects.ts';
import {
  articles,
  auditLog,
  comments,
  drafts,
  liveEntries,
  mediaUsages,
  revisions,
  sections,
  settings,
  type Article,
} from '#db/tables/tables.ts';

/** The highest public number that ever belonged to an article that is erased: no other article gets it. */
const LAST_ERASED = 'lastErasedNumber';

export async function getLastErasedNumber(tx: Transaction): Promise<number> {
  const [row] = await tx
    .select({ value: settings.value })
    .from(settings)
    .where(eq(settings.key, LAST_ERASED));
  return Number(row?.value ?? 0);
}

async function keepNumber(tx: Transaction, number: number): Promise<void> {
  const value = Math.max(number, await getLastErasedNumber(tx));
  await tx
    .insert(settings)
    .values({ key: LAST_ERASED, value })
    .onConflictDoUpdate({ target: settings.key, set: { value } });
}

/** Usages have no foreign key to what uses a picture. */
async function forgetUsages(tx: Transaction, articleId: string): Promise<void> {
  const idsOf = async (table: typeof revisions | typeof liveEntries) =>
    (await tx.select({ id: table.id }).from(table).where(eq(table.articleId, articleId))).map(({ id }) => id);
  const subjects = [articleId, ...(await idsOf(revisions)), ...(await idsOf(liveEntries))];
  for (let from = 0; from < subjects.length; from += 500) {
    const some = subjects.slice(from, from + 500);
    const places = ['article', 'draft', 'revision', 'live_entry'] as const;
    await tx
      .delete(mediaUsages)
      .where(and(inArray(mediaUsages.usedIn, places), inArray(mediaUsages.subjectId, some)));
  }
}

/** Comments of an article in every state. */
export const countComments = (articleId: string, runner: Runner = db()): Promise<number> =>
  runner.$count(comments, eq(comments.articleId, articleId));

export type EraseFault = { fault: 'gone' | 'state' | 'conflict' | 'typed' };

type Erasing = { articleId: string; articleVersion: number; typed: string };

/** The article, if it is what was seen and may be erased. */
async function findErasable(
  tx: Transaction,
  { articleId, articleVersion, typed }: Erasing,
): Promise<{ article: Article; sectionSlug: string } | EraseFault> {
  const [row] = await tx
    .select({ article: articles, sectionSlug: sections.slug })
    .from(articles)
    .innerJoin(sections, eq(articles.sectionId, sections.id))
    .where(eq(articles.id, articleId));
  if (!row) return { fault: 'gone' };
  if (row.article.status !== 'trash') return { fault: 'state' };
  if (row.article.version !== articleVersion) return { fault: 'conflict' };
  return typed === String(row.article.number) ? row : { fault: 'typed' };
}

/**
 * So many comments at a time, with all that hangs on them: a hundred thousand in one act would hold up
 * everybody who writes.
 */
const PORTION = 500;

/**
 * Nobody sees an article that lies in the trash, so its comments may go by parts; broken off in the middle,
 * it is done again.
 */
async function eraseComments(
  erasing: Erasing,
  person: Person,
  now: Date,
): Promise<{ count: number } | EraseFault> {
  for (let count = 0; ; await nextTurn()) {
    const gone = await db().transaction(async (tx) => {
      const found = await findErasable(tx, erasing);
      if ('fault' in found) return found;
      const some = tx
        .select({ id: comments.id })
        .from(comments)
        .where(eq(comments.articleId, erasing.articleId))
        .limit(PORTION);
      const gone = (
        await tx.delete(comments).where(inArray(comments.id, some)).returning({ id: comments.id })
      ).length;
      // Should it end here, by a crash or by who takes the article out of the trash, it is known where the
      // comments went.
      if (count === 0 && gone === PORTION)
        await writeAudit(
          { userId: person.id, action: 'article.eraseBegun', subject: erasing.articleId },
          now,
          tx,
        );
      return gone;
    });
    if (typeof gone !== 'number') return gone;
    count += gone;
    if (gone < PORTION) return { count };
  }
}

/**
 * Deletes an article for good, for a court order or a person's right: its text, drafts, versions, notes and
 * comments, and what the log kept of its words. Only an administrator may, only from the trash, and only
 * after typing its number. The decisions on its comments stay, for they are a chain; they hold no words. A
 * page that readers knew answers 410 from then on.
 */
export async function eraseArticle(
  erasing: Erasing,
  person: Person,
  now = new Date(),
): Promise<{ number: number } | EraseFault> {
  mustBeAble(person, 'eraseArticles');
  const { articleId } = erasing;
  const emptied = await eraseComments(erasing, person, now);
  if ('fault' in emptied) return emptied;
  return db().transaction(async (tx) => {
    const found = await findErasable(tx, erasing);
    if ('fault' in found) return found;
    const { article, sectionSlug } = found;
    // One may have come in since: who was writing when the article was taken back.
    const commentCount = emptied.count + (await countComments(articleId, tx));
    await forgetUsages(tx, articleId);
    await keepNumber(tx, article.number);
    if (article.publishedAt)
      await writeGone(tx, { from: articlePath({ ...article, sectionSlug }), userId: person.id }, now);
    await engine.search.remove(tx, article.number);
    await tx.delete(drafts).where(eq(drafts.articleId, articleId));
    await tx.delete(articles).where(eq(articles.id, articleId));
    // What the log keeps of its words goes too; who did what and when stays.
    await tx
      .update(auditLog)
      .set({ before: null, after: null, detail: { number: article.number } })
      .where(and(eq(auditLog.subject, articleId), ne(auditLog.action, 'article.erased')));
    await writeAudit(
      {
        userId: person.id,
        action: 'article.erased',
        subject: articleId,
        detail: { number: article.number, comments: commentCount },
      },
      now,
      tx,
    );
    return { number: article.number };
  });
}
