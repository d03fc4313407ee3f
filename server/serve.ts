import { createServer as createHttpServer, type ServerResponse } from 'node:http';
import { createServer, type Server, type Socket } from 'node:net';
import nextServer from 'next';
import { closeDatabase } from '#db/engine/client.ts';
import { env } from '#lib/env.ts';
import { answerRead, countOnSocket, readNumber } from './answer-read.ts';
import { Connections } from './connections.ts';
import { countQueries } from './count-queries.ts';
import { KEEP_ALIVE_MS, readFast, type PlainGet } from './fast-path.ts';
import { createFrontDoor } from './front-door.ts';
import { receiveConnections } from './hand-over.ts';
import { Health } from './health.ts';
import { onStop } from './on-stop.ts';
import { openPageStore } from './page-store.ts';
import { ReadCounter } from './read-counter.ts';
import { answerRefused } from './refused-request.ts';
import { stopAccepting } from './stop-accepting.ts';

/** Service managers kill a process after 30 s or later, containers after 10 s unless configured otherwise. */
const DRAIN_MS = 25_000;

/** The host under which Next sends requests for pages to this server. */
const OWN_HOST = env.host === '0.0.0.0' || env.host === '::' ? 'localhost' : env.host;

/** Paths that Next's development server answers itself. */
const NEXT_DEV = /^\/(?:_next\/|__nextjs)/;

/** Opens Next behind the front door; returns what takes connections and shuts it down. */
async function openDoor() {
  const app = nextServer({ dev: env.dev, dir: process.cwd(), hostname: OWN_HOST, port: env.port });
  await app.prepare();
  const reads = new ReadCounter();
  const frontDoor = createFrontDoor(app.getRequestHandler(), openPageStore());
  const http = createHttpServer({ keepAliveTimeout: KEEP_ALIVE_MS });
  http.on('clientError', answerRefused);
  // This server does not listen itself; the event starts its timeouts for incomplete heads and bodies.
  http.emit('listening');
  // Next in the browser is told here which files were recompiled.
  if (env.dev) http.on('upgrade', app.getUpgradeHandler());
  let isEnding = false;
  const health = new Health(frontDoor.check);
  async function sayHealth(response: ServerResponse) {
    const isLeaving = () => isEnding || connections.isDraining;
    const isWell = isLeaving() || (await health.isWell());
    const status = isLeaving() ? 'draining' : isWell ? 'ok' : 'failing';
    const body = JSON.stringify({ status });
    const headers = {
      'Content-Type': 'application/json',
      'Content-Length': body.length,
      'Cache-Control': 'no-store',
    };
    response.writeHead(status === 'ok' ? 200 : 503, headers).end(body);
  }
  const connections = new Connections(http, (request, response) => {
    const read = readNumber(request.url ?? '');
    if (request.url === '/health') void sayHealth(response);
    else if (read !== undefined) answerRead(reads, read, request, response);
    else if (env.dev && NEXT_DEV.test(request.url ?? '')) void app.getRequestHandler()(request, response);
    else if (env.countQueries) void countQueries(response, () => frontDoor.handle(request, response));
    else void frontDoor.handle(request, response);
  });
  function findReady(asked: PlainGet, socket: Socket): Buffer | undefined {
    if (connections.isDraining) return undefined;
    return countOnSocket(reads, asked, socket) ?? frontDoor.findReady(asked.url)?.wire(asked.acceptEncoding);
  }
  function handOver(socket: Socket) {
    connections.handOver(socket);
    http.emit('connection', socket);
  }

  return {
    take(socket: Socket) {
      connections.open(socket);
      if (env.fastPath) readFast(socket, findReady, handOver);
      else handOver(socket);
    },
    /**
     * From now on /health answers with 503, so that load balancers go elsewhere; connections may still come.
     */
    announceEnd() {
      isEnding = true;
    },
    async drain(comes?: Promise<void>) {
      await connections.drain(frontDoor.closeStreams, comes);
      await Promise.allSettled([frontDoor.flush(), reads.flush()]);
    },
  };
}

/** Runs the whole instance in this process. */
export async function serveAlone(
  listen: (server: Server) => Promise<void>,
  end: () => Promise<void>,
): Promise<void> {
  const door = await openDoor();
  const server = createServer({ allowHalfOpen: true, noDelay: true }, door.take);
  onStop(() => {
    setTimeout(() => process.exit(0), DRAIN_MS).unref();
    void door.drain(stopAccepting(server)).then(end);
  });
  await listen(server);
}

/** Runs a worker: its connections come from the primary, which listens. */
export async function serveForPrimary(): Promise<void> {
  const door = await openDoor();
  receiveConnections({
    take: door.take,
    onEnding: door.announceEnd,
    async drain() {
      setTimeout(() => process.exit(0), DRAIN_MS).unref();
      await door.drain();
      closeDatabase();
      process.exit(0);
    },
  });
}
