/*
 * Measures the unit tests: breaks one important line at a time (bin/mutations.ts) in a copy of the tree, and
 * runs the test file that a person would expect to notice. `node bin/mutate.ts server/ db/people/` takes
 * only the files of these folders. It is slow, so CI does not run it; docs/testing.md has the last result.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { MUTATIONS } from './mutations.ts';

const root = join(import.meta.dirname, '..');
const places = process.argv.slice(2);
const chosen = MUTATIONS.filter(
  ({ file }) => places.length === 0 || places.some((place) => file.startsWith(place)),
);

const stale = chosen.filter(
  ({ file, text }) => readFileSync(join(root, file), 'utf8').split(text).length !== 2,
);
for (const { file, text } of stale) console.error(`Not exactly once in ${file}: ${text}`);
if (stale.length > 0) process.exit(1);

const copy = mkdtempSync(join(tmpdir(), 'midad-mutate-'));
process.on('exit', () => rmSync(copy, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));
const LEFT_OUT = new Set(['.git', '.next', 'data', 'node_modules']);
cpSync(root, copy, { recursive: true, filter: (path) => !LEFT_OUT.has(relative(root, path)) });
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));

const passes = (tests: string[]): boolean => {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const files = tests.map((test) => join(copy, test));
  return spawnSync(process.execPath, [vitest, 'run', '--bail=1', ...files], { cwd: copy }).status === 0;
};

const all = [...new Set(chosen.flatMap(({ tests }) => tests))];
if (!passes(all)) throw new Error(`These fail before anything is broken: ${all.join(' ')}`);

let killed = 0;
for (const { file, text, broken, tests } of chosen) {
  const path = join(copy, file);
  const source = readFileSync(path, 'utf8');
  // A function: `$` in the text is no pattern.
  writeFileSync(
    path,
    source.replace(text, () => broken),
  );
  const isKilled = !passes(tests);
  writeFileSync(path, source);
  if (isKilled) killed++;
  console.log(`${isKilled ? 'killed  ' : 'SURVIVED'} ${file}: ${text.split('\n')[0]!.trim()}`);
}
console.log(`${killed} of ${chosen.length} killed`);
