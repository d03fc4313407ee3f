import { expect, it } from 'vitest';
import { db } from '#db/engine/client.ts';
import { enqueueJob, type JobHandlers, type JobKind } from '#db/jobs/jobs.ts';
import { startTicker } from './ticker.ts';

const enqueue = (kind: JobKind) => db().transaction((tx) => enqueueJob(tx, kind, {}, new Date()));

it('sends mail while a long job of another kind runs, and waits for both at shutdown', async () => {
  const reindex = Promise.withResolvers<void>();
  const done: string[] = [];
  const note = (kind: string) => async () => void done.push(kind);
  const handlers: JobHandlers = {
    notice: note('notice'),
    mail: note('mail'),
    webhook: note('webhook'),
    staffMail: () => Promise.resolve(),
    authorMail: () => Promise.resolve(),
    link: () => Promise.resolve(),
    reindex: () => reindex.promise.then(note('reindex')),
  };
  await enqueue('reindex');
  const ticker = startTicker(handlers);
  await enqueue('mail');
  await expect.poll(() => done, { timeout: 10_000 }).toEqual(['mail']);
  await enqueue('webhook');
  await expect.poll(() => done, { timeout: 10_000 }).toEqual(['mail', 'webhook']);
  const stopped = ticker.stop();
  reindex.resolve();
  await stopped;
  expect(done).toEqual(['mail', 'webhook', 'reindex']);
});
