import Sqlite from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { env } from '#lib/env.ts';
import { closeDatabase, db } from '#db/engine/client.ts';
import { getArticle } from '#db/articles/articles.ts';
import { countApproved, listThreads } from '#db/comments/threads.ts';
import { getContentVersion, getVersions } from './content-version.ts';
import { composeFront } from '#db/front/page.ts';
import { newId } from '#db/engine/ids.ts';
import type { ArticleStatus } from '#db/tables/articles.ts';
import type { CommentStatus } from '#db/tables/content.ts';
import {
  articles,
  comments,
  drafts,
  frontSlots,
  revisions,
  scheduledRevisions,
  settings,
} from '#db/tables/tables.ts';
import { addComment, after, DAY, NOON, publish } from '#db/testing/articles.ts';
import { addTestPerson } from '#db/testing/staff.ts';
import { addPaper, readerReads, watchStatements, type Paper } from '#db/testing/reader-reads.ts';

/*
 * Compares the columns that the triggers of the content version watch with what pages show. One part checks
 * every column that the pages' statements read; the opcodes of SQLite's `explain` name those. The other part
 * checks every change of state of a comment or an article.
 */
const file = new Sqlite(env.databaseFile);
let paper: Paper;
let columns: Set<string>;

/** Tables that pages read but whose columns these triggers do not watch, each with the reason. */
const ELSEWHERE: Record<string, string> = {
  content_version: 'is the version itself',
  moderation_decisions: 'decisions of months that are over; none is added to those',
  scheduled_revisions: 'moves the next due time, and is watched for that',
};
const DERIVED = /^article_search/;

type Step = { opcode: string; p1: number; p2: number; p3: number };

/**
 * The columns that a statement reads, as `table.column`: those read from rows and indexes, and those by which
 * it searches an index.
 */
function columnsOf(sql: string): string[] {
  const values = Array<number>(sql.split('?').length - 1).fill(1);
  const opened = new Map<number, { table: string; columns: (string | undefined)[] }>();
  const found: string[] = [];
  for (const { opcode, p1, p2 } of file.prepare(`explain ${sql}`).all(...values) as Step[]) {
    if (opcode === 'OpenRead' || opcode === 'ReopenIdx') {
      const [row] = file
        .prepare('select name, tbl_name as "table", type from sqlite_master where rootpage = ?')
        .all(p2) as { name: string; table: string; type: string }[];
      if (!row) continue;
      const info = file.pragma(
        row.type === 'index' ? `index_xinfo("${row.name}")` : `table_info("${row.name}")`,
      ) as { name: string }[];
      opened.set(p1, { table: row.table, columns: info.map(({ name }) => name ?? undefined) });
    }
    const cursor = opened.get(p1);
    if (opcode === 'Column' && cursor?.columns[p2]) found.push(`${cursor.table}.${cursor.columns[p2]}`);
  }
  const tables = new Set([...opened.values()].map(({ table }) => table));
  for (const { detail } of file.prepare(`explain query plan ${sql}`).all(...values) as { detail: string }[]) {
    const [, index, terms] = /INDEX (\w+) \(([^)]*)\)/.exec(detail) ?? [];
    if (!index || !terms) continue;
    const { table } = file
      .prepare('select tbl_name as "table" from sqlite_master where name = ?')
      .get(index) as { table: string };
    if (tables.has(table))
      found.push(...terms.split(' AND ').map((term) => `${table}.${term.replace(/[=<>].*/, '')}`));
  }
  return found;
}

/** The columns of each table whose update raises the version; `*` for every column. */
function watchedColumns(): Map<string, Set<string>> {
  const triggers = file
    .prepare(
      "select tbl_name as \"table\", sql from sqlite_master where type = 'trigger' and name like 'content\\_version\\_%\\_update' escape '\\'",
    )
    .all() as { table: string; sql: string }[];
  return new Map(
    triggers.map(({ table, sql }) => [
      table,
      new Set(/ UPDATE OF ([\w, ]+) ON /.exec(sql)?.[1]?.split(', ') ?? ['*']),
    ]),
  );
}

async function raises(work: () => PromiseLike<unknown>): Promise<boolean> {
  const before = await getContentVersion();
  await work();
  return (await getContentVersion()) > before;
}

beforeAll(async () => {
  paper = await addPaper();
  const reads = readerReads(paper, NOON);
  const { seen, stop } = watchStatements();
  for (const read of Object.values(reads)) await read();
  stop();
  columns = new Set([...seen].filter((sql) => /^\s*(?:select|with)\b/i.test(sql)).flatMap(columnsOf));
});
afterAll(() => file.close());

describe("every column that a reader's page reads", () => {
  it('raises the content version when it changes', () => {
    const watched = watchedColumns();
    const missed = [...columns].filter((each) => {
      const [table = '', column = ''] = each.split('.');
      return (
        !(table in ELSEWHERE) &&
        !DERIVED.test(table) &&
        !watched.get(table)?.has('*') &&
        !watched.get(table)?.has(column)
      );
    });
    expect(missed).toEqual([]);
  });

  it('is found in the rows, indexes and conditions that statements read', () => {
    for (const known of [
      'articles.headline',
      'articles.breaking_until',
      'comments.status',
      'comments.thread_id',
      'comments.featured_line',
      'live_entries.removed_at',
      'front_slots.expires_at',
      'media.focal_x',
      'tags.name',
      'settings.value',
    ]) {
      expect([...columns]).toContain(known);
    }
  });

  it('covers all watched columns of comments: columns for the desk alone do not raise the version', async () => {
    const watched = watchedColumns().get('comments')!;
    expect([...watched].filter((column) => column !== 'id' && !columns.has(`comments.${column}`))).toEqual(
      [],
    );
    const id = await addComment(paper.first.id);
    expect(
      await raises(() =>
        db()
          .update(comments)
          .set({ openReports: 2, score: 50, reviewedAt: NOON, signals: [] })
          .where(eq(comments.id, id)),
      ),
    ).toBe(false);
  });
});

