import { rmSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { copyArchive, makeArchive, SIZES } from './archives.ts';
import type { ChangeCost } from './busy-changes.ts';
import type { Busy, BusyOptions } from './busy-run.ts';
import type { BusySpan, Counted, HowRow } from './busy-tally.ts';
import { runStep } from './steps.ts';

type Options = { folder: string } & Record<keyof BusyOptions, string>;

/** The load ends by itself: no option makes it longer or stronger than this. */
const MOST: BusyOptions = { seconds: 3600, pages: 100_000, rate: 2000, changes: 600, workers: 8 };

const line = (...cells: (string | number)[]) => console.log(`| ${cells.join(' | ')} |`);
function head(...cells: string[]) {
  console.log();
  line(...cells);
  line(...cells.map(() => '---'));
}
const met = (isMet: boolean) => (isMet ? 'met' : 'missed');
const percent = (part: number, all: number) => `${((100 * part) / all).toFixed(1)} %`;

function printRequests({ rows }: BusySpan) {
  const all = rows.all.count;
  const row = (label: string, { count, p50, p99 }: HowRow) =>
    line(label, count, percent(count, all), p50.toFixed(1), p99.toFixed(1));
  head('requests', 'number', 'share', 'p50 ms', 'p99 ms');
  row('kept without a question', rows.kept);
  row('kept after its reads were asked again', rows.asked);
  row('rendered', rows.rendered);
  if (rows.shared.count > 0) row('waited for the render of another request', rows.shared);
  if (rows.failed.count > 0) row('failed', rows.failed);
  row('all', rows.all);
}

function printSpan({ rows, cores, pss, dropped }: BusySpan, costs: ChangeCost[]) {
  const kept = rows.kept.count + rows.asked.count;
  const worst = (kind: ChangeCost['kind']) =>
    Math.max(0, ...costs.filter((cost) => cost.kind === kind).flatMap(({ articles }) => articles));
  head('', 'measured', 'target', '');
  line('kept', percent(kept, rows.all.count), '≥ 90 %', met(kept >= rows.all.count * 0.9));
  // A machine that is too busy to send the load says nothing about its cost.
  const isLoaded = dropped === 0;
  line('CPU of the server, cores', cores.toFixed(2), '≤ 0.5', isLoaded ? met(cores <= 0.5) : 'not loaded');
  for (const kind of ['approved comment', 'live entry'] as const)
    line(`articles rendered after one ${kind}`, worst(kind), '≤ 1', met(worst(kind) <= 1));
  line('PSS at the end, MB', pss.toFixed(0), '', '');
  if (dropped > 0) line('requests that were not sent', dropped, '', '');
}

function printChanges({ changes }: BusySpan) {
  head('change', 'made', 'refused', 'ms', 'renders for each', 'of the changed article');
  for (const { kind, made, refused, ms, renders, own } of changes) {
    const each = (count: number) => (made === 0 ? '' : (count / made).toFixed(2));
    line(kind, made, refused, made === 0 ? '' : ms.toFixed(0), each(renders), each(own));
  }
}

function printCounts(title: string, rows: Counted[]) {
  if (rows.length === 0) return;
  head(title, 'number');
  for (const { name, count } of rows) line(shorten(name), count);
}

/** A statement without the columns that it selects. */
const shorten = (text: string) =>
  text
    .replace(/^.* from (?=")/s, '… from ')
    .replaceAll('"', '')
    .replaceAll('|', '\\|')
    .slice(0, 160);

function printCosts(costs: ChangeCost[]) {
  const pages = costs[0]?.pages ?? 0;
  head(
    'one change',
    'times',
    'articles rendered',
    'other pages rendered',
    `CPU ms for each of ${pages} pages`,
  );
  for (const { kind, times, articles, others, cpuMs } of costs)
    line(
      kind === 'none' ? 'no change' : kind,
      times,
      articles.join(', '),
      others.join(', '),
      cpuMs.toFixed(2),
    );
  head('one change', 'renders', 'of', 'because of this read');
  for (const { kind, reasons } of costs)
    for (const { page, read, count } of reasons) line(kind, count, page, shorten(read));
}

function readOptions(options: Options): BusyOptions {
  const read = (name: keyof BusyOptions) => {
    const value = Number(options[name]);
    if (!(value > 0 && value <= MOST[name])) throw new Error(`--${name} is a number up to ${MOST[name]}`);
    return value;
  };
  return {
    seconds: read('seconds'),
    pages: read('pages'),
    rate: read('rate'),
    changes: read('changes'),
    workers: read('workers'),
  };
}

/** Prints what a busy site costs: readers and a newsroom at the same time. */
export async function proveBusy([size = '100k']: string[], options: Options): Promise<void> {
  if (!(size in SIZES)) throw new Error(`No size ${size}; there are ${Object.keys(SIZES).join(', ')}`);
  const { seconds, pages, rate, changes, workers } = readOptions(options);
  const copy = copyArchive(await makeArchive(options.folder, size), 'busy');
  const given = { seconds, pages, rate, changes, workers };
  const args = Object.entries(given).flatMap(([name, value]) => [`--${name}`, String(value)]);
  try {
    const busy = await runStep<Busy>(['busy-run', ...args], copy);
    const { span, costs } = busy;
    const day = new Date().toISOString().slice(0, 10);
    console.log(`${cpus().length} × ${cpus()[0]!.model}, load ${loadavg()[0]!.toFixed(1)}, ${day}`);
    console.log(`${size}, ${busy.pages} pages, each asked once before (${busy.warmSeconds.toFixed(0)} s).`);
    console.log(
      `${rate} requests a second, ${changes} changes a minute, ${span.seconds.toFixed(0)} s, workers: ${workers}.`,
    );
    printRequests(span);
    printSpan(span, costs);
    printChanges(span);
    printCounts('rendered, by page', span.byPage);
    printCounts('rendered, by the read that had other rows', span.byReason);
    printCounts('refused', span.refusals);
    printCosts(costs);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
