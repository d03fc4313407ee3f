import { setTimeout as sleep } from 'node:timers/promises';
import { commitCounter, getVersions } from '#db/paper/content-version.ts';
import { getNextDueTime } from '#db/front/next-change.ts';
import { applyDueRevisions } from '#db/articles/scheduled.ts';
import { toPage, type CachedPage } from './cached-page.ts';
import type { Captured } from './captured-response.ts';
import { Gone, type Client, type RenderGate } from './render-gate.ts';

const MAX_BYTES = 256 * 1024 * 1024;
/** A page is rendered again after this long even when nothing changed: its form token must stay fresh. */
const MAX_AGE = 3_600_000;

/**
 * A clock may go back this far, as time corrections do every day. If it goes back further, pages from before
 * count as rendered in the future.
 */
const BACK_MS = 1000;

/**
 * How long a page waits for due revisions to be applied. If another process holds the database longer, the
 * old text is shown.
 */
const HELD_MS = 1000;

/** The number of requests in one turn of the event loop that share a read of the commit counter. */
const MAX_PER_READ = 16;

type Slot = { page: CachedPage; version: number; expires: number };
type Render = (key: string) => Promise<Captured | CachedPage>;
/**
 * The requests that wait for one render, and the networks whose queues hold it; the first queue to reach it
 * starts it.
 */
type Flight = {
  clients: Client[];
  networks: Set<string>;
  isBegun: boolean;
  page: PromiseWithResolvers<CachedPage>;
};

/**
 * A page waits in at most this many queues: enough that one network's flood cannot delay it for all others.
 */
const MOST_QUEUES = 4;

/** A client that never disconnects. */
export const LASTING_CLIENT: Client = { network: '', isGone: () => false };

/**
 * A cache of pages at the current content version. Nothing is purged on a change: an entry of an older
 * version is not served. A render that began before a change goes to the requests that waited for it and is
 * not cached.
 */
export class PageCache {
  private readonly slots = new Map<string, Slot>();
  private readonly rendering = new Map<string, Flight>();
  private readonly render: Render;
  private readonly maxBytes: number;
  private readonly gate: RenderGate | undefined;
  private bytes = 0;
  private counter = -1;
  private version = 0;
  private due = Infinity;
  private dueVersion = -1;
  /** When the due time was read. */
  private since = -Infinity;
  /**
   * Due revisions whose application is delayed by a lock. They are applied later, with a commit like any
   * other.
   */
  private heldUp: Promise<void> | undefined;
  private turnCounter = -1;
  private turnUses = 0;

  constructor(render: Render, maxBytes = MAX_BYTES, gate?: RenderGate) {
    this.render = render;
    this.maxBytes = maxBytes;
    this.gate = gate;
  }

  /** The current entry for a key. Reads only memory and, for 2 µs, SQLite. */
  fresh(key: string): CachedPage | undefined {
    return this.kept(key, commitCounter());
  }

  /**
   * The same for a request that is being read off its socket: requests in one turn of the event loop share a
   * read of the commit counter.
   */
  freshForSocket(key: string): CachedPage | undefined {
    return this.kept(key, this.signOfTurn());
  }

  private kept(key: string, counter: number): CachedPage | undefined {
    if (counter !== this.counter) return undefined;
    const now = Date.now();
    if (now >= this.due || this.isBefore(now)) return undefined;
    const slot = this.slots.get(key);
    if (!slot || slot.version !== this.version || now >= slot.expires) return undefined;
    this.slots.delete(key);
    this.slots.set(key, slot);
    return slot.page;
  }

  /** Whether the clock is before the last read of the due time; cached pages may show the future. */
  private isBefore(now: number): boolean {
    return now < this.since - BACK_MS;
  }

  /**
   * The commit counter for this turn. All data that was on the sockets at the poll was sent before now, so
   * one read serves it all. It serves only a few requests: after a thousand the event loop polls the sockets
   * again within the same turn.
   */
  private signOfTurn(): number {
    if (this.turnUses === 0) setImmediate(() => (this.turnUses = 0));
    if (this.turnUses % MAX_PER_READ === 0) this.turnCounter = commitCounter();
    this.turnUses++;
    return this.turnCounter;
  }

  /**
   * The entry for a key, rendered if there is no current one. There is one render per key at a time; it is
   * dropped if all waiting clients have disconnected.
   */
  async get(key: string, client = LASTING_CLIENT): Promise<CachedPage> {
    await this.refresh();
    const kept = this.fresh(key);
    if (kept) return kept;
    // A request after a change or a due time does not wait for a render that began before it.
    const name = `${this.version} ${this.due} ${key}`;
    const flight = this.rendering.get(name) ?? this.openFlight(name);
    flight.clients.push(client);
    if (!flight.isBegun && !flight.networks.has(client.network) && flight.networks.size < MOST_QUEUES)
      void this.renderInTurn(key, flight, client.network);
    return flight.page.promise;
  }

  private openFlight(name: string): Flight {
    const flight: Flight = {
      clients: [],
      networks: new Set(),
      isBegun: false,
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
      if (this.gate) await this.refresh();
      page.resolve((this.gate && this.fresh(key)) ?? (await this.renderAndKeep(key)));
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
   * Reads the versions again after a commit. Reads the next due time when a commit changed it, when it has
   * passed, or when the clock went back. Old entries are dropped in the last two cases, and due revisions are
   * applied first.
   */
  async refresh() {
    const now = new Date();
    const isDue = now.getTime() >= this.due || this.isBefore(now.getTime());
    if (commitCounter() === this.counter && !isDue) return;
    // The counter is read before the versions: a commit between the two makes the next request read again.
    let counter = commitCounter();
    let versions = await getVersions();
    if (isDue || versions.due !== this.dueVersion) {
      await this.applyDue(now);
      counter = commitCounter();
      versions = await getVersions();
      const due = await getNextDueTime(now);
      // Checked again: another request may have refreshed meanwhile, and entries cached since then are valid.
      if (now.getTime() >= this.due || this.isBefore(now.getTime())) this.clear();
      this.due = due.getTime();
      this.since = now.getTime();
      this.dueVersion = versions.due;
    }
    if (versions.version !== this.version) this.clear();
    this.version = versions.version;
    this.counter = counter;
  }

  private async applyDue(now: Date): Promise<void> {
    if (this.heldUp) return;
    const waiting = new AbortController();
    const applied = applyDueRevisions(now).finally(() => waiting.abort());
    const pause = sleep(HELD_MS, 'late' as const, { signal: waiting.signal, ref: false }).catch(
      () => undefined,
    );
    if ((await Promise.race([applied, pause])) !== 'late') return applied;
    this.heldUp ??= applied.catch(() => undefined).finally(() => (this.heldUp = undefined));
  }

  private async renderAndKeep(key: string): Promise<CachedPage> {
    const { version } = this;
    const expires = Math.min(Date.now() + MAX_AGE, this.due);
    const page = toPage(await this.render(key));
    await this.refresh();
    if (page.status === 200 && version === this.version && Date.now() < expires)
      this.keep(key, { page, version, expires });
    return page;
  }

  private keep(key: string, slot: Slot) {
    this.drop(key);
    this.slots.set(key, slot);
    this.bytes += slot.page.bytes;
    for (const oldest of this.slots.keys()) {
      if (this.bytes <= this.maxBytes) break;
      this.drop(oldest);
    }
  }

  private drop(key: string) {
    const slot = this.slots.get(key);
    if (!slot) return;
    this.bytes -= slot.page.bytes;
    this.slots.delete(key);
  }

  private clear() {
    this.slots.clear();
    this.bytes = 0;
  }
}
