import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from '#lib/env.ts';

/*
 * npm run bench:lighthouse -- http://localhost:3000: Lighthouse's mobile preset on the front page, a section and an article of
 * a running site. Lighthouse is fetched for the occasion (npx), since nothing else here needs its hundred packages.
 */
const LIGHTHOUSE = 'lighthouse@13.5.0';
const FLAGS = '--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';
const base = process.argv[2] ?? env.siteUrl;

const front = await (await fetch(base)).text();
const article = /href="(\/local\/\d+\/[^"]+)"/.exec(front)?.[1];
if (!article) throw new Error(`${base} shows no article`);

type Report = { categories: Record<string, { score: number }>; audits: Record<string, { numericValue: number }> };

const folder = mkdtempSync(join(tmpdir(), 'midad-lighthouse-'));
for (const path of ['/', '/local', encodeURI(decodeURI(article))]) {
  const file = join(folder, 'report.json');
  const args = ['--yes', LIGHTHOUSE, base + path, '--quiet', `--chrome-flags=${FLAGS}`, '--output=json', `--output-path=${file}`];
  const { status } = spawnSync('npx', args, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`Lighthouse ended with ${status}`);
  const { categories, audits } = JSON.parse(readFileSync(file, 'utf8')) as Report;
  const scores = ['performance', 'accessibility', 'best-practices', 'seo'].map((name) => `${name} ${Math.round(categories[name]!.score * 100)}`);
  const value = (name: string) => audits[name]!.numericValue;
  console.log(
    `${decodeURI(path).slice(0, 24)}: ${scores.join(', ')}; CLS ${value('cumulative-layout-shift')}, TBT ${value('total-blocking-time').toFixed(0)} ms, LCP ${(value('largest-contentful-paint') / 1000).toFixed(1)} s`,
  );
}
rmSync(folder, { recursive: true, force: true });
