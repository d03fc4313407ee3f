import { beforeAll, describe, expect, it } from 'vitest';
import { NOON } from './articles.ts';
import { makeSite } from './command-site.ts';
import { deskReads } from './desk-reads.ts';
import { hasPlan, listImportedReads, listSources, listWalks } from './query-plans.ts';
import { readerReads, watchStatements, type Paper } from './reader-reads.ts';
import { addTestPerson } from './staff.ts';

/*
 * Checks SQLite's query plan for every statement that a page or list of the newsroom runs. None may read a
 * whole table that grows, unless something bounds it.
 */

/** At most this many rows in the order of an index: the statement or its subquery has a limit. */
const inOrder = (...indexes: string[]) =>
  new RegExp(
    `^(?:SCAN \\w+|SEARCH \\w+ (?=.*\\((?:status|kind)=\\?\\)$)) ?USING (?:COVERING )?INDEX (?:${indexes.join('|')})\\b`,
  );
const BYLINES = /^SCAN authors\b/;

/** Scans that are allowed, each with what bounds it. */
const ALLOWED: Record<string, RegExp[]> = {
  // One page, or the first 10,000 rows for a count.
  countOpen: [inOrder('comments_unreviewed', 'comments_queue')],
  countQueues: [inOrder('comments_unreviewed', 'comments_queue')],
  getOldestOpen: [inOrder('comments_queue')],
  getQueueContext: [inOrder('comments_queue')],
  listQueue: [inOrder('comments_queue', 'comments_risk')],
  // The second: the first row above each kind of action, of which there are a few dozen.
  listAudit: [
    inOrder('audit_log_time'),
    /^SEARCH audit_log .*INDEX audit_log_action \(action>\? AND action<\?\)$/,
  ],
  listBans: [inOrder('bans_time')],
  listDecisions: [inOrder('moderation_decisions_people', 'moderation_decisions_undo')],
  listMissing: [inOrder('address_hits_order')],
  listTagsForDesk: [inOrder('tags_name', 'tags_folded')],
  getFirstSteps: [inOrder('articles_desk')],
  // The first 20,000 rows for a filter, 10,000 for a count, 5,000 for a search.
  openDesk: [inOrder('articles_list', 'articles_desk')],
  listRedirects: [inOrder('redirects_time')],
  searchMedia: [inOrder('media_time')],
  tryWordRule: [inOrder('comments_queue')],
  // Only among the hits of a search.
  listChoices: [inOrder('articles_desk')],
  // Folded slugs, read from an index of them alone.
  suggestTagNames: [inOrder('tags_folded')],
  // Every byline, to choose from. A newsroom has hundreds.
  listAuthors: [BYLINES],
  listAuthorsForDesk: [BYLINES],
  listBylines: [BYLINES],
  // Bylines, and the few texts that wait for their time.
  listUsages: [BYLINES, /^SCAN scheduled_revisions$/],
  // A periodic task limits the table.
  getClassifierState: [/^SCAN classifier_tokens$/],
};

const walks = new Map<string, string[]>();
let reads: ReturnType<typeof deskReads>;

beforeAll(async () => {
  const person = await addTestPerson('مدير', 'admin');
  const author = await addTestPerson('كاتب', 'author');
  reads = deskReads(await makeSite(person, author), { person, author });
  for (const [name, read] of Object.entries(reads)) {
    const { seen, stop } = watchStatements();
    await read();
    stop();
    walks.set(
      name,
      [...seen].filter(hasPlan).flatMap((sql) => listWalks(sql)),
    );
  }
});

describe('no statement of the newsroom scans a table that grows', () => {
  it('among all reads of this list', () => {
    const found = [...walks].flatMap(([name, steps]) =>
      [...new Set(steps)]
        .filter((step) => !ALLOWED[name]?.some((allowed) => allowed.test(step)))
        .map((step) => `${name}: ${step}`),
    );
    expect(found).toEqual([]);
    expect(walks.size).toBeGreaterThan(80);
  });

  it('and the list holds every read that a page of the newsroom imports', () => {
    const ofReaders = Object.keys(readerReads({ first: {}, second: {}, live: {}, tag: {} } as Paper, NOON));
    const known = new Set([...Object.keys(reads), ...ofReaders, ...INSIDE, ...NO_READS]);
    const asking = listImportedReads(listSources('app/newsroom'));
    expect(asking.size).toBeGreaterThan(60);
    expect([...asking].filter((name) => !known.has(name))).toEqual([]);
  });
});

/** Reads that another entry of the list runs. */
const INSIDE = ['countDecisions', 'countMedia', 'listDesk'];
/** Commands, and functions that ask for nothing. */
const NO_READS = ['getPagePreviewLink', 'getPreviewLink', 'listPublishFaults'];
