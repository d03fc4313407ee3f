import { fork } from 'node:child_process';
import { once } from 'node:events';
import { BUSY_ACTS, getPathOf, type BusyKind, type Changed } from '#db/testing/acts/busy-acts.ts';
import { Random } from '#db/testing/random.ts';
import type { Person } from '#lib/people/can.ts';
import { administrator } from './stale-acts.ts';

/**
 * How often each change is made in an hour with 60 a minute. Those that every page shows are rare: in the
 * span of a measurement they would be made once or not at all.
 */
export const SHARES: Record<BusyKind, number> = {
  'approved comment': 2640,
  'edited text': 300,
  'live entry': 240,
  publication: 180,
  'edited headline': 120,
  correction: 58,
  'pinned story': 60,
  'breaking line': 1,
  settings: 1,
};

export const BUSY_KINDS = Object.keys(SHARES) as BusyKind[];
const ALL = Object.values(SHARES).reduce((sum, share) => sum + share, 0);

/** Draws a kind of change by its share. */
export function drawKind(random: Random): BusyKind {
  let left = random.next() * ALL;
  return BUSY_KINDS.find((kind) => (left -= SHARES[kind]) < 0) ?? BUSY_KINDS[0]!;
}

type Order = { kind: BusyKind; seed: number };
/** `path` is the page of the article that was changed. */
export type Done = { path?: string; refused?: string; ms: number };

let person: Person | undefined;

async function act({ kind, seed }: Order): Promise<Done> {
  person ??= await administrator();
  const begun = performance.now();
  const { articleId, refused }: Changed = await BUSY_ACTS[kind](new Random(seed), person);
  const ms = performance.now() - begun;
  if (refused) return { refused: JSON.stringify(refused), ms };
  return articleId ? { path: await getPathOf(articleId), ms } : { ms };
}

/** The process of the newsroom: does the acts that the other one sends. */
export function actOnOrders(): void {
  async function answer(order: Order) {
    try {
      process.send!(await act(order));
    } catch (error) {
      // A rule of the newsroom refused the act on this article. The load goes on.
      process.send!({ refused: (error as Error).message, ms: 0 } satisfies Done);
    }
  }
  process.on('message', (order: Order) => void answer(order));
  process.channel!.ref();
}

/** Starts the process of the newsroom. It does one act at a time. */
export function openNewsroom(random: Random) {
  const child = fork('bin/proof.ts', ['busy-acts']);
  const ended = once(child, 'exit');
  let last: Promise<unknown> = Promise.resolve();
  async function send(kind: BusyKind): Promise<Done> {
    child.send({ kind, seed: random.whole(2 ** 31) } satisfies Order);
    const failed = ended.then(() => {
      throw new Error(`The process of the newsroom ended at: ${kind}`);
    });
    const [done] = (await Promise.race([once(child, 'message'), failed])) as [Done];
    return done;
  }
  return {
    act(kind: BusyKind): Promise<Done> {
      const done = last.then(() => send(kind));
      last = done.catch(() => undefined);
      return done;
    },
    close: () => child.kill(),
  };
}

export type Newsroom = ReturnType<typeof openNewsroom>;
