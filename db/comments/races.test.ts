import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '#db/engine/client.ts';
import { newId } from '#db/engine/ids.ts';
import { verifyDecisions } from '#db/moderation/chain.ts';
import { comments } from '#db/tables/tables.ts';
import { env } from '#lib/env.ts';
import { getKeys } from '#lib/security/keys.ts';
import { NOON, submission } from '#db/testing/articles.ts';
import { addCommentedArticle, articleId, clearComments } from '#db/testing/sent-comments.ts';
import type { Submission } from './submit.ts';

beforeAll(async () => {
  await addCommentedArticle();
  getKeys();
});
beforeEach(clearComments);

/** Sends comments from another process, all at once, when the returned function is called. */
async function otherProcess(given: Submission[]) {
  const code = `
    const { submitComment } = await import('#db/comments/submit.ts');
    const now = new Date(${NOON.getTime()});
    const given = JSON.parse(process.argv[1]).map((each) => ({
      ...each,
      token: { ...each.token, issuedAt: new Date(each.token.issuedAt), expiresAt: new Date(each.token.expiresAt) },
    }));
    process.stderr.write('ready');
    process.stdin.once('data', async () => {
      const results = await Promise.all(given.map((each) => submitComment(each, now)));
      process.stdout.write(JSON.stringify(results.map((result) => result.fault ?? 'stored')));
      process.exit(0);
    });`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code, JSON.stringify(given)], {
    cwd: join(import.meta.dirname, '../..'),
    env: { ...process.env, DATA_DIR: env.dataDir },
    stdio: 'pipe',
  });
  await once(child.stderr, 'data');
  return () => {
    child.stdin.write('go\n');
    return json(child.stdout) as Promise<string[]>;
  };
}

/** What two processes answer that send the same list at the same moment. */
async function inTwoProcesses(makeList: (process: number) => Submission[]): Promise<string[]> {
  const starts = await Promise.all([0, 1].map((process) => otherProcess(makeList(process))));
  return (await Promise.all(starts.map((start) => start()))).flat();
}
const count = (results: string[]) =>
  Object.fromEntries(
    [...new Set(results)].sort().map((each) => [each, results.filter((one) => one === each).length]),
  );

describe('two processes that take comments at the same moment', () => {
  it('store the same words of one reader once', async () => {
    const results = await inTwoProcesses(() =>
      Array.from({ length: 12 }, () => submission(articleId, { body: 'نقرتان', token: newToken() })),
    );
    expect(count(results)).toEqual({ duplicate: 23, stored: 1 });
    expect(await db().$count(comments)).toBe(1);
  });

  it('store no more comments of one network than its limit', async () => {
    const results = await inTwoProcesses((process) =>
      Array.from({ length: 12 }, (_, n) =>
        submission(articleId, {
          body: `رأي ${process} ${n}`,
          email: `reader${process}-${n}@example.org`,
          token: newToken(),
        }),
      ),
    );
    expect(count(results)).toEqual({ stored: 6, tooFast: 18 });
    expect(await db().$count(comments)).toBe(6);
    expect(await verifyDecisions()).toMatchObject({ ok: true });
  });

  it('use a token once', async () => {
    const token = newToken();
    const results = await inTwoProcesses((process) =>
      Array.from({ length: 6 }, (_, n) => from(process, n, { body: `رأي ${process} ${n}`, token })),
    );
    expect(count(results)).toEqual({ stored: 1, tokenUsed: 11 });
  });

  it('count each copy of a text that was stored before', async () => {
    const body = 'نفس الكلام الطويل يرسله قراء كثيرون في لحظة واحدة من شبكات مختلفة';
    const results = await inTwoProcesses((process) =>
      Array.from({ length: 6 }, (_, n) => from(process, n, { body, token: newToken() })),
    );
    expect(count(results)).toEqual({ stored: 12 });
    const copies = (await db().select().from(comments)).map(({ signals }) =>
      Number(signals.find(({ rule }) => rule === 'nearCopy')?.detail ?? 0),
    );
    expect(copies.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, n) => n));
  });
});

const newToken = () => ({ ...submission(articleId).token, nonce: newId() });

/** A comment of another reader, from another network. */
const from = (process: number, n: number, given: Partial<Submission>): Submission =>
  submission(articleId, {
    email: `reader${process}-${n}@example.org`,
    address: `10.${process}.${n}.1`,
    ...given,
  });
