import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Received } from '../server/test-mailbox.ts';

/**
 * As many houses as workers: no journey meets another's traces but those of the files its worker ran before.
 * `E2E_INSTANCES=1` starts one, which is quicker for a single file.
 */
export const INSTANCES = Number(process.env.E2E_INSTANCES ?? 2);

/** A site under test: the production build on a database of its own, made anew for every run. */
export function instanceAt(worker: number) {
  // Ten apart: a journey may open a second server on the port after its house's own.
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

/** The house of the worker that asks; Playwright gives a worker that follows a broken one the same index. */
const instance = instanceAt(Number(process.env.TEST_PARALLEL_INDEX ?? 0));
export const { port, base, dataDir } = instance;

// What journeys do by the site's own code they do to this instance. The configuration of the runner reads
// this file before anything else does.
Object.assign(process.env, { DATA_DIR: dataDir, SITE_URL: base });

/**
 * The system's Chromium where there is one, rather without its windows; undefined leaves it to Playwright's
 * own.
 */
export const chromiumPath = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => existsSync(path));

/** Everything the server has said so far. */
export const readServerLog = () => readFileSync(instance.logFile, 'utf8');

/** Every mail that readers have got so far. */
export const readMails = (): Received[] =>
  existsSync(instance.mailFile)
    ? readFileSync(instance.mailFile, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Received)
    : [];

/** The administrator whose password the first start printed, once. */
export function firstAdmin(): { email: string; password: string } {
  const [, email, password] =
    /First administrator \(shown only now\): (\S+) \/ (\S+)/.exec(readServerLog()) ?? [];
  if (!email || !password) throw new Error('The server printed no first administrator');
  return { email, password };
}
