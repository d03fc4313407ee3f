import { beforeAll, expect, it } from 'vitest';
import { NOON } from '#db/testing/articles.ts';
import { makeSite } from '#db/testing/command-site.ts';
import { hasPlan, listWalks } from '#db/testing/query-plans.ts';
import { watchStatements } from '#db/testing/reader-reads.ts';
import { addTestPerson } from '#db/testing/staff.ts';
import { runPeriodicTasks } from './ticker.ts';

/** Scans that are allowed, each with what bounds it. */
const ALLOWED = [
  // The task that limits this table must count it.
  /^SCAN classifier_tokens\b/,
  /^SCAN try_counts\b/,
];
let statements: string[] = [];

beforeAll(async () => {
  await makeSite(await addTestPerson('مدير', 'admin'), await addTestPerson('كاتب', 'author'));
  const { seen, stop } = watchStatements();
  await runPeriodicTasks(NOON);
  // The first run counts all appreciations; each run after it counts what has changed.
  await runPeriodicTasks(new Date(NOON.getTime() + 60_000));
  stop();
  statements = [...seen].filter(hasPlan);
});

it('no periodic task scans a table that grows', () => {
  const walks = statements.flatMap((sql) =>
    listWalks(sql)
      .filter((step) => !ALLOWED.some((allowed) => allowed.test(step)))
      .map((step) => `${step} in ${sql}`),
  );
  expect(walks).toEqual([]);
  expect(statements.length).toBeGreaterThan(20);
});
