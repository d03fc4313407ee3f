import cluster from 'node:cluster';
import type { Server } from 'node:net';
import { closeDatabase } from '#db/client.ts';
import { refuseLostDatabase, settleKeys, warnOfLostMedia } from '#db/house-keys.ts';
import { migrateSqlite } from '#db/migrate.ts';
import { respellTags } from '#db/respell-tags.ts';
import { makeOwnPages } from '#db/first-run.ts';
import { seedDemo } from '#db/seed/seed-demo.ts';
import { createFirstAdmin } from '#db/staff.ts';
import { env } from '#lib/env.ts';
import { guardOutput } from '#lib/log.ts';
import { Refusal } from '#lib/refusal.ts';
import { createMailer } from '#lib/mail/mailer.ts';
import { createJobHandlers } from './job-handlers.ts';
import { onStop } from './on-stop.ts';
import { serveAlone, serveForPrimary } from './serve.ts';
import { startTicker } from './ticker.ts';
import { runWorkers } from './workers.ts';

guardOutput();

/** What only one process may do, before any answers. */
async function prepareHouse() {
  refuseLostDatabase(process.argv.includes('--new-database'));
  migrateSqlite(env.databaseFile);
  await settleKeys(process.argv.includes('--new-keys'));
  await warnOfLostMedia();
  if (env.demo) await seedDemo();
  await makeOwnPages(new Date());
  await respellTags();
  const admin = await createFirstAdmin();
  if (admin) console.log(`First administrator (shown only now): ${admin.email} / ${admin.password}`);
}

/** Only one process of a house works through its jobs. */
let ticker: ReturnType<typeof startTicker> | undefined;
const beginWork = () => {
  ticker = startTicker(createJobHandlers(createMailer(env)));
};

const listen = (server: Server) => new Promise<void>((resolve, reject) => {
  server.once('error', reject);
  server.listen(env.port, env.host, resolve);
});

async function openHouse() {
  if (!cluster.isPrimary) return serveForPrimary();
  await prepareHouse();
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

await openHouse().catch((error: unknown) => {
  // What the machine refuses (a port in use) is said in a line; what is a bug says where it is.
  const isRefused = error instanceof Refusal || (error instanceof Error && 'syscall' in error);
  console.error('Midad could not start:', isRefused ? error.message : error);
  // Not left to Node: Next listens to faults that nobody caught, and would let a house live on that no one can reach.
  process.exit(1);
});
