/** The queue is full. */
export class Busy extends Error {}
/** Every client that waited has disconnected. */
export class Gone extends Error {}

/** The client of a render: its network, and whether it has disconnected. */
export type Client = { network: string; isGone: () => boolean };
type Waiting = Client & { begin: () => void; drop: (error: Error) => void };

export type GateLimits = {
  most: number;
  mostOfNetwork: number;
  mostWaiting: number;
  mostWaitingOfNetwork: number;
};

/**
 * Limits concurrent renders. A render holds the thread in pieces of some milliseconds, and cached pages are
 * sent between two pieces: the fewer renders run concurrently, the shorter these wait. Other work waits in a
 * bounded queue, with one turn for each network.
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
   * Runs `work` when its turn comes. Rejects with `Busy` at once when the queue is full, and with `Gone` when
   * the client has disconnected.
   */
  async run<T>(client: Client, work: () => Promise<T>): Promise<T> {
    await this.enter(client);
    try {
      return await work();
    } finally {
      this.leave(client.network);
    }
  }

  private enter(client: Client): Promise<void> | void {
    const { most, mostWaiting, mostWaitingOfNetwork } = this.limits;
    if (this.running < most && this.mayRun(client.network)) return this.begin(client.network);
    const isFull = () =>
      this.waiting >= mostWaiting ||
      (this.waitingOf.get(client.network)?.length ?? 0) >= mostWaitingOfNetwork;
    if (isFull()) this.dropGone();
    if (isFull()) throw new Busy('Too many pages wait to be made');
    return new Promise((resolve, reject) => {
      // Looked up only now, because dropGone replaces the queues.
      const queue = this.waitingOf.get(client.network) ?? [];
      queue.push({ ...client, begin: resolve, drop: reject });
      this.waitingOf.set(client.network, queue);
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
    // Cached pages that were requested meanwhile are sent first.
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

  /**
   * The first waiting work of a network whose client is still connected; moves the network behind the others.
   */
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
