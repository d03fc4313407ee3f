import cluster, { type Worker } from 'node:cluster';
import { createServer, type Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { logLine } from '#lib/log.ts';
import { HandOver } from './hand-over.ts';
import { onStop } from './on-stop.ts';
import { stopAccepting } from './stop-accepting.ts';

/**
 * A worker that ends is replaced after a pause. The pause doubles while workers keep ending, and is reset
 * after a calm minute.
 */
const PAUSES = { first: 500, longest: 30_000 };
const CALM_MS = 60_000;
/** Longer than the shutdown timeout of a worker. */
const DRAIN_MS = 27_000;

const everyWorker = () => Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);

/**
 * Keeps `count` workers running until shutdown. Resolves when the first one is ready and the primary listens.
 * If a worker exits on its own before any is ready, it has logged why, and the instance ends; a worker that
 * was killed is replaced.
 */
export function runWorkers(
  count: number,
  listen: (server: Server) => Promise<void>,
  end: () => unknown,
  { first, longest } = PAUSES,
): Promise<void> {
  const closing = new AbortController();
  const connections = new HandOver();
  const server = createServer({ pauseOnConnect: true, allowHalfOpen: true }, (socket) => {
    socket.on('error', () => undefined);
    connections.give(socket);
  });
  let pause = first;
  let lastEnd = 0;

  return new Promise((resolve, reject) => {
    let isListening = false;

    function fork() {
      connections.add(cluster.fork(), () => {
        if (isListening) return;
        isListening = true;
        listen(server).then(resolve, reject);
      });
    }

    async function replace() {
      const now = Date.now();
      pause = now - lastEnd < CALM_MS ? Math.min(pause * 2, longest) : first;
      lastEnd = now;
      await sleep(pause, undefined, { signal: closing.signal }).catch(() => undefined);
      if (!closing.signal.aborted) fork();
    }

    async function close() {
      closing.abort();
      connections.announceEnd();
      setTimeout(() => {
        for (const worker of everyWorker()) worker.process.kill('SIGKILL');
      }, DRAIN_MS).unref();
      if (!isListening) return everyWorker().forEach((worker) => worker.process.kill('SIGKILL'));
      if (server.listening) await stopAccepting(server);
      await connections.empty();
      if (everyWorker().length === 0) return end();
      await Promise.all(everyWorker().map((worker) => connections.dismiss(worker)));
    }

    onStop(close);
    cluster.on('exit', (worker: Worker, code: number | null, signal: string | null) => {
      if (closing.signal.aborted) {
        if (everyWorker().length === 0) end();
      } else if (isListening) {
        void replace();
      } else if (signal) {
        logLine(`A worker was ended by ${signal} before it was ready; another is started`);
        void replace();
      } else {
        for (const each of everyWorker()) each.process.kill('SIGKILL');
        logLine('Midad could not start: a worker ended before it listened');
        process.exit(1);
      }
    });
    for (let n = 0; n < count; n++) fork();
  });
}
