import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Received } from '../server/test-mailbox.ts';

/** The site under test: the production build on a database of its own, made anew for every run. */
export const port = Number(process.env.E2E_PORT ?? 3987);
export const base = `http://localhost:${port}`;
export const dataDir = join(tmpdir(), `midad-e2e-${port}`);
const logFile = join(dataDir, 'server.log');
export const mailFile = `${dataDir}-mails.jsonl`;

/** The system's Chromium where there is one; undefined leaves it to Playwright's own. */
export const chromiumPath = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));

/** Everything the server has said so far. */
export const readServerLog = () => readFileSync(logFile, 'utf8');

/** Every mail that readers have got so far. */
export const readMails = (): Received[] =>
  existsSync(mailFile) ? readFileSync(mailFile, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Received) : [];

/** The administrator whose password the first start printed, once. */
export function firstAdmin(): { email: string; password: string } {
  const [, email, password] = /First administrator \(shown only now\): (\S+) \/ (\S+)/.exec(readServerLog()) ?? [];
  if (!email || !password) throw new Error('The server printed no first administrator');
  return { email, password };
}
