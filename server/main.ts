import cluster from 'node:cluster';
import { createServer } from 'node:http';
import nextServer from 'next';
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
import { addFastPath } from './fast-path.ts';
import { createFrontDoor } from './front-door.ts';
import { createJobHandlers } from './job-handlers.ts';
import { answerRefused } from './refused-request.ts';
import { startTicker } from './ticker.ts';
import { runWorkers } from './workers.ts';

guardOutput();

const DRAIN_MS = 10_000;
/** For so long what was already on its way is still let in: a connection whose request has not been read yet must not be cut. */
const LAST_CALL_MS = 500;
/** Longer than the minute for which proxies keep an idle connection, so that it is never we who close it under them. */
const KEEP_ALIVE_MS = 65_000;

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

async function serve() {
  const app = nextServer({ dev: false, dir: process.cwd(), hostname: 'localhost', port: env.port });
  await app.prepare();
  const frontDoor = createFrontDoor(app.getRequestHandler());
  let draining = false;

  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
    if (request.url === '/health') {
      response.writeHead(draining ? 503 : 200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
      response.end(JSON.stringify({ status: draining ? 'draining' : 'ok' }));
      return;
    }
    if (draining) response.setHeader('Connection', 'close');
    void frontDoor.handle(request, response);
  });
  server.on('clientError', answerRefused);
  const closeIdle = addFastPath(server, (url, acceptEncoding) => (draining ? undefined : frontDoor.findReady(url)?.wire(acceptEncoding)));

  function drain() {
    if (draining) return;
    draining = true;
    const stop = () => {
      closeDatabase();
      process.exit(0);
    };
    const closed = new Promise<void>((resolve) => {
      setTimeout(() => {
        server.close(() => resolve());
        frontDoor.closeStreams();
        server.closeIdleConnections();
        closeIdle();
      }, LAST_CALL_MS);
    });
    void Promise.all([closed, ticker?.stop()]).then(frontDoor.flush).catch(() => undefined).then(stop);
    setTimeout(stop, DRAIN_MS).unref();
  }
  process.on('SIGTERM', drain);
  process.on('SIGINT', drain);

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(env.port, env.host, resolve);
  });
}

async function openHouse() {
  if (!cluster.isPrimary) return serve();
  await prepareHouse();
  if (env.workers > 1) {
    process.on('SIGTERM', () => void ticker?.stop());
    process.on('SIGINT', () => void ticker?.stop());
    await runWorkers(env.workers);
  } else {
    await serve();
  }
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
