import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { isNotNull } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { submitComment } from '#db/comments/submit.ts';
import { db } from '#db/engine/client.ts';
import { verifyDecisions } from '#db/moderation/chain.ts';
import { moderationDecisions } from '#db/tables/tables.ts';
import { addNewsroom, publish, submission } from '#db/testing/articles.ts';
import { file, item, replaceArticles } from '#db/testing/wxr.ts';
import { env } from '#lib/env.ts';
import { getKeys } from '#lib/security/keys.ts';

const IMPORTED = 600;

let path: string;
beforeAll(async () => {
  await addNewsroom();
  getKeys();
  ({ path } = await replaceArticles());
});

function startImport() {
  const source = join(env.dataDir, 'old.xml');
  const given = Array.from({ length: IMPORTED }, (_, n) => ({
    id: n + 1,
    parent: n % 3 === 2 ? n : 0,
    approved: n % 5 === 0 ? '0' : '1',
    email: `reader${n}@old.example`,
  }));
  writeFileSync(source, file(item(path, given)));
  return spawn(process.execPath, ['bin/comments-import.ts', source], {
    cwd: join(import.meta.dirname, '../..'),
    env: { ...process.env, DATA_DIR: env.dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

it('lets comments of readers in between those of an import', async () => {
  let article = '';
  const importing = startImport();
  const output = text(importing.stdout);
  for (let n = 0; importing.exitCode === null; n++) {
    const now = new Date();
    // An article takes only so many that wait for a decision.
    if (n % 150 === 0) article = (await publish({ headline: `خبر ${n}` })).id;
    const own = { body: `رأي ${n}`, email: `now${n}@example.org`, address: `10.${n % 250}.1.1` };
    const result = await submitComment(submission(article, own, now), now);
    expect(result).toHaveProperty('comment');
    // Leaves the other process its share of the machine.
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(await output).toContain('pending 120, approved 480');
  const rows = await db()
    .select({ rule: moderationDecisions.rule })
    .from(moderationDecisions)
    .where(isNotNull(moderationDecisions.rule))
    .orderBy(moderationDecisions.sequence);
  const isImport = rows.map(({ rule }) => rule === 'import');
  const meanwhile = isImport.slice(isImport.indexOf(true), isImport.lastIndexOf(true));
  expect(isImport.filter(Boolean)).toHaveLength(IMPORTED);
  // A transaction stores what fits into 25 ms, so comments of readers come between.
  expect(meanwhile.filter((each) => !each).length).toBeGreaterThan(3);
  expect(await verifyDecisions()).toMatchObject({ ok: true });
});
