import { count, getTableColumns, sql, type SQL } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stemWord } from '#lib/arabic/stem.ts';
import type { Person } from '#lib/people/can.ts';
import { env } from '#lib/env.ts';
import { runProcess } from '#lib/testing/process.ts';
import { db } from '#db/engine/client.ts';
import { runDueJobs, type JobHandlers } from '#db/jobs/jobs.ts';
import { addRedirect, findRedirect } from './redirects.ts';
import { searchArticles } from '#db/search/find-articles.ts';
import { reindexTagged } from '#db/articles/search-index.ts';
import { articles, articleTags, jobs, redirects, tags, type Tag } from '#db/tables/tables.ts';
import { ensureTags, mergeTags, renameTag } from './tags.ts';
import { addNewsroom, after, MINUTE, NOON, publish } from '#db/testing/articles.ts';
import { addTestPerson } from '#db/testing/staff.ts';

let admin: Person;
beforeAll(async () => {
  await addNewsroom();
  admin = await addTestPerson('ليلى', 'admin');
});
beforeEach(async () => {
  for (const table of [articles, tags, redirects, jobs]) await db().delete(table);
  await db().run('delete from article_search');
});

const make = (...names: string[]) => db().transaction((tx) => ensureTags(tx, names));
const countHits = async (query: string) =>
  (await searchArticles(query, { locale: 'ar', now: NOON, order: 'newest', page: 1, perPage: 1 }))?.total;
/**
 * SQL that counts the index rows of a word now. `searchArticles` answers from its cache until the reindex is
 * complete.
 */
const indexed = (word: string) =>
  `select count(*) from article_search where article_search match '"${stemWord(word)}"'`;
const reindex: JobHandlers['reindex'] = ({ payload }) => reindexTagged((payload as { tagId: string }).tagId);
const workThrough = (now = NOON) => runDueJobs({ reindex }, () => now);

/**
 * Copies an article of this tag up to that number, as many publications would have left it, but without index
 * rows.
 */
async function fill({ id: tagId, name }: Tag, many: number) {
  const { id, number } = await publish({ tags: [name] });
  const own: Record<string, SQL> = { id: sql`n || ${id}`, number: sql`${number} + n` };
  const columns = Object.values(getTableColumns(articles));
  const names = sql.join(
    columns.map((column) => sql.identifier(column.name)),
    sql`, `,
  );
  const values = sql.join(
    columns.map((column) => own[column.name] ?? sql.identifier(column.name)),
    sql`, `,
  );
  const counted = sql`with recursive counted (n) as (select 1 union all select n + 1 from counted where n < ${many - 1})`;
  await db().run(
    sql`insert into articles (${names}) ${counted} select ${values} from articles, counted where id = ${id}`,
  );
  await db().run(
    sql`insert or ignore into article_tags select id, ${tagId}, 0 from articles where id like ${`%${id}`}`,
  );
}

describe('a manual redirect from a tag’s address', () => {
  it.each(['/world', '', '/en/tag/بحر', 'https://example.org/tag/x', '/tag/بحر'])(
    'to «%s» does not make its target another name of the tag',
    async (toPath) => {
      expect(await addRedirect({ fromPath: '/tag/ميناء', toPath }, admin, NOON)).toHaveProperty('redirect');
      expect((await make('ميناء', 'بحر')).map(({ name, slug }) => [name, slug])).toEqual([
        ['ميناء', 'ميناء'],
        ['بحر', 'بحر'],
      ]);
    },
  );
});

it('an old name is followed over several renames, and back', async () => {
  const [tag] = await make('قديم');
  await renameTag(tag!.id, { name: 'أحدث' }, admin, NOON);
  await renameTag(tag!.id, { name: 'أحدث منه' }, admin, NOON);
  expect((await make('قديم', 'أحدث')).map(({ slug }) => slug)).toEqual(['أحدث-منه']);
  await renameTag(tag!.id, { name: 'قديم' }, admin, NOON);
  expect([await findRedirect('/tag/قديم'), await findRedirect('/tag/أحدث')]).toEqual([
    undefined,
    '/tag/قديم',
  ]);
  expect((await make('أحدث')).map(({ slug }) => slug)).toEqual(['قديم']);
});

describe('a common tag', () => {
  it('renamed and merged is found by its new name, and other queries run in between', async () => {
    const [tag, into] = await make('زيتون', 'قمح');
    await fill(tag!, 1000);
    await reindexTagged(tag!.id);
    expect(await countHits('زيتون')).toBe(200);
    expect(await renameTag(tag!.id, { name: 'مرجان' }, admin, NOON)).toHaveProperty('tag.name', 'مرجان');
    expect(await countHits('مرجان')).toBe(0);
    // Reads the progress at each turn of the event loop.
    const answers: unknown[] = [];
    const ask = () => {
      void db()
        .values<[number]>(indexed('مرجان'))
        .then(([row]) => answers.push(row![0]));
      timer = setImmediate(ask);
    };
    let timer = setImmediate(ask);
    await workThrough();
    clearImmediate(timer);
    expect(answers).toContain(40);
    expect(new Set(answers).size).toBeGreaterThan(3);
    expect([await countHits('مرجان'), await countHits('زيتون')]).toEqual([200, 0]);

    expect(await mergeTags(tag!.id, into!.id, admin, NOON)).toHaveProperty('tag.name', 'قمح');
    await workThrough();
    expect([await countHits('قمح'), await countHits('مرجان')]).toEqual([200, 0]);
  });

  it('with more articles than a statement has parameters is merged, and no article has both', async () => {
    const [from, into] = await make('زيتون', 'قمح');
    await publish({ tags: ['زيتون', 'قمح'] });
    await fill(from!, 33_000);
    expect(await mergeTags(from!.id, into!.id, admin, NOON)).toHaveProperty('tag.name', 'قمح');
    expect(
      await db()
        .select({ tagId: articleTags.tagId, count: count() })
        .from(articleTags)
        .groupBy(articleTags.tagId),
    ).toEqual([{ tagId: into!.id, count: 33_001 }]);
  });
});

it('a reindex that a killed process left unfinished is completed by the next process', async () => {
  const [tag] = await make('زيتون');
  await fill(tag!, 150);
  await reindexTagged(tag!.id);
  await renameTag(tag!.id, { name: 'مرجان' }, admin, NOON);
  const code = `
    import { setImmediate as nextTurn } from 'node:timers/promises';
    import { runDueJobs } from '#db/jobs/jobs.ts';
    import { db } from '#db/engine/client.ts';
    import { reindexTagged } from '#db/articles/search-index.ts';
    const now = new Date(${NOON.getTime()});
    const found = async () => (await db().values(${JSON.stringify(indexed('مرجان'))}))[0][0];
    const reindex = async ({ payload }) => {
      void reindexTagged(payload.tagId);
      while ((await found()) === 0) await nextTurn();
      process.kill(process.pid, 'SIGKILL');
    };
    await runDueJobs({ reindex }, () => now);`;
  await runProcess(code, env.dataDir).catch(() => undefined);
  expect(await countHits('مرجان')).toBeGreaterThan(0);
  expect(await countHits('مرجان')).toBeLessThan(150);
  expect(await workThrough(after(MINUTE))).toBe(0);
  expect(await workThrough(after(2 * MINUTE))).toBe(1);
  expect([await countHits('مرجان'), await countHits('زيتون')]).toEqual([150, 0]);
});
