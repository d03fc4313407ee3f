import type { BusyPage } from '#db/seed/archive/busy-pages.ts';
import type { BusyKind } from '#db/testing/acts/busy-acts.ts';
import { BUSY_KINDS, type Done } from './busy-acts.ts';
import type { Answer, How } from './busy-load.ts';

/**
 * From the change that other pages show most to the one that they show least. If several changes came
 * between two requests for a page that none of them was made on, its render counts for the first of these.
 */
const BY_REACH: BusyKind[] = [
  'settings',
  'breaking line',
  'publication',
  'edited headline',
  'pinned story',
  'correction',
  'live entry',
  'edited text',
  'approved comment',
];
const MOST_REASONS = 12;

type Change = { kind: BusyKind; begun: number; done: number; path?: string };
export type HowRow = { count: number; p50: number; p99: number };
export type ChangeRow = {
  kind: BusyKind;
  made: number;
  refused: number;
  ms: number;
  renders: number;
  own: number;
};
export type Counted = { name: string; count: number };
export type BusySpan = {
  rows: Record<'all' | How, HowRow>;
  changes: ChangeRow[];
  /** Renders by kind of page, and by the read that had other rows. */
  byPage: Counted[];
  byReason: Counted[];
  refusals: Counted[];
  cores: number;
  pss: number;
  dropped: number;
  seconds: number;
};

export function rowOf(times: number[]): HowRow {
  const sorted = Float64Array.from(times).sort();
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { count: sorted.length, p50: at(0.5), p99: at(0.99) };
}

/** Counts by name, the most frequent first. */
class Counts {
  private readonly counts = new Map<string, number>();
  add(name: string) {
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }
  list(most = Infinity): Counted[] {
    const rows = [...this.counts].map(([name, count]) => ({ name, count }));
    return rows.sort((a, b) => b.count - a.count).slice(0, most);
  }
}

/** Collects how the requests of a span were answered, and which change caused each render. */
export class BusyTally {
  private readonly times: Record<How, number[]> = {
    kept: [],
    asked: [],
    rendered: [],
    shared: [],
    failed: [],
  };
  private readonly changes: Change[] = [];
  private readonly refusals = new Counts();
  private readonly made = new Map<
    BusyKind,
    { done: number[]; refused: number; renders: number; own: number }
  >();
  private readonly byPage = new Counts();
  private readonly byReason = new Counts();
  private readonly lastAsked = new Map<string, number>();
  private readonly kinds: Map<string, BusyPage['kind']>;
  private readonly begun = performance.now();

  constructor(pages: readonly BusyPage[]) {
    this.kinds = new Map(pages.map(({ path, kind }) => [path, kind]));
    for (const kind of BUSY_KINDS) this.made.set(kind, { done: [], refused: 0, renders: 0, own: 0 });
  }

  /** Notes that a change begins; call the result when it has ended. */
  begin(kind: BusyKind): (done: Done) => void {
    const change: Change = { kind, begun: performance.now(), done: Infinity };
    this.changes.push(change);
    return ({ path, refused, ms }) => {
      const row = this.made.get(kind)!;
      change.done = performance.now();
      if (path) change.path = path;
      if (refused) {
        row.refused++;
        this.refusals.add(`${kind}: ${refused}`);
        this.changes.splice(this.changes.indexOf(change), 1);
      } else row.done.push(ms);
    };
  }

  add(path: string, { how, why, status, ms }: Answer): void {
    const now = performance.now();
    this.times[how].push(ms);
    if (how === 'failed') this.byReason.add(`status ${status}`);
    if (how === 'rendered') this.addRender(path, { why, from: now - ms });
    this.lastAsked.set(path, now - ms);
  }

  private addRender(path: string, { why, from }: { why: string; from: number }) {
    this.byPage.add(this.kinds.get(path) ?? 'article');
    this.byReason.add(why || 'not known');
    if (why === 'missing' || why === 'expired') return;
    const since = this.lastAsked.get(path) ?? this.begun;
    const possible = this.changes.filter(
      (each) => each.begun <= performance.now() && each.done >= Math.min(since, from),
    );
    const own = possible.find((each) => each.path === path);
    const kind = own?.kind ?? BY_REACH.find((each) => possible.some((change) => change.kind === each));
    if (!kind) return;
    this.made.get(kind)!.renders++;
    if (own) this.made.get(kind)!.own++;
  }

  result() {
    const { times } = this;
    const how = Object.fromEntries(Object.entries(times).map(([name, all]) => [name, rowOf(all)]));
    const changes = BUSY_KINDS.map((kind) => {
      const { done, ...rest } = this.made.get(kind)!;
      const ms = done.length === 0 ? 0 : done.reduce((sum, each) => sum + each, 0) / done.length;
      return { kind, made: done.length, ms, ...rest };
    });
    return {
      rows: { all: rowOf(Object.values(times).flat()), ...(how as Record<How, HowRow>) },
      changes,
      byPage: this.byPage.list(),
      byReason: this.byReason.list(MOST_REASONS),
      refusals: this.refusals.list(MOST_REASONS),
    };
  }
}
