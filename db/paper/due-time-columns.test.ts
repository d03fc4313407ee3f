import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase, db } from '#db/engine/client.ts';
import { getVersions } from './content-version.ts';
import { newId } from '#db/engine/ids.ts';
import { articles, drafts, frontSlots, revisions, scheduledRevisions, settings } from '#db/tables/tables.ts';
import { addComment, after, DAY, NOON, publish } from '#db/testing/articles.ts';
import { addTestPerson } from '#db/testing/staff.ts';
import { addPaper, readerReads, watchStatements, type Paper } from '#db/testing/reader-reads.ts';
import { columnsOf, connection } from '#db/testing/statement-columns.ts';

/* Compares the columns that the triggers of the next due time watch with those that its statements read. */
let paper: Paper;

beforeAll(async () => {
  paper = await addPaper();
});
afterAll(() => connection.close());

async function addWaiting() {
  const { id: userId } = await addTestPerson('سلمى', 'editor');
  const [id, articleId] = [newId(), paper.second.id];
  await db()
    .insert(revisions)
    .values({ id, articleId, number: 1000, act: 'schedule', content: {} as never, userId, createdAt: NOON });
  await db()
    .insert(scheduledRevisions)
    .values({ articleId, revisionId: id, dueAt: after(DAY), userId });
}

describe('the next due time is read again', () => {
  const moves = async (work: () => PromiseLike<unknown>) => {
    const before = (await getVersions()).due;
    await work();
    return (await getVersions()).due > before;
  };
  const change = (values: Partial<typeof articles.$inferInsert>) => () =>
    db().update(articles).set(values).where(eq(articles.id, paper.second.id));

  it.each<[string, () => PromiseLike<unknown>]>([
    ['when an article is scheduled', () => publish({ publishedAt: after(DAY).toISOString() })],
    ['when its time changes', change({ publishedAt: after(2 * DAY) })],
    ['when a breaking line gets an end', change({ breakingUntil: after(DAY) })],
    ['when comments get a closing time', change({ commentsCloseAt: after(DAY) })],
    ['when comments are opened', change({ commentsOpen: true })],
    ['when an article is unpublished', change({ status: 'draft' })],
    [
      'when a pin on the front page gets an end',
      () =>
        db()
          .update(frontSlots)
          .set({ expiresAt: after(DAY) }),
    ],
    ['when the time zone changes', () => db().insert(settings).values({ key: 'timeZone', value: 'UTC' })],
    ['when a change is scheduled', addWaiting],
    [
      'when the scheduled change is moved',
      () =>
        db()
          .update(scheduledRevisions)
          .set({ dueAt: after(2 * DAY) }),
    ],
    ['when the scheduled change is removed', () => db().delete(scheduledRevisions)],
  ])('%s', async (_name, work) => {
    expect(await moves(work)).toBe(true);
  });

  it('by a change of any column that its statements read', async () => {
    const { seen, stop } = watchStatements();
    closeDatabase();
    await readerReads(paper, NOON).getNextDueTime();
    stop();
    const triggers = connection
      .prepare(
        "select tbl_name as \"table\", sql from sqlite_master where type = 'trigger' and name like 'due\\_version\\_%\\_update' escape '\\'",
      )
      .all() as { table: string; sql: string }[];
    const moved = new Map(
      triggers.map(({ table, sql }) => [table, / UPDATE OF ([\w, ]+) ON /.exec(sql)?.[1]?.split(', ')]),
    );
    const missed = [...seen]
      .filter((sql) => /^\s*select\b/i.test(sql))
      .flatMap(columnsOf)
      .filter((each) => {
        const [table = '', column = ''] = each.split('.');
        return !moved.has(table) || moved.get(table)?.includes(column) === false;
      });
    expect(missed).toEqual([]);
    expect(moved.size).toBe(4);
  });

  it.each<[string, () => PromiseLike<unknown>]>([
    ['by an approved comment', () => addComment(paper.first.id)],
    ['by a new headline', change({ headline: 'آخر' })],
    [
      'by a new draft',
      () =>
        db()
          .insert(drafts)
          .values({
            articleId: paper.second.id,
            content: {} as never,
            version: 1,
            isAhead: true,
            updatedAt: NOON,
          })
          .onConflictDoNothing(),
    ],
  ])('but not %s', async (_name, work) => {
    expect(await moves(work)).toBe(false);
  });
});
