import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { getKeys } from '#lib/security/keys.ts';
import { createMailer } from '#lib/mail/mailer.ts';
import { env } from '#lib/env.ts';
import { verifyWebhook } from '#lib/security/webhook.ts';
import { db } from '#db/engine/client.ts';
import { keepContact } from '#db/privacy/addresses/keep.ts';
import { enqueueJob, runDueJobs } from '#db/jobs/jobs.ts';
import { changeSettings } from '#db/paper/settings.ts';
import { jobs } from '#db/tables/tables.ts';
import { addComment, addNewsroom, after, MINUTE, NOON, publish } from '#db/testing/articles.ts';
import { createJobHandlers } from './job-handlers.ts';

const handlers = createJobHandlers(createMailer(env));
const got: { headers: IncomingHttpHeaders; body: string; path: string }[] = [];
let answerWith = 204;
let server: Server;
let base = '';
let commentId = '';
let number = 0;

const point = (webhookUrl: string) => db().transaction((tx) => changeSettings(tx, { webhookUrl }));
const happen = (event: string) =>
  db().transaction((tx) => enqueueJob(tx, 'webhook', { event, commentId }, NOON));

beforeAll(async () => {
  await addNewsroom();
  const article = await publish();
  number = article.number;
  commentId = await addComment(article.id, { name: 'canary-name', body: 'canary-body' });
  await db().transaction((tx) =>
    keepContact(tx, commentId, { email: 'canary-hook@birds.example', address: '192.0.2.77' }, NOON),
  );
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    got.push({ headers: request.headers, body, path: request.url! });
    response.writeHead(answerWith, answerWith === 302 ? { Location: '/elsewhere' } : {});
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  env.webhookAllowPrivate = true;
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await point(`${base}/hook`);
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
afterEach(async () => {
  vi.restoreAllMocks();
  answerWith = 204;
  got.length = 0;
  await db().delete(jobs);
  await point(`${base}/hook`);
});

describe('a webhook', () => {
  it('sends a signed event of a comment, without its text or personal data', async () => {
    await happen('comment.approved');
    await runDueJobs(handlers, () => NOON);
    const [{ headers, body }] = got as [(typeof got)[0]];
    expect(got).toHaveLength(1);
    expect(verifyWebhook(getKeys().webhook, String(headers['midad-signature']), body, NOON)).toBe(true);
    const [job] = await db().select().from(jobs);
    expect(JSON.parse(body)).toEqual({
      id: job!.id,
      event: 'comment.approved',
      time: NOON.toISOString(),
      comment: { id: commentId, status: 'approved' },
      article: { number, url: `${env.siteUrl}/n/${number}` },
    });
    expect(JSON.stringify(got)).not.toMatch(/canary|192\.0\.2/);
  });

  it('is sent again with the same id until it is accepted', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    answerWith = 500;
    await happen('comment.pending');
    await runDueJobs(handlers, () => NOON);
    answerWith = 204;
    await runDueJobs(handlers, () => after(MINUTE));
    await runDueJobs(handlers, () => after(10 * MINUTE));
    expect(got).toHaveLength(2);
    expect(got[0]!.body).toBe(got[1]!.body);
    expect(
      verifyWebhook(
        getKeys().webhook,
        String(got[1]!.headers['midad-signature']),
        got[1]!.body,
        after(MINUTE),
      ),
    ).toBe(true);
  });

  it('is signed with the time of sending, also when it waits behind others', async () => {
    await happen('comment.pending');
    await happen('comment.approved');
    let now = NOON;
    await runDueJobs(
      {
        webhook: async (...given) => {
          await handlers.webhook(...given);
          now = new Date(now.getTime() + 10 * MINUTE);
        },
      },
      () => now,
    );
    const times = got.map(({ headers, body }, n) =>
      verifyWebhook(getKeys().webhook, String(headers['midad-signature']), body, after(n * 10 * MINUTE)),
    );
    expect(times).toEqual([true, true]);
  });

  it('follows no redirect', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    answerWith = 302;
    await happen('comment.reported');
    await runDueJobs(handlers, () => NOON);
    expect(got.map(({ path }) => path)).toEqual(['/hook']);
    expect((await db().select().from(jobs))[0]).toMatchObject({
      doneAt: null,
      lastError: 'Webhook: answered 302',
    });
  });

  it('is never sent unencrypted over a network, and its address is not logged', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    for (const url of ['http://192.0.2.1/secret', 'https://127.0.0.1:1/secret']) {
      await point(url);
      await happen('comment.pending');
      await runDueJobs(handlers, () => NOON);
    }
    expect(said.mock.calls.flat().join()).toMatch(/must be https[\s\S]*no connection/);
    expect(said.mock.calls.flat().join() + JSON.stringify(await db().select().from(jobs))).not.toContain(
      'secret',
    );
  });

  it('is not sent into a private network, by address or by name, unless a setting allows it', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    env.webhookAllowPrivate = false;
    for (const url of [
      `${base}/hook`,
      base.replace('127.0.0.1', 'localhost'),
      'https://10.0.0.1/hook',
      'https://[fd00::1]/hook',
      'https://169.254.169.254/',
    ]) {
      await point(url);
      await happen('comment.pending');
      await runDueJobs(handlers, () => NOON);
    }
    env.webhookAllowPrivate = true;
    expect(got).toEqual([]);
    expect(
      said.mock.calls
        .flat()
        .join('\n')
        .match(/private network/g),
    ).toHaveLength(5);
    const rows = await db().select().from(jobs);
    expect(rows).toHaveLength(5);
    for (const row of rows) expect(row).toMatchObject({ attempts: 1, doneAt: NOON });
  });

  it('is not sent when no address is set', async () => {
    await point('');
    await happen('comment.pending');
    await runDueJobs(handlers, () => NOON);
    expect(got).toEqual([]);
    expect((await db().select().from(jobs))[0]!.doneAt).toEqual(NOON);
  });
});
