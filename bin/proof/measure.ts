import { closeDatabase } from '#db/engine/client.ts';
import { engine } from '#db/engine/engine.ts';
import { signIn } from '#db/people/sign-in.ts';
import { changeAllPages, findSamples, listNewestPaths } from '#db/seed/archive/samples.ts';
import { env } from '#lib/env.ts';
import { readAccount } from './archives.ts';
import { deskPages, readerPages, type Page } from './pages.ts';
import { startServer, type Server } from './server.ts';
import { sendResult } from './steps.ts';

const PORT = 3989;
/** Different articles to fill the page cache with, and how many are asked before each look at it. */
const MOST_KEPT = 12_000;
const PORTION = 200;
const AT_ONCE = 4;

type Answer = { status: number; queries: number; bytes: number };
export type Cost = { label: string; cpuMs: number; queries: number; kB: number; status: number | undefined };
export type Measured = {
  articles: number;
  costs: Cost[];
  migrationMs: number;
  startMs: number;
  firstPageMs: number;
  pss: { started: number; used: number; full: number };
  kept: number;
};

async function ask({ base }: Server, path: string, cookie = ''): Promise<Answer> {
  const response = await fetch(base + path, { headers: { cookie }, redirect: 'manual' });
  const bytes = (await response.arrayBuffer()).byteLength;
  const queries = Number(/desc="(\d+)"/.exec(response.headers.get('server-timing') ?? '')?.[1] ?? 0);
  return { status: response.status, queries, bytes };
}

async function signInAs(account: { email: string; password: string }): Promise<string> {
  const from = { cookie: '', address: '127.0.0.1', userAgent: 'proof' };
  const entered = await signIn(account.email, account.password, from);
  if (!('setCookies' in entered)) throw new Error(`Not signed in: ${entered.outcome}`);
  return entered.setCookies.map((each) => each.split(';')[0]).join('; ');
}

/** The cost of the first request after a commit that changes every page: the least of the rounds. */
async function measurePages(server: Server, pages: Page[], cookie: string, rounds: number): Promise<Cost[]> {
  const costs = new Map<string, Cost>();
  for (let round = 0; round <= rounds; round++) {
    for (const { label, path, status = 200 } of pages) {
      await changeAllPages();
      const before = await server.cpuMs();
      const answer = await ask(server, path, path.startsWith('/newsroom') ? cookie : '');
      const cpuMs = (await server.cpuMs()) - before;
      // The first round runs code that is not compiled yet.
      if (round === 0 || cpuMs >= (costs.get(label)?.cpuMs ?? Infinity)) continue;
      const isExpected = answer.status === status;
      costs.set(label, {
        label,
        cpuMs,
        queries: answer.queries,
        kB: answer.bytes / 1000,
        status: isExpected ? undefined : answer.status,
      });
    }
    console.error(`Round ${round} of ${rounds}`);
  }
  return [...costs.values()];
}

async function askAll(server: Server, paths: string[]): Promise<void> {
  const left = [...paths];
  const work = async () => {
    for (let path = left.shift(); path; path = left.shift()) await ask(server, path);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

/**
 * Fills the page cache with articles until the oldest of them has been dropped. Returns how many it keeps.
 * Each is asked for again only once, because that makes it the newest.
 */
async function fillCache(server: Server, paths: string[]): Promise<number> {
  for (let asked = 0, oldest = 0; ; oldest++) {
    const portion = paths.slice(asked, asked + PORTION);
    await askAll(server, portion);
    asked += portion.length;
    if (portion.length === 0 || (await ask(server, paths[oldest]!)).queries > 0) return asked - oldest;
  }
}

async function listSitemapParts(server: Server): Promise<string[]> {
  const xml = await (await fetch(`${server.base}/sitemap.xml`)).text();
  return [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => new URL(address!).pathname);
}

/** Measures the server on the data folder of this process. */
export async function measure(rounds: number): Promise<void> {
  const begun = performance.now();
  engine.migrate();
  const migrationMs = performance.now() - begun;
  const now = new Date();
  const samples = await findSamples(now);
  const cookie = await signInAs(readAccount(env.dataDir));
  closeDatabase();
  const server = await startServer(PORT);
  try {
    const asked = performance.now();
    await ask(server, '/');
    const firstPageMs = performance.now() - asked;
    const started = server.pss();
    const pages = [...readerPages(samples, await listSitemapParts(server)), ...deskPages(samples)];
    const costs = await measurePages(server, pages, cookie, rounds);
    const used = server.pss();
    const kept = await fillCache(server, await listNewestPaths(now, MOST_KEPT));
    const pss = { started, used, full: server.pss() };
    const { startMs } = server;
    sendResult({
      articles: samples.shown,
      costs,
      migrationMs,
      startMs,
      firstPageMs,
      pss,
      kept,
    } satisfies Measured);
  } finally {
    await server.stop();
    closeDatabase();
  }
}
