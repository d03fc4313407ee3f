import { asc, desc, eq } from 'drizzle-orm';
import { closeDatabase, db } from '#db/engine/client.ts';
import { engine } from '#db/engine/engine.ts';
import { openDraft } from '#db/articles/drafts.ts';
import { publishDraft } from '#db/articles/publish-draft.ts';
import { articles, drafts, users } from '#db/tables/tables.ts';

/*
 * DATA_DIR=folder node bin/bench-publish.ts: measures what publishing costs in a database as large as the one
 * in the folder, with everything that is written in its transaction. It changes articles: use a copy, such as
 * an archive of `npm run proof -- scale`.
 */
const ROUNDS = 40;

/** Publishes new words, and a tag that no article has yet, for one article. Returns CPU time and wait. */
async function publishOnce(articleId: string, round: number, person: { id: string; name: string }) {
  const found = await db().transaction((tx) => openDraft(tx, articleId));
  const { content, version } = found!.draft;
  const changed = {
    ...content,
    headline: `${content.headline} ${round}`,
    tags: [...content.tags.slice(0, 4), `وسم جديد ${Date.now()} ${round}`],
  };
  await db().update(drafts).set({ content: changed }).where(eq(drafts.articleId, articleId));
  const cpu = process.cpuUsage();
  const started = performance.now();
  const result = await publishDraft({ articleId, version }, { ...person, role: 'admin' }, new Date());
  const used = process.cpuUsage(cpu);
  if ('fault' in result) throw new Error(`Not published: ${JSON.stringify(result)}`);
  return { cpu: (used.user + used.system) / 1000, wait: performance.now() - started };
}

engine.migrate();
const [person] = await db().select({ id: users.id, name: users.name }).from(users).limit(1);
const half = ROUNDS / 2;
const find = (order: 'newest' | 'oldest') =>
  db()
    .select({ id: articles.id })
    .from(articles)
    .where(eq(articles.status, 'published'))
    .orderBy((order === 'newest' ? desc : asc)(articles.publishedAt))
    .limit(half);
const count = await db().$count(articles);
const results = [];
for (const [round, { id }] of [...(await find('newest')), ...(await find('oldest'))].entries())
  results.push(await publishOnce(id, round, person!));
const middle = (of: 'cpu' | 'wait') =>
  results
    .map((each) => each[of])
    .toSorted((a, b) => a - b)
    [Math.floor(results.length / 2)]!.toFixed(1);
const worst = Math.max(...results.slice(1).map(({ cpu }) => cpu)).toFixed(1);
console.log(
  `${count} articles: publishing takes ${middle('cpu')} ms of CPU (median of ${results.length}; worst but for the first ${worst}), ${middle('wait')} ms until it is on the disk`,
);
closeDatabase();
