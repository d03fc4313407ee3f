import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { db } from '#db/engine/client.ts';
import { getArticle } from '#db/articles/articles.ts';
import { countApproved, listThreads } from '#db/comments/threads.ts';
import { getContentVersion } from './content-version.ts';
import { composeFront } from '#db/front/page.ts';
import type { ArticleStatus } from '#db/tables/articles.ts';
import { states, type CommentStatus } from '#lib/comments/states.ts';
import { articles, comments } from '#db/tables/tables.ts';
import { addComment, NOON, publish } from '#db/testing/articles.ts';
import { addPaper, readerReads, watchStatements, type Paper } from '#db/testing/reader-reads.ts';
import { columnsOf, connection } from '#db/testing/statement-columns.ts';

/*
 * Compares the columns that the triggers of the content version watch with what pages show. One part checks
 * every column that the pages' statements read; the opcodes of SQLite's `explain` name those. The other part
 * checks every change of state of a comment or an article.
 */

let paper: Paper;
let columns: Set<string>;

/** Tables that pages read but whose columns these triggers do not watch, each with the reason. */
const ELSEWHERE: Record<string, string> = {
  content_version: 'is the version itself',
  decision_counts: 'decisions of months that are over; none is added to those',
  scheduled_revisions: 'moves the next due time, and is watched for that',
};
const DERIVED = /^(?:article_search|listing|name_parts)/;

/** The columns of each table whose update raises the version; `*` for every column. */
function watchedColumns(): Map<string, Set<string>> {
  const triggers = connection
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
afterAll(() => connection.close());

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

  it.each(pairs(states.all))('%s → %s raises the version exactly when the page changes', async (from, to) => {
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
