import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from '#lib/env.ts';

/*
 * npm run bench:lighthouse -- http://localhost:3000: runs Lighthouse's mobile preset on the front page, a
 * section and an article of a running site. It runs each five times and prints the median and the worst of
 * every value. npx fetches Lighthouse, because nothing else here needs its hundred packages.
 */
const LIGHTHOUSE = 'lighthouse@13.5.0';
const FLAGS =
  '--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';
const base = process.argv[2] ?? env.siteUrl;

const front = await (await fetch(base)).text();
const article = /href="(\/local\/\d+\/[^"]+)"/.exec(front)?.[1];
if (!article) throw new Error(`${base} shows no article`);

type Report = {
  categories: Record<string, { score: number }>;
  audits: Record<string, { numericValue: number }>;
};

const RUNS = 5;
const SCORES = ['performance', 'accessibility', 'best-practices', 'seo'];
const folder = mkdtempSync(join(tmpdir(), 'midad-lighthouse-'));

/** One run, repeated if Lighthouse could not record a trace. */
function run(path: string, goes = 3): Report {
  const file = join(folder, 'report.json');
  const args = [
    '--yes',
    LIGHTHOUSE,
    base + path,
    '--quiet',
    `--chrome-flags=${FLAGS}`,
    '--output=json',
    `--output-path=${file}`,
  ];
  const { status } = spawnSync('npx', args, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status === 0) return JSON.parse(readFileSync(file, 'utf8')) as Report;
  if (goes === 1) throw new Error(`Lighthouse ended with ${status}`);
  return run(path, goes - 1);
}

for (const path of ['/', '/local', encodeURI(decodeURI(article))]) {
  const reports = Array.from({ length: RUNS }, () => run(path));
  /** The median and, if it differs, the worst value. */
  const tell = (
    name: string,
    values: number[],
    show: (value: number) => string = String,
    worst = Math.max(...values),
  ) => {
    const median = values.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)]!;
    return `${name} ${show(median)}${show(median) === show(worst) ? '' : ` (worst ${show(worst)})`}`;
  };
  const scores = SCORES.map((name) => {
    const values = reports.map(({ categories }) => Math.round(categories[name]!.score * 100));
    return tell(name, values, String, Math.min(...values));
  });
  const values = (name: string) => reports.map(({ audits }) => audits[name]!.numericValue);
  const ms = (value: number) => `${value.toFixed(0)} ms`;
  const timings = [
    tell('CLS', values('cumulative-layout-shift')),
    tell('TBT', values('total-blocking-time'), ms),
    tell('LCP', values('largest-contentful-paint'), ms),
  ];
  console.log(`${decodeURI(path).slice(0, 24)}: ${[...scores, ...timings].join(', ')}`);
}
rmSync(folder, { recursive: true, force: true });
