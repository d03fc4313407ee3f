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

/** The setting with the highest number of all erased articles: new articles get higher numbers. */
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

/** Usages have no foreign key to the record that uses the picture, so they are deleted here. */
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

/** The number of an article's comments in all states. */
export const countComments = (articleId: string, runner: Runner = db()): Promise<number> =>
  runner.$count(comments, eq(comments.articleId, articleId));

export type EraseFault = { fault: 'gone' | 'state' | 'conflict' | 'typed' };

type Erasing = { articleId: string; articleVersion: number; typed: string };

/** The article, if its version is the seen one, it is in the trash and its number was typed. */
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
 * How many comments one transaction deletes, with all their dependent rows. 100,000 in one transaction would
 * block all other writes.
 */
const PORTION = 500;

/**
 * Deletes the comments in several transactions. This is safe because the article is in the trash and no
 * reader sees it. After an interruption the administrator can start it again.
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
      // If a crash or a restore from the trash stops the deletion, this line explains the missing comments.
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
 * Deletes an article permanently, for a court order or a person's right: its text, drafts, versions, notes
 * and comments, and its words in the audit log. Only an administrator can do it, only from the trash, and
 * only after typing the number. The decisions on its comments stay because they form a chain; they contain no
 * words. If the article was public before, its address responds with 410.
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
    // A comment may have arrived since, from a reader who was writing when the article was unpublished.
    const commentCount = emptied.count + (await countComments(articleId, tx));
    await forgetUsages(tx, articleId);
    await keepNumber(tx, article.number);
    if (article.publishedAt)
      await writeGone(tx, { from: articlePath({ ...article, sectionSlug }), userId: person.id }, now);
    await engine.search.remove(tx, article.number);
    await tx.delete(drafts).where(eq(drafts.articleId, articleId));
    await tx.delete(articles).where(eq(articles.id, articleId));
    // Delete its words from the audit log. Who did what and when stays.
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
