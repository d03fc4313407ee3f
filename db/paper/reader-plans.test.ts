import { beforeAll, describe, expect, it } from 'vitest';
import { NOON } from '#db/testing/articles.ts';
import { listStatements } from '#db/testing/asked-statements.ts';
import { listImportedReads, listSources, listWalks, planOf } from '#db/testing/query-plans.ts';
import { privateReads } from '#db/testing/private-reads.ts';
import { addPaper, readerReads } from '#db/testing/reader-reads.ts';

/*
 * Checks SQLite's query plan for every statement of a reader's page, a feed or the due time. None may
 * scan a whole table that grows (db/testing/query-plans.ts).
 */
/** Scans that are allowed, each with what bounds it. */
const ALLOWED = new Set([
  // The bylines of the paper: people, not articles.
  'listTakenNames: SCAN authors',
  // The latest 2,000, in the order of the index.
  'getUsualWait: SCAN latest USING COVERING INDEX moderation_decisions_time',
]);

const plans = new Map<string, string[]>();
const walks = new Map<string, string[]>();
let reads: Record<string, () => Promise<unknown>>;

beforeAll(async () => {
  const paper = await addPaper();
  reads = { ...readerReads(paper, NOON), ...(await privateReads(paper, NOON)) };
  for (const [name, read] of Object.entries(reads)) {
    const asked = await listStatements(read);
    plans.set(
      name,
      asked.flatMap(({ sql, values }) => planOf(sql, values)),
    );
    walks.set(
      name,
      asked.flatMap(({ sql, values }) => listWalks(sql, values)),
    );
  }
});

describe("no statement of a reader's page scans a table that grows", () => {
  it('among all reads of this list', () => {
    const found = [...walks].flatMap(([name, steps]) => steps.map((step) => `${name}: ${step}`));
    expect(found.filter((walk) => !ALLOWED.has(walk))).toEqual([]);
    expect([...plans.values()].flat().length).toBeGreaterThan(80);
  });

  it("and the list holds every read that a reader's page imports", () => {
    const sources = listSources('app', 'server').filter(
      (name) =>
        !name.startsWith('app/newsroom/') &&
        !name.startsWith('app/_request/') &&
        !name.endsWith('mail.ts') &&
        !name.endsWith('webhook.ts'),
    );
    const asking = listImportedReads(sources);
    expect(asking.size).toBeGreaterThan(20);
    expect([...asking].filter((name) => !(name in reads))).toEqual([]);
  });
});

describe('reads that once stopped a site', () => {
  it('the next due time is the first row of an index, for each of its kinds', () => {
    const steps = plans.get('getNextDueTime')!.filter((step) => step.includes('articles'));
    expect(steps).toEqual([
      'SEARCH articles USING COVERING INDEX articles_publication (status=? AND published_at>?)',
      'SEARCH articles USING COVERING INDEX articles_breaking_end (status=? AND breaking_until>?)',
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
    expect(
      names.filter((step) => /listings|article/.test(step)).map((step) => step.replace(/ EXISTS/, '')),
    ).toEqual(Array(4).fill('SEARCH listings USING PRIMARY KEY (list=? AND locale=? AND published_at<?)'));
    expect(names.join()).not.toContain('TEMP B-TREE');
    expect(plans.get('listFilledSections')).toContain(
      'SEARCH listings USING PRIMARY KEY (list=? AND locale=? AND published_at<?)',
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
