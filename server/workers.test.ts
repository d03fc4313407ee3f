import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'midad-workers-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs workers of a given code in a house of their own. */
function openHouse(code: string, count: number) {
  const file = join(folder, `${crypto.randomUUID()}.mjs`);
  writeFileSync(file, code);
  const primary = `
    import cluster from 'node:cluster';
    import { runWorkers } from './server/workers.ts';
    cluster.setupPrimary({ exec: ${JSON.stringify(file)}, execArgv: [] });
    await runWorkers(${count}, { first: 50, longest: 200 });
    console.log('open');`;
  const house = spawn(process.execPath, ['--input-type=module', '--eval', primary]);
  let said = '';
  for (const stream of [house.stdout, house.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<{ code: number | null; said: string }>((resolve) => house.once('close', (code) => resolve({ code, said })));
  return { house, ended };
}

it('that all end before one has listened end the house', async () => {
  const { ended } = openHouse('process.exit(1)', 3);
  expect(await ended).toEqual({ code: 1, said: 'Midad could not start: a worker ended before it listened\n' });
});

it('that end later are replaced, after pauses that grow up to a limit, until the house closes', async () => {
  const log = join(folder, 'starts');
  const { house, ended } = openHouse(`
    import { appendFileSync, readFileSync } from 'node:fs';
    import { createServer } from 'node:net';
    appendFileSync(${JSON.stringify(log)}, Date.now() + '\\n');
    const isLast = readFileSync(${JSON.stringify(log)}, 'utf8').split('\\n').length > 5;
    process.on('SIGTERM', () => process.exit(0));
    createServer().listen(0, () => isLast || setTimeout(() => process.exit(1), 50));`, 1);
  const starts = () => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').map(Number) : []);
  await expect.poll(() => starts().length, { timeout: 15_000 }).toBe(5);
  const gaps = starts().map((at, n, all) => at - (all[n - 1] ?? at)).slice(1);
  for (const [n, atLeast] of [50, 100, 200, 200].entries()) expect(gaps[n]).toBeGreaterThanOrEqual(atLeast);
  house.kill('SIGTERM');
  expect(await ended).toEqual({ code: 0, said: 'open\n' });
  expect(starts()).toHaveLength(5);
});
