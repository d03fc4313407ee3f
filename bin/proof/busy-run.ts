import { closeDatabase } from '#db/engine/client.ts';
import { engine } from '#db/engine/engine.ts';
import { listBusyPages, type BusyPage } from '#db/seed/archive/busy-pages.ts';
import { createZipf } from '#db/seed/archive/random.ts';
import { Random } from '#db/testing/random.ts';
import { drawKind, openNewsroom, type Newsroom } from './busy-acts.ts';
import { BusyTally, type BusySpan } from './busy-tally.ts';
import { measureChanges, type ChangeCost } from './busy-changes.ts';
import { askEach, Readers, sendLoad } from './busy-load.ts';
import { startServer } from './server.ts';
import { sendResult } from './steps.ts';

const PORT = 3950;
/** Where a new article enters the ranking: readers ask for it at once. */
const NEW_RANK = 4;

export type BusyOptions = { seconds: number; pages: number; rate: number; changes: number; workers: number };
export type Busy = {
  pages: number;
  warmSeconds: number;
  startMs: number;
  span: BusySpan;
  costs: ChangeCost[];
};

/** Makes changes at regular intervals until the signal. */
async function change(
  newsroom: Newsroom,
  tally: BusyTally,
  ranking: BusyPage[],
  perMinute: number,
  end: AbortSignal,
) {
  const random = new Random(2);
  const running: Promise<unknown>[] = [];
  async function make() {
    const kind = drawKind(random);
    const finish = tally.begin(kind);
    const done = await newsroom.act(kind);
    finish(done);
    if (kind === 'publication' && done.path)
      ranking.splice(NEW_RANK, 0, { path: done.path, kind: 'article' });
  }
  const timer = setInterval(() => running.push(make()), 60_000 / perMinute);
  await new Promise((resolve) => end.addEventListener('abort', resolve, { once: true }));
  clearInterval(timer);
  await Promise.all(running);
}

/** Plays a busy site on the data folder of this process. */
export async function runBusy({ seconds, pages, rate, changes, workers }: BusyOptions): Promise<void> {
  engine.migrate();
  const ranking = await listBusyPages(new Date(), pages);
  closeDatabase();
  const server = await startServer(PORT, {
    HOST: '127.0.0.1',
    TRUSTED_PROXIES: '1',
    WEB_CONCURRENCY: String(workers),
  });
  const newsroom = openNewsroom(new Random(1));
  const readers = new Readers(PORT);
  try {
    const begun = performance.now();
    // The most asked pages come last, so that they are the newest in the cache.
    const paths = ranking.map(({ path }) => path).toReversed();
    let warmed = 0;
    await askEach(readers, paths, () => {
      if (++warmed % 1000 === 0) console.error(`Filled the cache with ${warmed} of ${paths.length} pages`);
    });
    const warmSeconds = (performance.now() - begun) / 1000;

    const tally = new BusyTally(ranking);
    const draw = createZipf(ranking.length, new Random(4));
    const ended = new AbortController();
    const changing = change(newsroom, tally, ranking, changes, ended.signal);
    const cpuMs = server.whole.cpuMs();
    const from = performance.now();
    const dropped = await sendLoad(readers, {
      seconds,
      rate,
      choose: () => ranking[draw()]!.path,
      onAnswer: (path, answer) => tally.add(path, answer),
    });
    const spentMs = performance.now() - from;
    const cores = (server.whole.cpuMs() - cpuMs) / spentMs;
    ended.abort();
    await changing;
    const span = { ...tally.result(), cores, dropped, seconds: spentMs / 1000, pss: server.whole.pss() };
    console.error('Measured the span');

    const costs = await measureChanges({ readers, newsroom, ranking, cpuMs: server.whole.cpuMs });
    sendResult({ pages: paths.length, warmSeconds, startMs: server.startMs, span, costs } satisfies Busy);
  } finally {
    readers.close();
    newsroom.close();
    await server.stop();
    closeDatabase();
  }
}
