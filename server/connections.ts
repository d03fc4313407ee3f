import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { endGently } from './end-gently.ts';
import { afterNextPoll } from './event-loop.ts';
import { RequestLine } from './request-line.ts';

/** While the server shuts down, it accepts requests on open connections for this long. */
const LAST_CALL_MS = 500;
/** The same for a connection without any bytes yet, and for the rest of an incomplete request. */
const FIRST_WORD_MS = 2000;
const POLL_EVERY_MS = 25;
/** A client that reads no byte of the response for this long is considered gone. */
const STALLED_MS = 30_000;

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** All open connections, from accept to close. */
export class Connections {
  isDraining = false;
  private comes: Promise<void> | undefined;
  private readonly sockets = new Set<Socket>();
  private readonly lines = new WeakMap<Socket, RequestLine>();
  private readonly answer: Answer;

  constructor(server: Server, answer: Answer, stalledMs = STALLED_MS) {
    this.answer = answer;
    server.on('request', (request: IncomingMessage, response: ServerResponse) =>
      this.lines.get(request.socket)!.add(request, response),
    );
    // Node would send 100 Continue at once. Here the code that reads the body sends it, so a body that is too
    // large is never sent.
    server.on(
      'checkContinue',
      (request: IncomingMessage, response: ServerResponse) => void server.emit('request', request, response),
    );
    // A response may take long to produce, but the client must read it. Incomplete headers and bodies have
    // limits of their own.
    server.setTimeout(stalledMs, (socket) => {
      if (socket.writableLength > 0 || this.lines.get(socket)?.isIdle) socket.destroy();
    });
  }

  /** Call for every connection before it is read. */
  open(socket: Socket) {
    this.sockets.add(socket);
    socket.once('close', () => this.sockets.delete(socket));
  }

  /** Call for a connection that Node's server reads from now on. */
  handOver(socket: Socket) {
    this.lines.set(socket, new RequestLine(socket, (...both) => void this.begin(...both)));
    // Node's server calls this after the last response of a connection.
    socket.destroySoon = () => endGently(socket);
  }

  private async begin(request: IncomingMessage, response: ServerResponse) {
    if (this.isDraining) {
      // Starts no work that would delay connections that are still being accepted.
      await this.comes;
      // First reads pipelined requests that follow this one: only the last response may have `Connection:
      // close`.
      await afterNextPoll();
      this.announceEnd(request.socket);
    }
    this.answer(request, response);
  }

  private announceEnd(socket: Socket) {
    const line = this.lines.get(socket);
    if (line?.current && line.isLast && !line.current.headersSent)
      line.current.setHeader('Connection', 'close');
  }

  /**
   * Answers what has arrived on every connection, then closes it. Resolves when no connection is left and
   * `comes`, the end of accepting, has resolved.
   */
  async drain(closeStreams: () => void, comes?: Promise<void>): Promise<void> {
    this.isDraining = true;
    this.comes = comes;
    const began = performance.now();
    for (const socket of this.sockets) this.announceEnd(socket);
    await Promise.all([sleep(LAST_CALL_MS), comes]);
    closeStreams();
    while (this.sockets.size > 0) {
      // Even after a busy time, data that came before this moment is read before any connection is closed.
      await afterNextPoll();
      const isLate = performance.now() - began > FIRST_WORD_MS;
      for (const socket of this.sockets) if (this.isOver(socket, isLate)) endGently(socket);
      await sleep(POLL_EVERY_MS);
    }
  }

  private isOver(socket: Socket, isLate: boolean): boolean {
    if (socket.writableEnded) return false;
    const line = this.lines.get(socket);
    if (!line) return isLate || socket.bytesRead > 0;
    return line.isIdle || (line.hasPart && isLate);
  }
}
