import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/*
 * npm run bench:flood: measures how long a reader waits for the cached front page while one client floods the
 * server.
 */
const PORT = Number(process.env.BENCH_PORT ?? 3990);
const base = `http://localhost:${PORT}`;
const folder = process.env.BENCH_DATA ?? mkdtempSync(join(tmpdir(), 'midad-bench-flood-'));
const LIMIT_MS = 20;
const PAUSE_MS = 5;

const env = {
  ...process.env,
  NODE_ENV: 'production' as const,
  PORT: String(PORT),
  DATA_DIR: folder,
  SITE_URL: base,
};
const child = spawn(process.execPath, ['server/main.ts'], { env, stdio: 'ignore' });
const ended = new Promise((resolve) => child.once('exit', resolve));
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
const sockets = new Set<Socket>();

const timeOnce = () =>
  new Promise<number>((resolve, reject) => {
    const started = performance.now();
    get(base, { agent }, (answer) =>
      answer.resume().on('end', () => resolve(performance.now() - started)),
    ).on('error', reject);
  });

/**
 * Opens a connection that sends the text at once and reads the responses, unless `isDeaf`. Resolves when it
 * is closed.
 */
function send(text: string, { isDeaf = false, leaves = false } = {}): Promise<void> {
  const socket = connect(PORT, 'localhost');
  sockets.add(socket);
  if (isDeaf) socket.pause();
  else socket.resume();
  socket.write(text, () => leaves && socket.resetAndDestroy());
  return new Promise((resolve) => {
    socket
      .on('error', () => undefined)
      .on('close', () => {
        sockets.delete(socket);
        resolve();
      });
  });
}

const gets = (many: number, path: (n: number) => string) =>
  Array.from(
    { length: many },
    (_, n) =>
      `GET ${path(n)} HTTP/1.1\r\nHost: localhost:${PORT}\r\n${n === many - 1 ? 'Connection: close\r\n' : ''}\r\n`,
  ).join('');
const times = (many: number, work: (n: number) => Promise<void>) =>
  Promise.all(Array.from({ length: many }, (_, n) => work(n)));
const halfForm = (body: string) =>
  `POST /local/1001/x/comments HTTP/1.1\r\nHost: localhost:${PORT}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 2000\r\n\r\n${body}`;

const FLOODS: [name: string, flood: () => Promise<unknown>][] = [
  ['nothing besides', () => sleep(3000)],
  ['250 searches in one packet', () => send(gets(250, (n) => `/search?q=${n}`))],
  ['1,200 missing pictures in one packet', () => send(gets(1200, (n) => `/media/z${n}`))],
  [
    '20 connections, 60 missing pictures each',
    () => times(20, (m) => send(gets(60, (n) => `/media/${m}x${n}`))),
  ],
  [
    '20 connections, 20 missing pages each',
    () => times(20, (m) => send(gets(20, (n) => `/missing-${m}-${n}`))),
  ],
  [
    '20 connections, 20 newsroom pages each',
    () => times(20, () => send(gets(20, (n) => `/newsroom/articles?page=${n}`))),
  ],
  [
    '200 half-sent comment forms, dropped',
    () => times(200, () => send(halfForm('body=half'), { leaves: true })),
  ],
  [
    '200 searches by clients that leave at once',
    () =>
      times(200, (n) =>
        send(
          gets(1, () => `/search?q=gone${n}`),
          { leaves: true },
        ),
      ),
  ],
  [
    '60 clients that read nothing, 400 pages asked by each',
    () =>
      Promise.race([
        times(60, () =>
          send(
            gets(400, () => '/'),
            { isDeaf: true },
          ),
        ),
        sleep(5000),
      ]),
  ],
];

try {
  while (
    !(await fetch(base).then(
      (answer) => answer.ok,
      () => false,
    ))
  )
    await sleep(200);
  for (let n = 0; n < 200; n++) await timeOnce();
  for (const [name, flood] of FLOODS) {
    const flooding = new AbortController();
    const over = flood().finally(() => flooding.abort());
    const waits: number[] = [];
    // At least 300 measurements, so that the 99th percentile covers more than one.
    while (!flooding.signal.aborted || waits.length < 300) {
      waits.push(await timeOnce());
      await sleep(PAUSE_MS);
    }
    await over;
    for (const socket of sockets) socket.destroy();
    const sorted = waits.toSorted((a, b) => a - b);
    const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)]!;
    const verdict = at(0.99) <= LIMIT_MS ? '' : `  more than ${LIMIT_MS} ms`;
    console.log(
      `${name.padEnd(56)} p50 ${at(0.5).toFixed(1)} ms, p99 ${at(0.99).toFixed(1)} ms, most ${at(1).toFixed(1)} ms (${sorted.length})${verdict}`,
    );
    await sleep(1000);
  }
} finally {
  child.kill('SIGTERM');
  await ended;
  if (!process.env.BENCH_DATA) rmSync(folder, { recursive: true, force: true });
}
