import type { Worker } from 'node:cluster';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterNextPoll } from './event-loop.ts';

/** The messages between the primary and its workers. */
type ToWorker = { connection: number } | { ending: true } | { drain: true };
type ToPrimary = { taken: number } | { ready: true } | { leaving: true };

/** The most connections that wait while no worker is ready. */
const MOST_WAITING = 1000;

/**
 * Connections on their way from the primary to its workers. The primary keeps each one open until a worker
 * has confirmed it. The unconfirmed connections of a worker that died go to another worker, with all their
 * bytes unread.
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
        sent.get(message.taken)?.destroy(); // the primary's copy; the worker now has the connection
        sent.delete(message.taken);
      } else if ('ready' in message) {
        this.ready.add(worker);
        for (const socket of this.waiting.splice(0)) this.give(socket);
        onReady();
      } else if ('leaving' in message && this.ready.size > 1) {
        // The last worker stays until the primary shuts down, because connections may still arrive.
        this.ready.delete(worker);
        void this.dismiss(worker);
      }
    });
    // Not `disconnect`, which is not emitted when the worker left messages unread.
    worker.on('exit', async () => {
      this.ready.delete(worker);
      // Its last messages are read first: connections that it took are lost with it.
      await afterNextPoll();
      this.onTheWay.delete(worker);
      for (const socket of sent.values()) this.give(socket);
    });
    worker.on('error', () => undefined);
  }

  /** To the worker whose last connection is the longest ago. */
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
   * Tells every worker that the shutdown has begun, before it gets any later connection. Workers still
   * answer, and report the shutdown at /health.
   */
  announceEnd() {
    for (const worker of this.onTheWay.keys())
      if (worker.isConnected()) worker.send({ ending: true } satisfies ToWorker, () => undefined);
  }

  /** Lets a worker end after it has confirmed all its connections. */
  async dismiss(worker: Worker) {
    while ((this.onTheWay.get(worker)?.size ?? 0) > 0) await sleep(5);
    if (worker.isConnected()) worker.send({ drain: true } satisfies ToWorker, () => undefined);
  }

  /** Waits until every waiting connection has been given to a worker. */
  async empty() {
    while (this.waiting.length > 0 && this.onTheWay.size > 0) await sleep(5);
  }
}

type WorkerSide = {
  take: (socket: Socket) => void;
  /** The instance shuts down; connections may still come. */
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
    // Sent before the first byte is read: from here on no other worker may get the connection.
    say({ taken: message.connection });
    if (!socket) return;
    socket.allowHalfOpen = true;
    socket.setNoDelay(true);
    take(socket);
  });
  // A service manager signals every process of an instance to stop. Only the primary knows which connections
  // are still on their way here.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      onEnding?.();
      say({ leaving: true });
    });
  }
  say({ ready: true });
}
