import { rmSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { copyArchive, makeArchive, SIZES } from './archives.ts';
import type { Measured } from './measure.ts';
import { runStep } from './steps.ts';

const row = (cells: (string | number)[]) => `| ${cells.join(' | ')} |`;
const rule = (columns: number) => row(Array.from({ length: columns }, () => '---'));
const whole = (value: number) => value.toFixed(0);

function printPages(measured: Map<string, Measured>) {
  const sizes = [...measured.keys()];
  const columns = sizes.map((size) => `CPU ms, ${size}`);
  console.log(row(['page', ...columns, 'queries', 'kB']));
  console.log(rule(columns.length + 3));
  const labels = new Set([...measured.values()].flatMap(({ costs }) => costs.map(({ label }) => label)));
  for (const label of labels) {
    const costs = sizes.map((size) => measured.get(size)!.costs.find((cost) => cost.label === label));
    const last = costs.findLast((cost) => cost !== undefined)!;
    const cells = costs.map((cost) =>
      cost ? cost.cpuMs.toFixed(1) + (cost.status ? ` (status ${cost.status})` : '') : '',
    );
    console.log(row([label, ...cells, last.queries, last.kB.toFixed(1)]));
  }
}

function printRest(measured: Map<string, Measured>) {
  console.log(`\n${row(['', ...measured.keys()])}`);
  console.log(rule(measured.size + 1));
  const line = (label: string, value: (each: Measured) => string) =>
    console.log(row([label, ...[...measured.values()].map(value)]));
  line('start, s', ({ startMs }) => (startMs / 1000).toFixed(1));
  line('first page after it, ms', ({ firstPageMs }) => whole(firstPageMs));
  line('PSS after it, MB', ({ pss }) => whole(pss.started));
  line('PSS after all pages above, MB', ({ pss }) => whole(pss.used));
  line('PSS with a full page cache, MB', ({ pss }) => whole(pss.full));
  line('articles kept in it', ({ kept }) => String(kept));
}

type Options = { folder: string; rounds: string };

/** Prints what each page costs, by the size of the archive. */
export async function proveScale(asked: string[], { folder, rounds }: Options): Promise<void> {
  const sizes = asked.length > 0 ? asked : ['10k'];
  const unknown = sizes.find((size) => !(size in SIZES));
  if (unknown) throw new Error(`No size ${unknown}; there are ${Object.keys(SIZES).join(', ')}`);
  const measured = new Map<string, Measured>();
  for (const size of sizes) {
    const copy = copyArchive(await makeArchive(folder, size));
    try {
      measured.set(size, await runStep<Measured>(['measure', '--rounds', rounds], copy));
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  }
  const day = new Date().toISOString().slice(0, 10);
  console.log(`${cpus().length} × ${cpus()[0]!.model}, load ${loadavg()[0]!.toFixed(1)}, ${day}\n`);
  printPages(measured);
  printRest(measured);
}
