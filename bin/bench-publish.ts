import { listArticles } from '#db/articles/cards.ts';
import { openDraft, saveDraft } from '#db/articles/drafts.ts';
import { publishDraft } from '#db/articles/publish-draft.ts';
import { closeDatabase, db } from '#db/engine/client.ts';
import { engine } from '#db/engine/engine.ts';
import { articles } from '#db/tables/tables.ts';
import { addTestPerson } from '#db/testing/staff.ts';
import type { Person } from '#lib/people/can.ts';

/*
 * DATA_DIR=folder node bin/bench-publish.ts: measures what publishing costs in a database as large as the one
 * in the folder, with everything that is written in its transaction. It changes articles: use a copy, such as
 * an archive of `npm run proof -- scale`.
 */
const ROUNDS = 40;

/** Publishes new words, and a tag that no article has yet, for one article. Returns CPU time and wait. */
async function publishOnce(articleId: string, round: number, person: Person) {
  const found = await db().transaction((tx) => openDraft(tx, articleId));
  const { content, version } = found!.draft;
  const changed = {
    ...content,
    headline: `${content.headline} ${round}`,
    tags: [...content.tags.slice(0, 4), `وسم جديد ${Date.now()} ${round}`],
  };
  const saved = await saveDraft({ articleId, content: changed, version }, person, new Date());
  if ('fault' in saved) throw new Error(`Not saved: ${saved.fault}`);
  const cpu = process.cpuUsage();
  const started = performance.now();
  const result = await publishDraft({ articleId, version: saved.version }, person, new Date());
  const used = process.cpuUsage(cpu);
  if ('fault' in result) throw new Error(`Not published: ${JSON.stringify(result)}`);
  return { cpu: (used.user + used.system) / 1000, wait: performance.now() - started };
}

engine.migrate();
const person = await addTestPerson('قياس', 'admin');
const count = await db().$count(articles);
const listed = await listArticles({}, { locale: 'ar', now: new Date(), limit: ROUNDS });
const results: Awaited<ReturnType<typeof publishOnce>>[] = [];
for (const [round, { id }] of listed.entries()) results.push(await publishOnce(id, round, person));
const middle = (of: 'cpu' | 'wait') => {
  const sorted = results.map((each) => each[of]).toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!.toFixed(1);
};
const worst = Math.max(...results.slice(1).map(({ cpu }) => cpu)).toFixed(1);
console.log(
  `${count} articles: publishing takes ${middle('cpu')} ms of CPU (median of ${results.length}; worst but for the first ${worst}), ${middle('wait')} ms until it is on the disk`,
);
closeDatabase();
