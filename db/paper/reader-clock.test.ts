import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { openDatabase } from '#db/engine/client.ts';
import { MINUTE, NOON } from '#db/testing/articles.ts';
import { addPaper, readerReads, type Paper } from '#db/testing/reader-reads.ts';
import { runWithPageRequest } from '#lib/page-request.ts';
import { Recording } from '#lib/recording.ts';

/* A cached page is asked again at another time (decision 022): it must not depend on the clock in secret. */
let paper: Paper;
beforeAll(async () => {
  paper = await addPaper();
});

async function record(name: string, now: Date): Promise<Map<string, string>> {
  const recording = new Recording(now.getTime());
  const read = async () => {
    await readerReads(paper, now)[name as keyof ReturnType<typeof readerReads>]();
  };
  await runWithPageRequest({ clientAddress: '', recording }, () =>
    openDatabase().watch(recording.onStatement, read),
  );
  expect(recording.isComplete, name).toBe(true);
  return recording.answers;
}

/** Reads of pages that are never cached, and those that the page cache itself makes. */
const NOT_CACHED = new Set(['searchArticles', 'getNextDueTime', 'getToday', 'getVersions']);

it('at two times between which nothing is due, the same reads are recorded', async () => {
  const [first, second] = [new Date(NOON.getTime() + 1), new Date(NOON.getTime() + MINUTE + 7)];
  const names = Object.keys(readerReads(paper, NOON)).filter((name) => !NOT_CACHED.has(name));
  expect(names.length).toBeGreaterThan(30);
  const differing: string[] = [];
  for (const name of names) {
    const [recorded, later] = [await record(name, first), await record(name, second)];
    expect(recorded.size, name).toBeGreaterThan(0);
    // Concurrent reads are recorded in any order.
    const [one, other] = [recorded, later].map((answers) => JSON.stringify([...answers].sort()));
    if (one !== other) differing.push(name);
  }
  expect(differing).toEqual([]);
});

it('no page or component of readers takes the time from the clock', () => {
  const sources = ['app/[locale]', 'app/sitemap-parts', 'components'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  );
  const pages = sources.filter(
    (name) => /(?<!test)\.tsx?$/.test(name) && !/^components\/(?:newsroom|editor)\//.test(name),
  );
  expect(pages.length).toBeGreaterThan(100);
  const takes = pages.filter((name) => /new Date\(\)|Date\.now\(\)/.test(readFileSync(name, 'utf8')));
  const isCached = (name: string) => {
    const rules = join(dirname(name), 'route-rules.ts');
    const isPrivate = existsSync(rules) && readFileSync(rules, 'utf8').includes('isPrivate: true');
    const isForm = /export (?:async function|const) POST\b/.test(readFileSync(name, 'utf8'));
    return !name.endsWith('/route.ts') || !(isForm || isPrivate);
  };
  expect(takes.filter(isCached)).toEqual([]);
});
