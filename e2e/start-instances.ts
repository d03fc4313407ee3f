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
 * Encoding the pictures of the demo newsroom takes most of a first start. They are cached for the next
 * instance, under the hash of all files that produce them. The database and everything else is new each time.
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

/** Starts a server as `npm start` does, with its output in a log file for the tests, and a mail server. */
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
    // When one server exits, the run is over; the others finish their current work.
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
 * Marks the first administrator as settled, as on any site that is not new: otherwise every test would begin
 * with that form.
 */
function settleFirstAdmin(dataDir: string) {
  const database = new Sqlite(join(dataDir, 'midad.sqlite'), { timeout: 10_000 });
  database.exec('update users set must_settle = 0');
  database.close();
}

const servers: ChildProcess[] = [];
const end = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => end.abort());

// One after the other: only the first instance has pictures to encode.
for (let worker = 0; worker < INSTANCES && !end.signal.aborted; worker++) {
  await startInstance(instanceAt(worker));
  if (!end.signal.aborted) settleFirstAdmin(instanceAt(worker).dataDir);
  if (!end.signal.aborted) keepMedia(instanceAt(worker).dataDir);
}
