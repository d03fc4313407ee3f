import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** So many requests of one connection wait for their turn; then it is not read further. */
const MOST_WAITING = 32;
/** One read of a socket may bring a few thousand; more than that comes from nobody who reads the answers. */
const MOST_EVER = 3000;

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * The requests of one connection. They are answered one after the other: answers leave in that order anyway,
 * and a packet of hundreds of requests would begin hundreds of renders at once.
 */
export class RequestLine {
  current: ServerResponse | undefined;
  private readonly waiting: [IncomingMessage, ServerResponse][] = [];
  private readonly socket: Socket;
  private readonly answer: Answer;
  /** How much had been read when the last answer ended. */
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

  /** Nothing is being answered, waits, or has come in part. */
  get isIdle(): boolean {
    return !this.current && !this.hasPart;
  }

  /** The beginning of a request has come, and not yet the whole head. */
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
    // Whoever has gone gets no answer to what they asked for besides.
    if (this.socket.destroyed) this.waiting.length = 0;
    const following = this.waiting.shift();
    if (!following) return;
    if (this.waiting.length < MOST_WAITING / 2 && this.socket.isPaused()) this.socket.resume();
    this.begin(...following);
  }
}
