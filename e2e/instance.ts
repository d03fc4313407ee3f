import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Received } from '../server/test-mailbox.ts';

/**
 * One instance per worker: a test sees only data of files that its worker ran earlier.
 * `E2E_INSTANCES=1` starts one instance, which is faster for a single file.
 */
export const INSTANCES = Number(process.env.E2E_INSTANCES ?? 2);

/** A site under test: the production build with its own database, which every run creates again. */
export function instanceAt(worker: number) {
  // Ten apart: a test may start a second server on the port after that of its instance.
  const port = Number(process.env.E2E_PORT ?? 3987) + 10 * worker;
  const dataDir = join(tmpdir(), `midad-e2e-${port}`);
  return {
    port,
    base: `http://localhost:${port}`,
    dataDir,
    logFile: join(dataDir, 'server.log'),
    mailFile: `${dataDir}-mails.jsonl`,
  };
}

/** The instance of this worker. Playwright gives a worker that replaces a failed one the same index. */
const instance = instanceAt(Number(process.env.TEST_PARALLEL_INDEX ?? 0));
export const { port, base, dataDir } = instance;

// The site's own code, called by tests, works on this instance. The configuration of the runner imports
// this file before any other.
Object.assign(process.env, { DATA_DIR: dataDir, SITE_URL: base });

/** The system's Chromium if there is one, preferably the headless one; undefined means Playwright's own. */
export const chromiumPath = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => existsSync(path));

/** Everything the server has logged so far. */
export const readServerLog = () => readFileSync(instance.logFile, 'utf8');

/** Every mail that was sent so far. */
export const readMails = (): Received[] =>
  existsSync(instance.mailFile)
    ? readFileSync(instance.mailFile, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Received)
    : [];

/** The first administrator, whose password the first start printed once. */
export function firstAdmin(): { email: string; password: string } {
  const [, email, password] =
    /First administrator \(shown only now\): (\S+) \/ (\S+)/.exec(readServerLog()) ?? [];
  if (!email || !password) throw new Error('The server printed no first administrator');
  return { email, password };
}
