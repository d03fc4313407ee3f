import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Random } from '#db/testing/random.ts';
import { act, ACT_NAMES, type Done, type Order } from './stale-acts.ts';
import { startServer, type Server } from './server.ts';
import { sendResult } from './steps.ts';

/** Pages that are compared after each act, and how often all pages are, besides the end. */
const SAMPLE = 5;
const ALL_EVERY = 250;
/** A page that reads the database for a render makes more statements than this. */
const KEPT_STATEMENTS = 3;

export type Fresh = {
  done: number;
  refused: number;
  compared: number;
  kept: number;
  rendered: number;
  late: number;
  seconds: number;
};

const PATHS = [
  '/',
  '/en',
  '/feed.xml',
  '/en/feed.json',
  '/local/feed.xml',
  '/corrections',
  '/en/corrections',
  '/archive',
  '/archive?page=2',
  '/sitemap.xml',
  '/sitemap-news.xml',
  '/sitemap-pages.xml',
  '/sitemap-articles-0.xml',
  '/robots.txt',
  '/manifest.webmanifest',
  '/moderation',
  '/p/page-0',
  '/p/page-1',
  '/about',
];

async function read(server: Server, path: string) {
  const response = await fetch(server.base + path, { redirect: 'manual' });
  const body = await response.text();
  const statements = Number(/desc="(\d+)"/.exec(response.headers.get('server-timing') ?? '')?.[1] ?? 0);
  return {
    text: `${response.status} ${response.headers.get('location') ?? ''}\n${body}`,
    isKept: response.status === 200 && statements <= KEPT_STATEMENTS,
    links: [...body.matchAll(/href="(\/[^"#]*)"/g)].map(([, path]) => path!.replaceAll('&amp;', '&')),
  };
}

/** Addresses that pages link to: articles, sections, tags, authors, months, pages of comments. */
async function findAddresses(server: Server): Promise<string[]> {
  const found = new Set(PATHS);
  for (const path of ['/', '/en', '/archive', '/local', '/en/local', '/world'])
    for (const link of (await read(server, path)).links)
      if (!/^\/(?:assets|_next|media|theme|newsroom|search)/.test(link)) found.add(link);
  return [...found];
}

/** Where two texts part, for the report. */
function difference(one: string, other: string): string {
  let at = 0;
  while (one[at] === other[at]) at++;
  return `cached: …${one.slice(Math.max(0, at - 200), at + 200)}…\nfresh: …${other.slice(Math.max(0, at - 200), at + 200)}…`;
}

/**
 * Does random acts and compares pages after each. Listens on a port and the next one. Throws at the first
 * difference.
 */
export async function run(acts: number, seed: number, port: number): Promise<void> {
  const begun = performance.now();
  const random = new Random(seed);
  const cached = await startServer(port, { WEB_CONCURRENCY: '2' });
  const fresh = await startServer(port + 1, {
    PAGE_CACHE_MB: '0',
    SITE_URL: cached.base,
  });
  const other = fork('bin/proof.ts', ['stale-acts']);
  const ended = once(other, 'exit');
  const counts = { done: 0, refused: 0, compared: 0, kept: 0, rendered: 0, late: 0 };

  async function actElsewhere(order: Order): Promise<Done> {
    other.send(order);
    const failed = ended.then(() => {
      throw new Error(`${order.name} (seed ${order.seed}) ended the second process`);
    });
    const [done] = (await Promise.race([once(other, 'message'), failed])) as [Done];
    return done;
  }

  /**
   * The fresh page is read before and, if the cached one differs, after it. If the fresh page has not changed
   * between the two, the cached one is stale; otherwise a due time has passed.
   */
  async function compare(path: string, after: string) {
    let before = await read(fresh, path);
    for (;;) {
      const page = await read(cached, path);
      counts.compared++;
      counts[page.isKept ? 'kept' : 'rendered']++;
      if (page.text === before.text) return;
      const later = await read(fresh, path);
      if (later.text === before.text)
        throw new Error(`${path} is stale after ${after}\n${difference(page.text, later.text)}`);
      counts.late++;
      before = later;
    }
  }

  try {
    let addresses = await findAddresses(fresh);
    for (let n = 0; n < acts; n++) {
      const order = { name: random.pick(ACT_NAMES), seed: random.whole(2 ** 31) };
      const { outcome } = await (n % 2 === 0 ? act(order) : actElsewhere(order));
      counts[outcome]++;
      const isAll = n % ALL_EVERY === ALL_EVERY - 1 || n === acts - 1;
      if (n % 20 === 0 || isAll) addresses = await findAddresses(fresh);
      const paths = isAll ? addresses : Array.from({ length: SAMPLE }, () => random.pick(addresses));
      for (const path of paths) await compare(path, `act ${n} (${order.name}, seed ${order.seed})`);
      if (n % 100 === 99) console.error(`${n + 1} acts, ${JSON.stringify(counts)}`);
    }
    sendResult({ ...counts, seconds: (performance.now() - begun) / 1000 } satisfies Fresh);
  } finally {
    other.kill();
    await fresh.stop();
    await cached.stop();
  }
}