const STATES: CommentStatus[] = ['pending', 'approved', 'rejected', 'spam', 'trash', 'withdrawn'];
const pairs = <T>(states: readonly T[]) =>
  states.flatMap((from) => states.filter((to) => to !== from).map((to) => [from, to] as const));

describe('a comment that changes its state', () => {
  const shown = async (articleId: string) =>
    JSON.stringify([
      await listThreads(articleId),
      await listThreads(articleId, 'oldest'),
      await countApproved(articleId),
    ]);
  const places = ['alone', 'above a reply', 'between', 'last'] as const;

  async function addTree() {
    const { id } = await publish();
    const alone = await addComment(id);
    const opening = await addComment(id);
    const between = await addComment(id, { parentId: opening, threadId: opening, depth: 1 });
    const last = await addComment(id, { parentId: between, threadId: opening, depth: 2 });
    return { id, alone, 'above a reply': opening, between, last };
  }

  it.each(pairs(STATES))('%s → %s raises the version exactly when the page changes', async (from, to) => {
    const tree = await addTree();
    for (const place of places) {
      const set = (status: CommentStatus) =>
        db().update(comments).set({ status }).where(eq(comments.id, tree[place]));
      await set(from);
      const before = await shown(tree.id);
      const isRaised = await raises(() => set(to));
      const isSeen = (await shown(tree.id)) !== before;
      expect({ place, isRaised }).toEqual({ place, isRaised: isSeen });
      await set('approved');
    }
  });

  it('raises the version and shows the new reason of an empty place: edited, then rejected, then withdrawn', async () => {
    const { id, 'above a reply': opening } = await addTree();
    for (const status of ['pending', 'rejected', 'withdrawn'] as const) {
      expect(await raises(() => db().update(comments).set({ status }).where(eq(comments.id, opening)))).toBe(
        true,
      );
      expect(
        (await listThreads(id))!.threads.find((thread) => thread.opening.id === opening)?.opening.status,
      ).toBe(status);
    }
  });

  it('raises the version when a comment with an approved reply is deleted or inserted', async () => {
    const { id, 'above a reply': opening } = await addTree();
    await db().update(comments).set({ status: 'trash' }).where(eq(comments.id, opening));
    const [row] = await db().select().from(comments).where(eq(comments.id, opening));
    expect(await raises(() => db().delete(comments).where(eq(comments.id, opening)))).toBe(true);
    expect(await raises(() => db().insert(comments).values(row!))).toBe(true);
    expect(await raises(() => addComment(id, { status: 'spam' }))).toBe(false);
  });
});

describe('an article that changes its state', () => {
  const ARTICLE: ArticleStatus[] = ['draft', 'published', 'retracted', 'trash'];
  it.each(pairs(ARTICLE))('%s → %s raises the version exactly when the page changes', async (from, to) => {
    const { id, number } = await publish();
    const set = (status: ArticleStatus) => db().update(articles).set({ status }).where(eq(articles.id, id));
    const shown = async () =>
      JSON.stringify([(await getArticle(number, NOON))?.status, await composeFront('ar', NOON)]);
    await set(from);
    const before = await shown();
    const isRaised = await raises(() => set(to));
    expect(isRaised).toBe((await shown()) !== before);
  });
});

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
    ['when an article is published for later', () => publish({ publishedAt: after(DAY).toISOString() })],
    ['when its time is moved', change({ publishedAt: after(2 * DAY) })],
    ['when a breaking line gets its end', change({ breakingUntil: after(DAY) })],
    ['when comments get theirs', change({ commentsCloseAt: after(DAY) })],
    ['when comments are opened', change({ commentsOpen: true })],
    ['when an article is taken back', change({ status: 'draft' })],
    [
      'when a place on the front page ends',
      () =>
        db()
          .update(frontSlots)
          .set({ expiresAt: after(DAY) }),
    ],
    [
      'when the newsroom goes by another clock',
      () => db().insert(settings).values({ key: 'timeZone', value: 'UTC' }),
    ],
    ['when a text waits for its time', addWaiting],
    [
      'when that time is moved',
      () =>
        db()
          .update(scheduledRevisions)
          .set({ dueAt: after(2 * DAY) }),
    ],
    ['when it waits no more', () => db().delete(scheduledRevisions)],
  ])('%s', async (_name, work) => {
    expect(await moves(work)).toBe(true);
  });

  it('by a change of any column that its statements read', async () => {
    const { seen, stop } = watchStatements();
    closeDatabase();
    await readerReads(paper, NOON).getNextDueTime();
    stop();
    const triggers = file
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
    ['by a comment that is published', () => addComment(paper.first.id)],
    ['by a headline', change({ headline: 'آخر' })],
    [
      'by a draft',
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
