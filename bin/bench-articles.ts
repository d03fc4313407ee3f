import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/* node bin/bench-articles.ts: how long the newsroom's list takes with 100,000 articles, on a database made for it. */
const ARTICLES = 100_000;
const ROUNDS = 20;
const folder = mkdtempSync(join(tmpdir(), 'midad-bench-articles-'));
process.env.DATA_DIR = folder;

const { env } = await import('#lib/env.ts');
const { migrateSqlite } = await import('#db/migrate.ts');
const { closeDatabase } = await import('#db/client.ts');
const { fillArticles } = await import('#db/seed/fill-articles.ts');
const { countDesk, listDesk } = await import('#db/article-desk.ts');
const { listAuthors } = await import('#db/authors.ts');
const { listSections } = await import('#db/sections.ts');
const { getTag } = await import('#db/tags.ts');

type Filter = Parameters<typeof listDesk>[0];

/** Time of the processor: the same whatever else the machine does meanwhile. */
async function measure(label: string, work: () => Promise<unknown>) {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1000);
  }
  times.sort((a, b) => a - b);
  console.log(`${label.padEnd(44)} median ${times[ROUNDS / 2]!.toFixed(1)} ms, worst ${times.at(-1)!.toFixed(1)} ms`);
}

try {
  migrateSqlite(env.databaseFile);
  const editor = await fillArticles(ARTICLES);
  const author = { ...editor, id: 'nobody', role: 'author' as const };
  const now = new Date();
  const [[section], [byline], tag] = await Promise.all([listSections(), listAuthors(), getTag('النقل')]);
  const day = (back: number) => new Date(now.getTime() - back * 86_400_000);
  const open = (filter: Filter, person = editor, back?: number) => () =>
    Promise.all([countDesk(filter, person, now), listDesk(filter, person, { now, limit: 30, after: back === undefined ? undefined : { updatedAt: day(back), id: '' } })]);
  await measure('opens', open({ state: 'all' }));
  await measure('opens in the middle', open({ state: 'all' }, editor, 170));
  await measure('published, of one section', open({ state: 'published', sectionId: section!.id }));
  await measure('drafts (one in 200)', open({ state: 'draft' }));
  await measure('sent to the desk', open({ state: 'sent' }));
  await measure('of one byline', open({ state: 'all', authorId: byline!.id }));
  await measure('of one byline, one tag', open({ state: 'all', authorId: byline!.id, ...(tag && { tagId: tag.id }) }));
  await measure('days of last summer, English (none)', open({ state: 'published', locale: 'en', from: day(150), to: day(120) }));
  await measure('words that half of them hold', open({ state: 'all', text: 'الميناء القديم' }));
  await measure('a word that every 997th holds', open({ state: 'all', text: 'زمردة' }));
  await measure('a common word in the trash', open({ state: 'trash', text: 'الميناء' }));
  await measure('an author, whose own are none', open({ state: 'draft', isMine: true }, author));
} finally {
  closeDatabase();
  rmSync(folder, { recursive: true, force: true });
}
