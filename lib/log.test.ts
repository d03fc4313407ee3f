import { spawn } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { causeOf } from './log.ts';

const home = mkdtempSync(join(process.env.DATA_DIR!, 'log-'));

/**
 * Runs code in a process whose output goes to `output`. The process reports its result in a separate file.
 */
function run(
  code: string,
  output: string,
): Promise<{ ended: number | null; found: Record<string, unknown> }> {
  const report = join(home, `${Math.random()}.json`);
  const fd = openSync(output, 'a');
  const source = `
    import { writeFileSync } from 'node:fs';
    import { guardOutput, logFault, logLine } from './lib/log.ts';
    let uncaught = 0;
    process.on('uncaughtException', (error) => { uncaught++; if (uncaught < 1000) console.error('uncaught', error); });
    guardOutput();
    ${code}
    setTimeout(() => writeFileSync(${JSON.stringify(report)}, JSON.stringify({ uncaught, done: true })), 50);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', source], {
    cwd: join(import.meta.dirname, '..'),
    stdio: ['ignore', fd, fd],
  });
  return new Promise((resolve) =>
    child.once('close', (ended) =>
      resolve({ ended, found: JSON.parse(readFileSync(report, 'utf8')) as Record<string, unknown> }),
    ),
  );
}

const EVERY_WAY = `
  for (let n = 0; n < 50; n++) {
    console.error('error', n); console.log('log', n); console.warn('warn', n);
    logFault('A page failed', new Error('outer', { cause: Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' }) }));
    logLine('a line');
    process.stdout.write('stdout\\n'); process.stderr.write('stderr\\n', () => undefined); process.stderr.write('stderr\\n', 'utf8', () => undefined);
  }`;

describe('on a full disk', () => {
  it('no log call throws, loops or ends the process', async () => {
    expect(await run(EVERY_WAY, '/dev/full')).toEqual({ ended: 0, found: { uncaught: 0, done: true } });
  });
});

describe('a writable log', () => {
  it('contains every line, and the root cause of each error first', async () => {
    const file = join(home, 'log.txt');
    writeFileSync(file, '');
    await run(EVERY_WAY, file);
    const lines = readFileSync(file, 'utf8').split('\n');
    expect(lines.filter((line) => line.startsWith('stdout'))).toHaveLength(50);
    expect(lines.filter((line) => line.startsWith('stderr'))).toHaveLength(100);
    expect(
      lines.filter((line) => line === 'A page failed: database or disk is full (SQLITE_FULL)'),
    ).toHaveLength(50);
  });
});

describe('causeOf', () => {
  it.each<[unknown, string]>([
    [new Error('a'), 'a'],
    [new Error('a', { cause: new Error('b', { cause: new Error('c') }) }), 'c'],
    [Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' }), 'EACCES: permission denied'],
    ['text', 'text'],
    [undefined, 'undefined'],
  ])('returns the cause of %s', (error, cause) => {
    expect(causeOf(error)).toBe(cause);
  });

  it('stops at an error that is its own cause', () => {
    const error = new Error('round');
    error.cause = error;
    expect(causeOf(error)).toBe('round');
  });
});
