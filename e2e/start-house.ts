import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, cpSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openMailbox } from '../server/test-mailbox.ts';
import { base, dataDir, mailFile } from './house.ts';

// Starts the server the way `npm start` does, on an empty data folder, with everything it says kept for the tests to read; and beside
// it a mail server that keeps what readers would get.
rmSync(dataDir, { recursive: true, force: true });
mkdirSync(dataDir, { recursive: true });

/*
 * Encoding the demo newsroom's pictures takes most of a first start. A run leaves them for the next one, under the hash of
 * all that makes them: the database and everything else is new each time.
 */
const makers = ['lib/media', 'db/seed/art'].flatMap((folder) => readdirSync(folder).sort().map((file) => readFileSync(join(folder, file))));
const hash = makers.reduce((sum, file) => sum.update(file), createHash('sha256')).digest('hex').slice(0, 12);
const kept = join('node_modules/.cache', `demo-media-${hash}`);
if (existsSync(kept)) cpSync(kept, join(dataDir, 'media'), { recursive: true });

async function keepMedia() {
  if (existsSync(kept)) return;
  while (!(await fetch(`${base}/health`).then(({ ok }) => ok, () => false))) await new Promise((resolve) => setTimeout(resolve, 500));
  const partial = `${kept}.${process.pid}`;
  cpSync(join(dataDir, 'media'), partial, { recursive: true });
  renameSync(partial, kept);
}

rmSync(mailFile, { force: true });
const mailbox = await openMailbox((mail) => appendFileSync(mailFile, `${JSON.stringify(mail)}\n`));
const log = openSync(join(dataDir, 'server.log'), 'a');
const env = { ...process.env, SMTP_URL: mailbox.url, MAIL_FROM: 'مداد <news@midad.example>', WEBHOOK_ALLOW_PRIVATE: '1' };
const server = spawn(process.execPath, ['server/main.ts'], { stdio: ['ignore', log, log], env });
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => process.exit(code ?? 1));
await keepMedia();
