import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { endGently } from './end-gently.ts';
import { afterNextPoll } from './event-loop.ts';
import { RequestLine } from './request-line.ts';

/** For so long a connection that is open when the house closes may still ask. */
const LAST_CALL_MS = 500;
/**
 * The same for one that was opened and has not said anything, and for the rest of a request that has come in
 * part.
 */
const FIRST_WORD_MS = 2000;
const POLL_EVERY_MS = 25;
/** Who takes no byte of an answer for so long is not there. */
const STALLED_MS = 30_000;

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** Every open connection, from the moment it is taken until it is closed. */
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
    // Node would ask for a body at once; it is asked for by who reads it, and a body that is too large is
    // never sent.
    server.on(
      'checkContinue',
      (request: IncomingMessage, response: ServerResponse) => void server.emit('request', request, response),
    );
    // An answer may take its time to be made; one that is not taken may not. Heads and bodies that do not
    // come have limits of their own.
    server.setTimeout(stalledMs, (socket) => {
      if (socket.writableLength > 0 || this.lines.get(socket)?.isIdle) socket.destroy();
    });
  }

  /** For every connection, before anybody reads it. */
  open(socket: Socket) {
    this.sockets.add(socket);
    socket.once('close', () => this.sockets.delete(socket));
  }

  /** For one that Node's server reads from now on. */
  handOver(socket: Socket) {
    this.lines.set(socket, new RequestLine(socket, (...both) => void this.begin(...both)));
    // What Node's server calls after the last answer of a connection.
    socket.destroySoon = () => endGently(socket);
  }

  private async begin(request: IncomingMessage, response: ServerResponse) {
    if (this.isDraining) {
      // Nothing is begun that would hold up those who are still to be let in.
      await this.comes;
      // Requests that were sent behind this one are known first: only the last of them may announce the end.
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
   * Answers what has arrived on every connection and then closes it; resolves when none is left and none
   * `comes` any more.
   */
  async drain(closeStreams: () => void, comes?: Promise<void>): Promise<void> {
    this.isDraining = true;
    this.comes = comes;
    const began = performance.now();
    for (const socket of this.sockets) this.announceEnd(socket);
    await Promise.all([sleep(LAST_CALL_MS), comes]);
    closeStreams();
    while (this.sockets.size > 0) {
      // After a busy time, too: what came before this moment is read before anything is closed.
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
