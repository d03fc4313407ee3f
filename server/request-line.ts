import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** When this many requests of one connection wait, its socket is paused. */
const MOST_WAITING = 32;
/** One read of a socket can bring a few thousand requests. No client that reads the responses sends more. */
const MOST_EVER = 3000;

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * The requests of one connection, answered one after the other. HTTP/1.1 responses leave in that order
 * anyway, and a packet of hundreds of requests would begin hundreds of renders at once.
 */
export class RequestLine {
  current: ServerResponse | undefined;
  private readonly waiting: [IncomingMessage, ServerResponse][] = [];
  private readonly socket: Socket;
  private readonly answer: Answer;
  /** The bytes that had been read when the last response ended. */
  private readBefore = -1;

  constructor(socket: Socket, answer: Answer) {
    this.socket = socket;
    this.answer = answer;
  }

  add(request: IncomingMessage, response: ServerResponse) {
    if (!this.current) return this.begin(request, response);
    this.waiting.push([request, response]);
    if (this.waiting.length >= MOST_EVER) this.socket.destroy();
    else if (this.waiting.length >= MOST_WAITING) this.socket.pause();
  }

  get isLast(): boolean {
    return this.waiting.length === 0;
  }

  /** No request is being answered, waits, or has arrived in part. */
  get isIdle(): boolean {
    return !this.current && !this.hasPart;
  }

  /** A part of a request has arrived, but not its whole head. */
  get hasPart(): boolean {
    return !this.current && this.socket.bytesRead !== this.readBefore;
  }

  private begin(request: IncomingMessage, response: ServerResponse) {
    this.current = response;
    response.once('close', () => this.next());
    this.answer(request, response);
  }

  private next() {
    this.current = undefined;
    this.readBefore = this.socket.bytesRead;
    // Drops the waiting requests of a client that has disconnected.
    if (this.socket.destroyed) this.waiting.length = 0;
    const following = this.waiting.shift();
    if (!following) return;
    if (this.waiting.length < MOST_WAITING / 2 && this.socket.isPaused()) this.socket.resume();
    this.begin(...following);
  }
}
