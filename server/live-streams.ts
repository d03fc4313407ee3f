import type { IncomingMessage, ServerResponse } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { commitCounter } from '#db/paper/content-version.ts';
import { getLiveState } from '#db/live/entries.ts';
import { clientAddress } from './client-address.ts';
import { readerHeaders } from './security-headers.ts';
import { logFault } from '#lib/log.ts';

const POLL_EVERY_MS = 1000;
/** Proxies close connections that are silent for a minute or half a minute. */
const BEAT_EVERY_MS = 15_000;
const MOST = 5000;
/** Streams are told for this long in one turn of the event loop. Then requests get their turn. */
const SLICE_MS = 3;
/**
 * Many readers may share one address, and one reader opens a few tabs. Readers above the limit poll instead.
 */
const MOST_AN_ADDRESS = 10;
/** A client with this many unread bytes is considered gone. */
const MOST_WAITING_BYTES = 16 * 1024;

const HEADERS: Record<string, string> = {
  ...readerHeaders,
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store, no-transform',
  // nginx would buffer the stream until a page of memory is full.
  'X-Accel-Buffering': 'no',
  // The connection ends with the stream, so no idle connection is left when the server shuts down.
  Connection: 'close',
};

type State = NonNullable<Awaited<ReturnType<typeof getLiveState>>>;
type Reader = { response: ServerResponse; address: string };

/**
 * `change` has the time of the last change; `ended` means that no more will come. A client that reconnects
 * gets the last one again and requests changes from the one it knows. The changes are fetched as a page,
 * which is cached like any other.
 */
const eventText = ({ cursor, isEnded }: State) =>
  `event: change\ndata: ${cursor}\n\n${isEnded ? 'event: ended\ndata:\n\n' : ''}`;
const isSame = (a: State | undefined, b: State) => a?.cursor === b.cursor && a.isEnded === b.isEnded;

/**
 * The streams of readers who have a live coverage open. One read of the database a second, and only after a
 * commit, serves all of them.
 */
export class LiveStreams {
  private readonly readers = new Map<number, Set<Reader>>();
  private readonly states = new Map<number, State>();
  private readonly perAddress = new Map<string, number>();
  private readonly most: number;
  private readonly sliceMs: number;
  private count = 0;
  private counter = -1;
  private isReading = false;
  private timers: NodeJS.Timeout[] = [];

  constructor(most = MOST, sliceMs = SLICE_MS) {
    this.most = most;
    this.sliceMs = sliceMs;
  }

  async open(request: IncomingMessage, response: ServerResponse, number: number): Promise<void> {
    if (request.method !== 'GET') return refuse(response, 405, { Allow: 'GET' });
    const address = clientAddress(request);
    if (this.count >= this.most) return refuse(response, 503, { 'Retry-After': '60' });
    if ((this.perAddress.get(address) ?? 0) >= MOST_AN_ADDRESS)
      return refuse(response, 429, { 'Retry-After': '60' });
    // Counted before the first await, so that many concurrent requests cannot exceed the limit.
    const leave = this.enter(number, { response, address });
    response.on('close', leave);
    const state = await getLiveState(number, new Date()).catch(() => undefined);
    if (response.destroyed) return;
    if (!state || state.isEnded) {
      leave();
      // 204 tells a browser not to reconnect.
      return refuse(response, state ? 204 : 404);
    }
    // The connection ends with the stream, so the text needs no frames of its own.
    response.removeHeader('Transfer-Encoding');
    response.writeHead(200, HEADERS);
    // A random delay, so that not all clients reconnect in the same second after a restart.
    response.write(`retry: ${2000 + Math.floor(Math.random() * 4000)}\n\n${eventText(state)}`);
    // The change that the other streams got while this one's state was being read.
    const told = this.states.get(number);
    if (told && !isSame(told, state)) response.write(eventText(told));
  }

  private enter(number: number, reader: Reader): () => void {
    const readers = this.readers.get(number) ?? new Set();
    this.readers.set(number, readers.add(reader));
    this.perAddress.set(reader.address, (this.perAddress.get(reader.address) ?? 0) + 1);
    this.count += 1;
    if (this.timers.length === 0)
      this.timers = [
        setInterval(() => void this.poll(), POLL_EVERY_MS).unref(),
        setInterval(() => void this.beat(), BEAT_EVERY_MS).unref(),
      ];
    return () => this.leave(number, reader);
  }

  private leave(number: number, reader: Reader) {
    const readers = this.readers.get(number);
    if (!readers?.delete(reader)) return;
    if (readers.size === 0) {
      this.readers.delete(number);
      this.states.delete(number);
    }
    const same = (this.perAddress.get(reader.address) ?? 1) - 1;
    if (same > 0) this.perAddress.set(reader.address, same);
    else this.perAddress.delete(reader.address);
    this.count -= 1;
    if (this.count > 0) return;
    for (const timer of this.timers) clearInterval(timer);
    this.timers = [];
  }

  private async poll() {
    const counter = commitCounter();
    if (this.isReading || counter === this.counter) return;
    this.isReading = true;
    try {
      for (const number of this.readers.keys()) await this.tell(number);
      this.counter = counter;
    } catch (error) {
      logFault('Looking for live entries failed', error);
    } finally {
      this.isReading = false;
    }
  }

  private async tell(number: number) {
    const state = (await getLiveState(number, new Date())) ?? { cursor: 0, isEnded: true };
    if (isSame(this.states.get(number), state)) return;
    this.states.set(number, state);
    await this.sendToAll(this.readers.get(number) ?? [], eventText(state), state.isEnded);
  }

  private async beat() {
    for (const readers of this.readers.values()) await this.sendToAll(readers, ':\n\n');
  }

  /** In slices. A stream that opens meanwhile gets the text twice, which tells its reader nothing new. */
  private async sendToAll(readers: Iterable<Reader>, text: string, isLast = false) {
    const bytes = Buffer.from(text);
    let until = performance.now() + this.sliceMs;
    for (const reader of readers) {
      this.send(reader, bytes);
      if (isLast) reader.response.end();
      if (performance.now() < until) continue;
      await nextTurn();
      until = performance.now() + this.sliceMs;
    }
  }

  private send({ response }: Reader, text: Buffer) {
    if (!response.headersSent || response.writableEnded) return;
    if (response.writableLength > MOST_WAITING_BYTES) response.destroy();
    else response.write(text);
  }

  /** Ends all streams at shutdown; browsers reconnect automatically. */
  close() {
    for (const readers of this.readers.values()) for (const { response } of readers) response.end();
  }
}

function refuse(response: ServerResponse, status: number, headers: Record<string, string> = {}) {
  response.writeHead(status, { ...readerHeaders, 'Cache-Control': 'no-store', ...headers });
  response.end();
}
