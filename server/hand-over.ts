import type { Worker } from 'node:cluster';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterNextPoll } from './event-loop.ts';

/** What a primary and its workers say to each other. */
type ToWorker = { connection: number } | { ending: true } | { drain: true };
type ToPrimary = { taken: number } | { ready: true } | { leaving: true };

/** So many connections wait while no worker can take them. */
const MOST_WAITING = 1000;

/**
 * Connections on their way from the primary to its workers. Each is kept open here until a worker has said
 * that it has it: what was sent to a worker that died is given to another, with all its bytes unread.
 */
export class HandOver {
  private readonly ready = new Set<Worker>();
  private readonly onTheWay = new Map<Worker, Map<number, Socket>>();
  private readonly waiting: Socket[] = [];
  private count = 0;

  add(worker: Worker, onReady: () => void) {
    const sent = new Map<number, Socket>();
    this.onTheWay.set(worker, sent);
    worker.on('message', (message: ToPrimary) => {
      if ('taken' in message) {
        sent.get(message.taken)?.destroy(); // its copy here; the connection is the worker's now
        sent.delete(message.taken);
      } else if ('ready' in message) {
        this.ready.add(worker);
        for (const socket of this.waiting.splice(0)) this.give(socket);
        onReady();
      } else if ('leaving' in message && this.ready.size > 1) {
        // The last one stays until the primary closes: somebody may be on the way in.
        this.ready.delete(worker);
        void this.dismiss(worker);
      }
    });
    // Not `disconnect`, which does not come where the worker left messages unread.
    worker.on('exit', async () => {
      this.ready.delete(worker);
      // What it said last is read first: what it took is lost with it.
      await afterNextPoll();
      this.onTheWay.delete(worker);
      for (const socket of sent.values()) this.give(socket);
    });
    worker.on('error', () => undefined);
  }

  /** To the worker that was given none for the longest time. */
  give(socket: Socket) {
    const [worker] = this.ready;
    if (!worker) {
      if (this.waiting.push(socket) > MOST_WAITING) this.waiting.shift()!.destroy();
      return;
    }
    this.ready.delete(worker);
    this.ready.add(worker);
    const id = this.count++;
    this.onTheWay.get(worker)!.set(id, socket);
    worker.send({ connection: id } satisfies ToWorker, socket, { keepOpen: true }, () => undefined);
  }

  /**
   * Tells every worker that the end has begun, before any connection that comes from now on: they still
   * answer, and say so to whoever asks.
   */
  announceEnd() {
    for (const worker of this.onTheWay.keys())
      if (worker.isConnected()) worker.send({ ending: true } satisfies ToWorker, () => undefined);
  }

  /** Lets a worker end when it has taken all that it was sent. */
  async dismiss(worker: Worker) {
    while ((this.onTheWay.get(worker)?.size ?? 0) > 0) await sleep(5);
    if (worker.isConnected()) worker.send({ drain: true } satisfies ToWorker, () => undefined);
  }

  /** Waits until everybody who came in has been given to somebody. */
  async empty() {
    while (this.waiting.length > 0 && this.onTheWay.size > 0) await sleep(5);
  }
}

type WorkerSide = {
  take: (socket: Socket) => void;
  /** The house ends; connections may still come. */
  onEnding?: () => void;
  /** No more connections will come. */
  drain: () => unknown;
};

export function receiveConnections({ take, onEnding, drain }: WorkerSide) {
  const say = (message: ToPrimary) => process.send!(message, undefined, undefined, () => undefined);
  process.on('message', (message: ToWorker, socket?: Socket) => {
    if ('drain' in message) {
      drain();
      return;
    }
    if ('ending' in message) {
      onEnding?.();
      return;
    }
    // Said before the first byte is read: from here on nobody else may have it.
    say({ taken: message.connection });
    if (!socket) return;
    socket.allowHalfOpen = true;
    socket.setNoDelay(true);
    take(socket);
  });
  // A service manager tells every process of a house to stop; the primary knows what is still on its way
  // here.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      onEnding?.();
      say({ leaving: true });
    });
  }
  say({ ready: true });
}
