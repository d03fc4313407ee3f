import { Agent, get } from 'node:http';
import { Random } from '#db/testing/random.ts';

/** How a request got its page: `kept` without a question, `asked` after its reads were asked again. */
export type How = 'kept' | 'asked' | 'rendered' | 'shared' | 'failed';
export type Answer = { how: How; why: string; status: number; ms: number };

/** Requests that wait at the same time. More are not sent, and counted. */
const MOST_OPEN = 2000;
const TICK_MS = 4;
const TIMEOUT_MS = 60_000;

/** Requests from readers in many networks, as a proxy in front of the server passes them on. */
export class Readers {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 128 });
  private readonly random = new Random(3);
  private readonly port: number;

  constructor(port: number) {
    this.port = port;
  }

  /** `since` is when the request was due; the time that it waited here counts. */
  ask(path: string, since = performance.now()): Promise<Answer> {
    const { promise, resolve } = Promise.withResolvers<Answer>();
    const end = (how: How, status: number, why = '') =>
      resolve({ how, why, status, ms: performance.now() - since });
    const network = [10, this.random.whole(250), this.random.whole(250), 1].join('.');
    const request = get(
      {
        agent: this.agent,
        host: '127.0.0.1',
        port: this.port,
        path: encodeURI(path),
        headers: { 'accept-encoding': 'br', 'x-forwarded-for': network },
        timeout: TIMEOUT_MS,
      },
      (response) => {
        const timing = String(response.headers['server-timing'] ?? '');
        const how = (/page;desc="(\w+)"/.exec(timing)?.[1] ?? 'kept') as How;
        const why = decodeURIComponent(/why;desc="([^"]*)"/.exec(timing)?.[1] ?? '');
        const status = response.statusCode!;
        response
          .on('end', () => end(status === 200 ? how : 'failed', status, why))
          .on('error', () => end('failed', 0))
          .resume();
      },
    );
    request.on('timeout', () => request.destroy()).on('error', () => end('failed', 0));
    return promise;
  }

  close(): void {
    this.agent.destroy();
  }
}

type Load = {
  seconds: number;
  rate: number;
  choose: () => string;
  onAnswer: (path: string, answer: Answer) => void;
};

/**
 * Sends `rate` requests a second for some seconds, whether or not earlier ones have been answered. Returns
 * how many were not sent because too many waited.
 */
export async function sendLoad(readers: Readers, { seconds, rate, choose, onAnswer }: Load): Promise<number> {
  const begun = performance.now();
  const count = Math.round(seconds * rate);
  const open = new Set<Promise<void>>();
  let [sent, dropped] = [0, 0];
  function send(due: number) {
    if (open.size >= MOST_OPEN) return void dropped++;
    const path = choose();
    const done: Promise<void> = readers
      .ask(path, due)
      .then((answer) => onAnswer(path, answer))
      .finally(() => open.delete(done));
    open.add(done);
  }
  while (sent < count) {
    for (; sent < count && begun + (sent * 1000) / rate <= performance.now(); sent++)
      send(begun + (sent * 1000) / rate);
    await new Promise((resolve) => setTimeout(resolve, TICK_MS));
  }
  await Promise.all(open);
  return dropped;
}

/** Asks for each page once, some at a time. */
export async function askEach(
  readers: Readers,
  paths: readonly string[],
  onAnswer: Load['onAnswer'],
  atOnce = 4,
): Promise<void> {
  const left = paths.values();
  const work = async () => {
    for (const path of left) onAnswer(path, await readers.ask(path));
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}
