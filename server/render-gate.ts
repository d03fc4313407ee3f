/** Too many wait already. */
export class Busy extends Error {}
/** Nobody waits for it any more. */
export class Gone extends Error {}

/** For whom something is rendered: the network it is asked from, and whether anybody is still there. */
export type Asker = { network: string; isGone: () => boolean };
type Waiting = Asker & { begin: () => void; drop: (error: Error) => void };

export type GateLimits = {
  most: number;
  mostOfNetwork: number;
  mostWaiting: number;
  mostWaitingOfNetwork: number;
};

/**
 * How much is rendered at one time. A render holds the thread in pieces of some milliseconds, and between two
 * pieces kept pages are answered: the fewer run side by side, the shorter these wait. The rest waits in a
 * queue with an end, each network by its turn.
 */
export class RenderGate {
  private readonly limits: GateLimits;
  private running = 0;
  private readonly runningOf = new Map<string, number>();
  private readonly waitingOf = new Map<string, Waiting[]>();
  private waiting = 0;

  constructor(limits: GateLimits) {
    this.limits = limits;
  }

  /**
   * Does `work` when its turn comes; rejects with `Busy` at once when the queue is full, with `Gone` when
   * nobody waits any more.
   */
  async run<T>(asker: Asker, work: () => Promise<T>): Promise<T> {
    await this.enter(asker);
    try {
      return await work();
    } finally {
      this.leave(asker.network);
    }
  }

  private enter(asker: Asker): Promise<void> | void {
    const { most, mostWaiting, mostWaitingOfNetwork } = this.limits;
    if (this.running < most && this.mayRun(asker.network)) return this.begin(asker.network);
    const isFull = () =>
      this.waiting >= mostWaiting || (this.waitingOf.get(asker.network)?.length ?? 0) >= mostWaitingOfNetwork;
    if (isFull()) this.dropGone();
    if (isFull()) throw new Busy('Too many pages wait to be made');
    return new Promise((resolve, reject) => {
      // Looked up only now: dropping makes the queues anew.
      const queue = this.waitingOf.get(asker.network) ?? [];
      queue.push({ ...asker, begin: resolve, drop: reject });
      this.waitingOf.set(asker.network, queue);
      this.waiting++;
    });
  }

  private mayRun(network: string): boolean {
    return (this.runningOf.get(network) ?? 0) < this.limits.mostOfNetwork;
  }

  private begin(network: string) {
    this.running++;
    this.runningOf.set(network, (this.runningOf.get(network) ?? 0) + 1);
  }

  private leave(network: string) {
    this.running--;
    const same = this.runningOf.get(network)! - 1;
    if (same > 0) this.runningOf.set(network, same);
    else this.runningOf.delete(network);
    // Kept pages that were asked for meanwhile go first.
    setImmediate(() => this.fill());
  }

  private fill() {
    for (const [network, queue] of this.waitingOf) {
      if (this.running >= this.limits.most) return;
      if (!this.mayRun(network)) continue;
      const next = this.take(network, queue);
      if (!next) continue;
      this.begin(network);
      next.begin();
    }
  }

  /** The first of a network that is still there; the network goes behind the others. */
  private take(network: string, queue: Waiting[]): Waiting | undefined {
    this.waitingOf.delete(network);
    for (let next = queue.shift(); next; next = queue.shift()) {
      this.waiting--;
      if (next.isGone()) {
        next.drop(new Gone('Nobody waits for it'));
        continue;
      }
      if (queue.length > 0) this.waitingOf.set(network, queue);
      return next;
    }
    return undefined;
  }

  private dropGone() {
    for (const [network, queue] of this.waitingOf) {
      const here = queue.filter((each) => !each.isGone());
      for (const each of queue) if (each.isGone()) each.drop(new Gone('Nobody waits for it'));
      this.waiting -= queue.length - here.length;
      if (here.length > 0) this.waitingOf.set(network, here);
      else this.waitingOf.delete(network);
    }
  }
}
