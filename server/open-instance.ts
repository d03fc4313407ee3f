import cluster from 'node:cluster';
import type { Server } from 'node:net';
import { closeDatabase } from '#db/engine/client.ts';
import { refuseLostDatabase, settleKeys, warnOfLostMedia } from '#db/privacy/instance-keys.ts';
import { respellTags } from '#db/paper/respell-tags.ts';
import { makeOwnPages } from '#db/paper/first-run.ts';
import { seedDemo } from '#db/seed/seed-demo.ts';
import { createFirstAdmin } from '#db/people/staff.ts';
import { env } from '#lib/env.ts';
import { createMailer } from '#lib/mail/mailer.ts';
import { createJobHandlers } from './job-handlers.ts';
import { migrateFirst } from './migrate-first.ts';
import { onStop } from './on-stop.ts';
import { serveAlone, serveForPrimary } from './serve.ts';
import { startTicker } from './ticker.ts';
import { runWorkers } from './workers.ts';

const listen = (server: Server) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(env.port, env.host, resolve);
  });

/** Prepares the data. Only one process may do this, before any process answers requests. */
async function prepareInstance() {
  refuseLostDatabase(process.argv.includes('--new-database'));
  await migrateFirst(listen);
  await settleKeys(process.argv.includes('--new-keys'));
  await warnOfLostMedia();
  if (env.demo) await seedDemo();
  await makeOwnPages(new Date());
  await respellTags();
  const admin = await createFirstAdmin();
  if (admin) console.log(`First administrator (shown only now): ${admin.email} / ${admin.password}`);
}

/** Only one process of an instance runs its jobs. */
let ticker: ReturnType<typeof startTicker> | undefined;
const beginWork = () => {
  ticker = startTicker(createJobHandlers(createMailer(env)));
};

/** The primary prepares the data and answers or starts workers; a worker answers for the primary. */
export async function openInstance(): Promise<void> {
  if (!cluster.isPrimary) return serveForPrimary();
  await prepareInstance();
  onStop(() => void ticker?.stop());
  const end = async () => {
    await ticker?.stop();
    closeDatabase();
    process.exit(0);
  };
  if (env.workers > 1) await runWorkers(env.workers, listen, end);
  else await serveAlone(listen, end);
  beginWork();
  console.log(`Midad is at ${env.siteUrl} (newsroom: ${env.siteUrl}/newsroom)`);
}
