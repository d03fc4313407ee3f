import { beforeAll, expect, it } from 'vitest';
import { findArticleByAddress } from '#db/articles/find-by-address.ts';
import { submitComment } from '#db/comments/submit.ts';
import { askForLink, forgetConfirmed, getLinkMail } from '#db/comments/writer-addresses.ts';
import { db } from '#db/engine/client.ts';
import { writerLinks } from '#db/tables/tables.ts';
import { NOON, submission } from '#db/testing/articles.ts';
import { makeSite } from '#db/testing/command-site.ts';
import { COMMANDS } from '#db/testing/commands.ts';
import { deskReads } from '#db/testing/desk-reads.ts';
import { privateReads } from '#db/testing/private-reads.ts';
import { listIndexes, listReadIndexes } from '#db/testing/query-plans.ts';
import { addPaper, readerReads, setPaperAside, watchStatements } from '#db/testing/reader-reads.ts';
import { addTestPerson } from '#db/testing/staff.ts';
import { runPeriodicTasks } from './ticker.ts';

/** Indexes that better-auth reads when a person signs in. */
const SIGN_IN = ['accounts_user', 'passkeys_credential', 'verifications_identifier'];

let statements: string[];

beforeAll(async () => {
  const { seen, stop } = watchStatements();
  const paper = await addPaper();
  for (const reads of [readerReads(paper, NOON), await privateReads(paper, NOON)])
    for (const read of Object.values(reads)) await read();
  await setPaperAside();
  const [person, author] = [await addTestPerson('مدير', 'admin'), await addTestPerson('كاتب', 'author')];
  const site = await makeSite(person, author);
  for (const read of Object.values<() => unknown>(deskReads(site, { person, author }))) await read();
  await actAsReader(paper.first.id);
  await findArticleByAddress({ link: '/2019/05/title', slug: 'title' });
  await runPeriodicTasks(NOON);
  await runPeriodicTasks(new Date(NOON.getTime() + 60_000));
  for (const { commands } of COMMANDS)
    for (const command of Object.values(commands))
      await Promise.resolve(command(person, site)).catch(() => undefined);
  stop();
  statements = [...seen].filter((text) => /^\s*(?:select|with|insert|update|delete)\b/i.test(text));
}, 120_000);

/** What no command of the newsroom does. */
async function actAsReader(articleId: string) {
  await submitComment(submission(articleId));
  await askForLink({ email: 'reader@example.org', address: '192.0.2.1', locale: 'ar' }, NOON);
  for (const { id } of await db().select().from(writerLinks)) await getLinkMail(id, NOON);
  await db().transaction((tx) => forgetConfirmed(tx, 'index'));
}

it('every index is read by a statement of the site, of a trigger or of a foreign key', () => {
  expect(statements.length).toBeGreaterThan(400);
  const used = new Set([...statements.flatMap((text) => listReadIndexes(text)), ...SIGN_IN]);
  expect(listIndexes().filter((name) => !used.has(name))).toEqual([]);
});
