import { openDatabase } from '#db/engine/client.ts';
import type { PageFile } from '#db/engine/page-file.ts';
import type { Validity } from '#db/engine/page-rows.ts';
import { commitCounter } from '#db/paper/content-version.ts';
import { env } from '#lib/env.ts';
import { logFault } from '#lib/log.ts';
import { timeForRequest } from '#lib/page-request.ts';
import { Recording } from '#lib/recording.ts';
import { CachedPage, toPage } from './cached-page.ts';
import type { Captured } from './captured-response.ts';
import { BACK_MS, ContentState } from './content-state.ts';
import { noteReason, noteSource } from './page-source.ts';
import { Gone, type Client, type RenderGate } from './render-gate.ts';

/** How often a page is asked again when there are commits meanwhile; then it is rendered. */
const MOST_TRIES = 5;

type Slot = Validity & { page: CachedPage; epoch: number; bytes: number };
type Render = (key: string, recording: Recording) => Promise<Captured | CachedPage>;
type Options = { maxBytes?: number | undefined; gate?: RenderGate; store?: PageFile | undefined };
/**
 * The requests that wait for one render, and the networks whose queues hold it; the first queue to reach it
 * starts it.
 */
type Flight = {
  clients: Client[];
  networks: Set<string>;
  isBegun: boolean;
  isRendered: boolean;
  page: PromiseWithResolvers<CachedPage>;
};

/**
 * A page waits in at most this many queues: enough that one network's flood cannot delay it for all others.
 */
const MOST_QUEUES = 4;

/** A client that never disconnects. */
export const LASTING_CLIENT: Client = { network: '', isGone: () => false };

/**
 * A cache of pages that are right at the current content version. Nothing is purged on a change. A page is
 * checked at its first request after it: the reads of its render are asked again, and it stays if they give
 * the same rows (docs/decisions/022). A render that began before a change goes to the requests that waited
 * for it; it is cached if the same check allows it.
 */
export class PageCache {
  private readonly slots = new Map<string, Slot>();
  private readonly rendering = new Map<string, Flight>();
  private readonly checking = new Map<string, Promise<CachedPage | undefined>>();
  private readonly render: Render;
  private readonly maxBytes: number;
  private readonly gate: RenderGate | undefined;
  private readonly store: PageFile | undefined;
  private readonly content = new ContentState();
  private bytes = 0;

  constructor(render: Render, { maxBytes = env.pageCacheBytes, gate, store }: Options = {}) {
    this.render = render;
    this.maxBytes = maxBytes;
    this.gate = gate;
    this.store = store;
  }

  /**
   * Applies what is due, and learns of changes: then a page that is not cached is as current as the cached
   * ones.
   */
  refresh = (): Promise<void> => this.content.refresh();

  /** The current entry for a key. Reads only memory and, for 2 µs, SQLite. */
  fresh(key: string): CachedPage | undefined {
    return this.kept(key, commitCounter());
  }

  /**
   * The same for a request that is being read off its socket: requests in one turn of the event loop share a
   * read of the commit counter.
   */
  freshForSocket(key: string): CachedPage | undefined {
    return this.kept(key, this.content.counterOfTurn());
  }

  private kept(key: string, counter: number): CachedPage | undefined {
    const now = Date.now();
    if (!this.content.isCurrent(counter, now)) return undefined;
    const slot = this.slots.get(key);
    if (!slot || slot.epoch !== this.content.epoch || now >= slot.expires) return undefined;
    this.slots.delete(key);
    this.slots.set(key, slot);
    return slot.page;
  }

  /**
   * The entry for a key, rendered if there is none that is right. There is one render per key at a time; it
   * is dropped if all waiting clients have disconnected.
   */
  async get(key: string, client = LASTING_CLIENT): Promise<CachedPage> {
    await this.content.refresh();
    const kept = this.fresh(key);
    if (kept) return kept;
    const checked = await this.check(key);
    if (checked) noteSource('asked');
    if (checked) return checked;
    // A request after a change or a due time does not wait for a render that began before it.
    const name = `${this.content.epoch} ${key}`;
    const flight = this.rendering.get(name) ?? this.openFlight(name);
    flight.clients.push(client);
    if (!flight.isBegun && !flight.networks.has(client.network) && flight.networks.size < MOST_QUEUES)
      void this.renderInTurn(key, flight, client.network);
    const page = await flight.page.promise;
    noteSource(!flight.isRendered ? 'asked' : flight.clients[0] === client ? 'rendered' : 'shared');
    return page;
  }

  private openFlight(name: string): Flight {
    const flight: Flight = {
      clients: [],
      networks: new Set(),
      isBegun: false,
      isRendered: false,
      page: Promise.withResolvers(),
    };
    this.rendering.set(name, flight);
    const end = () => this.rendering.delete(name);
    flight.page.promise.then(end, end);
    return flight;
  }

