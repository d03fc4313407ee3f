import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'midad-workers-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs workers with the given code under a primary of their own, which prints its port. */
function openInstance(code: string, count: number) {
  const file = join(folder, `${crypto.randomUUID()}.mjs`);
  writeFileSync(file, code);
  const primary = `
    import cluster from 'node:cluster';
    import { runWorkers } from './server/workers.ts';
    cluster.setupPrimary({ exec: ${JSON.stringify(file)}, execArgv: [] });
    const listen = (server) => new Promise((resolve) => server.listen(0, '127.0.0.1', () => {
      console.log('open ' + server.address().port);
      resolve();
    }));
    await runWorkers(${count}, listen, () => process.exit(0), { first: 50, longest: 200 });`;
  const instance = spawn(process.execPath, ['--input-type=module', '--eval', primary]);
  let said = '';
  for (const stream of [instance.stdout, instance.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<{ code: number | null; said: string }>((resolve) =>
    instance.once('close', (code) => resolve({ code, said })),
  );
  const port = async () => {
    await expect.poll(() => said, { timeout: 15_000 }).toMatch(/open \d+/);
    return Number(/open (\d+)/.exec(said)![1]);
  };
  return { instance, ended, port, said: () => said };
}

const handOver = JSON.stringify(join(import.meta.dirname, 'hand-over.ts'));
/** A worker that answers each line with its process id and the line. */
const ECHO = `
  import { receiveConnections } from ${handOver};
  const take = (socket) => socket.on('data', (line) => socket.write(process.pid + ' ' + line));
  receiveConnections({ take, drain: () => process.exit(0) });`;

/** Sends a line over a new connection and returns the response. */
const askAt = (port: number, line: string) =>
  new Promise<string>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(line));
    socket.on('data', (data) => {
      resolve(data.toString());
      socket.destroy();
    });
    socket.on('error', reject).on('close', () => reject(new Error('closed')));
  });

it('workers that all exit before one is ready end the instance', async () => {
  const { ended } = openInstance('process.exit(1)', 3);
  expect(await ended).toEqual({
    code: 1,
    said: 'Midad could not start: a worker ended before it listened\n',
  });
});

it('workers that are killed before one is ready are replaced, which is logged', async () => {
  const mark = join(folder, 'killed');
  const { instance, ended, port, said } = openInstance(
    `
    import { existsSync, writeFileSync } from 'node:fs';
    if (!existsSync(${JSON.stringify(mark)})) {
      writeFileSync(${JSON.stringify(mark)}, '');
      process.kill(process.pid, 'SIGKILL');
    }
    ${ECHO}`,
    1,
  );
  expect(await askAt(await port(), 'here')).toMatch(/ here$/);
  expect(said()).toContain('A worker was ended by SIGKILL before it was ready; another is started\n');
  instance.kill('SIGTERM');
  expect(await ended).toMatchObject({ code: 0 });
});

it('workers share the connections, and another worker answers those of a dead one', async () => {
  const { instance, ended, port } = openInstance(ECHO, 2);
  const at = await port();
  const workers = async () =>
    new Set(
      (await Promise.all(Array.from({ length: 6 }, () => askAt(at, 'who')))).map((answer) =>
        Number.parseInt(answer),
      ),
    );
  let pids: number[] = [];
  await expect.poll(async () => (pids = [...(await workers())]).length, { timeout: 15_000 }).toBe(2);
  // The worker takes no connection any more, but the primary cannot know that: every second connection is on
  // its way to it when it dies.
  process.kill(pids[0]!, 'SIGSTOP');
  const asked = Array.from({ length: 10 }, (_, n) => askAt(at, `line ${n}`));
  await Promise.any(asked);
  process.kill(pids[0]!, 'SIGKILL');
  expect((await Promise.all(asked)).map((answer) => answer.replace(/^\d+ /, ''))).toEqual(
    asked.map((_, n) => `line ${n}`),
  );
  instance.kill('SIGTERM');
  expect(await ended).toMatchObject({ code: 0 });
});

it('workers know of the shutdown before they get a connection that came after it', async () => {
  const { instance, ended, port } = openInstance(
    `
    import { receiveConnections } from ${handOver};
    let ending = false;
    let drained = false;
    const open = new Set();
    const look = () => drained && open.size === 0 && process.exit(0);
    const take = (socket) => {
      open.add(socket);
      socket.on('data', (line) => socket.end((ending ? 'ending ' : 'open ') + line)).on('close', () => (open.delete(socket), look()));
    };
    receiveConnections({ take, onEnding: () => (ending = true), drain: () => ((drained = true), look()) });`,
    1,
  );
  const at = await port();
  expect(await askAt(at, 'before')).toBe('open before');
  // While the primary is stopped, new connections wait in its backlog, and the signal is queued before them.
  instance.kill('SIGSTOP');
  instance.kill('SIGTERM');
  const asked: Promise<string>[] = [];
  for (let n = 0; n < 60; n++) {
    const socket = connect(at, '127.0.0.1');
    asked.push(
      new Promise((resolve, reject) => {
        socket
          .once('data', (data) => resolve(data.toString()))
          .on('error', reject)
          .on('close', () => reject(new Error('closed')));
      }),
    );
    await once(socket, 'connect');
    socket.write(`line ${n}`);
  }
  instance.kill('SIGCONT');
  const answers = await Promise.all(asked);
  // The event loop accepts one connection a turn, and another thread may get the signal: the first few
  // connections may be accepted before the signal is handled.
  const heard = answers.findIndex((answer) => answer.startsWith('ending'));
  expect(answers).toEqual(answers.map((_, n) => `${n < heard ? 'open' : 'ending'} line ${n}`));
  expect(heard).toBeGreaterThanOrEqual(0);
  expect(await ended).toMatchObject({ code: 0 });
});

it('workers that end later are replaced after growing pauses, up to a limit, until shutdown', async () => {
  const log = join(folder, 'starts');
  const { instance, ended } = openInstance(
    `
    import { appendFileSync, readFileSync } from 'node:fs';
    import { receiveConnections } from ${handOver};
    appendFileSync(${JSON.stringify(log)}, Date.now() + '\\n');
    const isLast = readFileSync(${JSON.stringify(log)}, 'utf8').split('\\n').length > 5;
    receiveConnections({ take: () => {}, drain: () => process.exit(0) });
    if (!isLast) setTimeout(() => process.exit(1), 50);`,
    1,
  );
  const starts = () => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').map(Number) : []);
  await expect.poll(() => starts().length, { timeout: 15_000 }).toBe(5);
  const gaps = starts()
    .map((at, n, all) => at - (all[n - 1] ?? at))
    .slice(1);
  for (const [n, atLeast] of [50, 100, 200, 200].entries()) expect(gaps[n]).toBeGreaterThanOrEqual(atLeast);
  instance.kill('SIGTERM');
  expect(await ended).toMatchObject({ code: 0, said: expect.stringMatching(/^open \d+\n$/) });
  expect(starts()).toHaveLength(5);
});
