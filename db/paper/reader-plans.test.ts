import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { env } from '#lib/env.ts';
import { NOON } from '#db/testing/articles.ts';
import { addPaper, readerReads, watchStatements } from '#db/testing/reader-reads.ts';

/*
 * Checks SQLite's query plan for every statement that a cached page, a feed or the due time runs. The plans
 * are made without statistics (ANALYZE never runs here). No statement may scan a whole table that grows.
 */
const GROWS = [
  'articles',
  'article_tags',
  'article_authors',
  'comments',
  'live_entries',
  'media',
  'moderation_decisions',
  'redirects',
  'tags',
  'authors',
  'scheduled_revisions',
];
/** Columns that exclude hardly any row: an index search by these alone counts as a scan. */
const COMMON = new Set(['status', 'locale', 'comments_open', 'kind']);
/** Scans that are allowed, each with what bounds it. */
const ALLOWED: Record<string, RegExp> = {
  // The retracted articles of one edition.
  listForFeed: /^SEARCH articles USING INDEX articles_visible \(locale=\? AND status=\?\)$/,
  // Only among the hits of a search, in a covering index.
  searchArticles: /^SEARCH articles USING COVERING INDEX articles_desk \(status=\?\)$/,
};

const file = new Sqlite(env.databaseFile);
const plans = new Map<string, string[]>();
let reads: ReturnType<typeof readerReads>;

const planOf = (sql: string) =>
  (
    file.prepare(`explain query plan ${sql}`).all(...Array<number>(sql.split('?').length - 1).fill(1)) as {
      detail: string;
    }[]
  ).map(({ detail }) => detail);

function isWalk(step: string): boolean {
  const [, kind, table] = /^(SCAN|SEARCH) (\w+)/.exec(step) ?? [];
  const name =
    { replies: 'comments', anchor: 'comments', undone: 'moderation_decisions' }[table ?? ''] ?? table;
  if (!kind || !name || !GROWS.includes(name)) return false;
  if (kind === 'SCAN') return true;
  const terms = /\(([^)]*)\)/.exec(step)?.[1]?.split(' AND ') ?? [];
  return terms.every((term) => COMMON.has(term.replace(/[=<>].*/, '')));
}

beforeAll(async () => {
  reads = readerReads(await addPaper(), NOON);
  for (const [name, read] of Object.entries(reads)) {
    const { seen, stop } = watchStatements();
    await read();
    stop();
    plans.set(name, [
      ...(plans.get(name) ?? []),
      ...[...seen].filter((sql) => /^\s*(?:select|with)\b/i.test(sql)).flatMap(planOf),
    ]);
  }
});
afterAll(() => file.close());

describe("no statement of a reader's page scans a table that grows", () => {
  it('among all reads of this list', () => {
    const walks = [...plans].flatMap(([name, steps]) =>
      steps.filter((step) => isWalk(step) && !ALLOWED[name]?.test(step)).map((step) => `${name}: ${step}`),
    );
    expect(walks).toEqual([]);
    expect([...plans.values()].flat().length).toBeGreaterThan(80);
  });

  it("and the list holds every read that a reader's page imports", () => {
    const sources = ['app', 'server']
      .flatMap((folder) =>
        readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
      )
      .filter(
        (name) =>
          /(?<!test)\.tsx?$/.test(name) &&
          !name.startsWith('app/newsroom/') &&
          !name.startsWith('app/_request/') &&
          !name.endsWith('mail.ts') &&
          !name.endsWith('webhook.ts'),
      );
    const imported = sources.flatMap((source) =>
      [...readFileSync(source, 'utf8').matchAll(/import (?!type)\{([^}]*)\} from '#db\//g)].flatMap(
        ([, names]) => names!.split(',').map((name) => name.trim()),
      ),
    );
    const asking = new Set(
      imported.filter((name) => /^(?:get|list|search|count|compose|find)[A-Z]/.test(name)),
    );
    expect(asking.size).toBeGreaterThan(20);
    expect([...asking].filter((name) => !(name in reads) && !PRIVATE_READS.has(name))).toEqual([]);
  });
});

/** Reads of pages that are rendered for one reader and never cached. */
const PRIVATE_READS = new Set([
  'getPagePreview',
  'countWaitingBefore',
  'getNotice',
  'getOwnComment',
  'getPreview',
  'getUsualWait',
  'listAppreciatedOn',
  'listOwnComments',
  'listOwnOn',
  'listTakenNames',
]);

describe('reads that once stopped a site', () => {
  it('the next due time is the first row of an index, for each of its kinds', () => {
    const steps = plans.get('getNextDueTime')!.filter((step) => step.includes('articles'));
    expect(steps).toEqual([
      'SEARCH articles USING COVERING INDEX articles_publication (status=? AND published_at>?)',
      'SEARCH articles USING COVERING INDEX articles_breaking_end (status=? AND breaking_until>?)',
      'SEARCH articles USING COVERING INDEX articles_comments_end (status=? AND comments_open=? AND comments_close_at>?)',
      'SEARCH articles USING COVERING INDEX articles_comments_end (status=? AND comments_open=? AND comments_close_at=? AND published_at>?)',
      'SEARCH articles USING COVERING INDEX articles_lead_end (status=? AND priority=? AND published_at>? AND published_at<?)',
    ]);
  });

  it('a part of the sitemap is one range of an index, and each of its names takes a few lookups', () => {
    expect(plans.get('listArticlesOfPart')![0]).toBe(
      'SEARCH articles USING INDEX articles_number_unique (number>? AND number<?)',
    );
    const names = plans.get('listNamesOfPart')!;
    for (const table of ['tags', 'authors'])
      expect(names).toContain(`SEARCH ${table} USING INDEX sqlite_autoindex_${table}_1 (id>?)`);
    const looked = names.filter((step) => /SEARCH articles\b/.test(step));
    expect(new Set(looked)).toEqual(
      new Set(['SEARCH articles USING INDEX sqlite_autoindex_articles_1 (id=?)']),
    );
    for (const [table, key] of [
      ['article_tags', 'tag'],
      ['article_authors', 'author'],
    ]) {
      expect(names).toContain(`SEARCH ${table} USING COVERING INDEX ${table}_${key} (${key}_id=?)`);
    }
    expect(names.join()).not.toContain('TEMP B-TREE');
    expect(plans.get('listFilledSections')).toContain(
      'SEARCH articles USING COVERING INDEX articles_section (section_id=? AND locale=? AND status=? AND published_at<?)',
    );
    expect(plans.get('listLatestNews')![0]).toBe(
      'SEARCH articles USING INDEX articles_publication (status=? AND published_at>? AND published_at<?)',
    );
  });

  it('replies below a pending comment are looked up by that comment, not among all approved comments', () => {
    const below = new Set(plans.get('listThreads')!.filter((step) => step.includes('replies')));
    expect([...below].sort()).toEqual([
      'SEARCH replies USING COVERING INDEX comments_parent_state (parent_id=? AND status=?)',
      'SEARCH replies USING COVERING INDEX comments_thread_state (thread_id=? AND status=?)',
    ]);
  });
});