  /**
   * A request from another network also queues the render in that network's queue. So it does not wait behind
   * the other requests of the first network.
   */
  private async renderInTurn(key: string, flight: Flight, network: string): Promise<void> {
    const { clients, networks, page } = flight;
    networks.add(network);
    let isMine = false;
    const work = async () => {
      if (flight.isBegun) return;
      flight.isBegun = isMine = true;
      // The page may have been rendered meanwhile, or the version has changed.
      if (this.gate) await this.content.refresh();
      const kept = this.gate && (this.fresh(key) ?? (await this.check(key)));
      flight.isRendered = !kept;
      page.resolve(kept ?? (await this.renderAndKeep(key)));
    };
    const isGone = () => flight.isBegun || clients.every((each) => each.isGone());
    try {
      await (this.gate ? this.gate.run({ network, isGone }, work) : work());
    } catch (error) {
      networks.delete(network);
      if (isMine) return page.reject(error);
      if (flight.isBegun) return;
      // Another request joined just as the place in the queue was given up.
      const here = error instanceof Gone ? clients.find((each) => !each.isGone()) : undefined;
      if (here && !networks.has(here.network)) return this.renderInTurn(key, flight, here.network);
      if (networks.size === 0) page.reject(error);
    }
  }

  /**
   * The entry for a key if its reads still give the same rows. Requests at one commit counter share a check.
   */
  private check(key: string): Promise<CachedPage | undefined> {
    const name = `${this.content.counter} ${key}`;
    const running = this.checking.get(name);
    if (running) return running;
    const check = this.askAgain(key).finally(() => this.checking.delete(name));
    this.checking.set(name, check);
    return check;
  }

  private async askAgain(key: string): Promise<CachedPage | undefined> {
    const slot = this.slots.get(key) ?? this.load(key);
    if (!slot) noteReason('missing');
    if (!slot) return undefined;
    if (await this.isRight(slot)) return slot.page;
    if (this.slots.get(key) === slot) this.drop(key);
    this.store?.remove(key);
    return undefined;
  }

  private load(key: string): Slot | undefined {
    if (this.maxBytes === 0) return undefined;
    const found = this.store?.load(key);
    if (!found) return undefined;
    const slot: Slot = { ...found, page: new CachedPage(found), epoch: -1, bytes: 0 };
    this.keep(key, slot);
    return slot;
  }

  /** Whether a page is right now; if so, it is right for the whole epoch. */
  private async isRight(slot: Slot): Promise<boolean> {
    const { content } = this;
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      await content.refresh();
      const now = Date.now();
      // After the clock went back, a page may show what has not happened yet.
      if (slot.day !== content.day || now >= slot.expires || now < slot.renderedAt - BACK_MS) {
        noteReason('expired');
        return false;
      }
      const { epoch, counter } = content;
      if (slot.epoch === epoch) return true;
      const answer = await content.answers.compare(slot.reads, { counter, now });
      if (answer === 'changed') return false;
      if (answer === 'moved') continue;
      if (content.epoch === epoch) slot.epoch = epoch;
      return true;
    }
    return false;
  }

  private async renderAndKeep(key: string): Promise<CachedPage> {
    const { epoch, day } = this.content;
    const recording = new Recording(timeForRequest().getTime());
    const render = () => this.render(key, recording);
    const page = toPage(await openDatabase().watch(recording.onStatement, render));
    // Every page reads something. If nothing was recorded, the reads were not seen.
    if (page.status !== 200 || !recording.isComplete || recording.answers.size === 0) return page;
    const slot: Slot = {
      page,
      reads: JSON.stringify([...recording.answers]),
      day,
      renderedAt: recording.now,
      expires: recording.until,
      epoch,
      bytes: 0,
    };
    if (await this.isRight(slot)) {
      this.keep(key, slot);
      this.pack(key, slot).catch((error: unknown) => logFault('A page could not be compressed', error));
    }
    return page;
  }

  /** Writes pages to the store that wait for it: before the process ends. */
  flush = async (): Promise<void> => this.store?.flush();

  /** Compresses a kept page after its first response. */
  private async pack(key: string, slot: Slot): Promise<void> {
    if (this.slots.get(key) !== slot) return;
    const stored = await slot.page.pack();
    if (this.slots.get(key) === slot) this.store?.save(key, { ...slot, ...stored });
  }

  private keep(key: string, slot: Slot) {
    this.drop(key);
    this.slots.set(key, slot);
    slot.page.onResize = () => this.measure(key, slot);
    this.measure(key, slot);
  }

  private measure(key: string, slot: Slot) {
    if (this.slots.get(key) !== slot) return;
    const bytes = slot.page.bytes + 2 * (slot.reads.length + key.length);
    this.bytes += bytes - slot.bytes;
    slot.bytes = bytes;
    for (const oldest of this.slots.keys()) {
      if (this.bytes <= this.maxBytes) break;
      this.drop(oldest);
    }
  }

  private drop(key: string) {
    const slot = this.slots.get(key);
    if (!slot) return;
    this.bytes -= slot.bytes;
    this.slots.delete(key);
  }
}
