import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { openMailbox } from '../server/test-mailbox.ts';
import { INSTANCES, instanceAt } from './instance.ts';

/*
 * Encoding the demo newsroom's pictures takes most of a first start. A house leaves them for the next one,
 * under the hash of all that makes them: the database and everything else is new each time.
 */
const makers = ['lib/media', 'db/seed/art'].flatMap((folder) =>
  readdirSync(folder)
    .sort()
    .map((file) => readFileSync(join(folder, file))),
);
const hash = makers
  .reduce((sum, file) => sum.update(file), createHash('sha256'))
  .digest('hex')
  .slice(0, 12);
const kept = join('node_modules/.cache', `demo-media-${hash}`);

function keepMedia(dataDir: string) {
  if (existsSync(kept)) return;
  const partial = `${kept}.${process.pid}`;
  cpSync(join(dataDir, 'media'), partial, { recursive: true });
  renameSync(partial, kept);
}

/**
 * Starts a server the way `npm start` does, with everything it says kept for the tests to read, and a mail
 * server beside it.
 */
async function startInstance({
  port,
  base,
  dataDir,
  logFile,
  mailFile,
}: ReturnType<typeof instanceAt>): Promise<void> {
  rmSync(dataDir, { recursive: true, force: true });
  rmSync(mailFile, { force: true });
  mkdirSync(dataDir, { recursive: true });
  if (existsSync(kept)) cpSync(kept, join(dataDir, 'media'), { recursive: true });
  const mailbox = await openMailbox((mail) => appendFileSync(mailFile, `${JSON.stringify(mail)}\n`));
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    PORT: String(port),
    DATA_DIR: dataDir,
    SITE_URL: base,
    TRUSTED_PROXIES: '1',
    SMTP_URL: mailbox.url,
    MAIL_FROM: 'مداد <news@midad.example>',
    WEBHOOK_ALLOW_PRIVATE: '1',
  };
  const log = openSync(logFile, 'a');
  const server = spawn(process.execPath, ['server/main.ts'], { stdio: ['ignore', log, log], env });
  servers.push(server);
  end.signal.addEventListener('abort', () => server.kill());
  server.once('exit', (code) => {
    // Where one has ended the run is over; the others finish what they are at.
    process.exitCode ??= code ?? 1;
    end.abort();
    if (servers.every(({ exitCode, signalCode }) => exitCode !== null || signalCode !== null)) process.exit();
  });
  while (
    !end.signal.aborted &&
    !(await fetch(`${base}/health`).then(
      ({ ok }) => ok,
      () => false,
    ))
  )
    await new Promise((resolve) => setTimeout(resolve, 200));
}

/**
 * The first administrator has said who they are, as on any site but the newest: every journey would begin
 * with that.
 */
function settleFirstAdmin(dataDir: string) {
  const database = new Sqlite(join(dataDir, 'midad.sqlite'), { timeout: 10_000 });
  database.exec('update users set must_settle = 0');
  database.close();
}

const servers: ChildProcess[] = [];
const end = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => end.abort());

// One after the other: only the first has pictures to encode.
for (let worker = 0; worker < INSTANCES && !end.signal.aborted; worker++) {
  await startInstance(instanceAt(worker));
  if (!end.signal.aborted) settleFirstAdmin(instanceAt(worker).dataDir);
  if (!end.signal.aborted) keepMedia(instanceAt(worker).dataDir);
}
