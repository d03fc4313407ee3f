import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

/*
 * node bin/bench-streams.ts [streams]: measures what open streams of a live coverage cost: memory while they
 * wait, CPU time and the longest task when an entry is told to all of them. The streams come from loopback
 * addresses, ten from each, as the limit of an address allows.
 */
const STREAMS = Number(process.argv[2] ?? 5000);
const ENTRIES = 5;
const PER_ADDRESS = 10;

/** The process with the streams. It adds an entry for each line that it reads. */
async function serve() {
  const { getKeys } = await import('#lib/security/keys.ts');
  const { engine } = await import('#db/engine/engine.ts');
  const { addNewsroom, changeArticle, publish } = await import('#db/testing/articles.ts');
  const { addTestPerson } = await import('#db/testing/staff.ts');
  const { addLiveEntry } = await import('#db/live/desk.ts');
  const { docFromLines } = await import('#lib/body/from-lines.ts');
  const { LiveStreams } = await import('../server/live-streams.ts');
  getKeys();
  engine.migrate();
  await addNewsroom();
  const editor = await addTestPerson('ليلى', 'editor');
  const article = await publish({ headline: 'تغطية' });
  await changeArticle(article.id, { kind: 'live' });
  const streams = new LiveStreams();
  const server = createServer((request, response) => void streams.open(request, response, article.number));
  await new Promise<void>((resolve) => {
    server.listen({ port: 0, host: '0.0.0.0', backlog: STREAMS }, resolve);
  });
  console.log((server.address() as AddressInfo).port);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  for await (const _ of createInterface(process.stdin)) {
    globalThis.gc?.();
    const rss = process.memoryUsage.rss();
    delay.reset();
    const cpu = process.cpuUsage();
    await addLiveEntry(
      {
        articleId: article.id,
        at: new Date(),
        headline: 'تحديث',
        body: docFromLines(['نص التحديث.']),
        isKey: false,
        isPinned: false,
      },
      editor,
    );
    await sleep(4000);
    const used = process.cpuUsage(cpu);
    console.log(JSON.stringify({ rss, cpu: (used.user + used.system) / 1000, longest: delay.max / 1e6 }));
  }
}

async function openStream(port: number, n: number, onText: (text: string) => void): Promise<Socket> {
  const address = Math.floor(n / PER_ADDRESS);
  const localAddress = `127.0.${1 + Math.floor(address / 200)}.${1 + (address % 200)}`;
  const socket = connect({ host: '127.0.0.1', port, localAddress });
  socket.setEncoding('latin1').on('data', onText);
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  await once(socket, 'data');
  return socket;
}

if (process.argv.includes('--serve')) await serve();
else {
  const folder = mkdtempSync(join(tmpdir(), 'midad-bench-streams-'));
  const child = spawn(process.execPath, ['--expose-gc', import.meta.filename, String(STREAMS), '--serve'], {
    env: { ...process.env, DATA_DIR: folder },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const next = async () => (await lines.next()).value as string;
  const measure = async () => {
    child.stdin.write('entry\n');
    return JSON.parse(await next()) as { rss: number; cpu: number; longest: number };
  };
  try {
    const port = Number(await next());
    const idle = await measure();
    let told = 0;
    const sockets: Socket[] = [];
    while (sockets.length < STREAMS) {
      const from = sockets.length;
      const opened = Array.from({ length: Math.min(100, STREAMS - from) }, (_, n) =>
        openStream(port, from + n, () => (told += 1)),
      );
      sockets.push(...(await Promise.all(opened)));
    }
    for (let round = 0; round < ENTRIES; round++) {
      told = 0;
      const { rss, cpu, longest } = await measure();
      const memory = ((rss - idle.rss) / 1024 / STREAMS).toFixed(1);
      console.log(
        `${told} of ${STREAMS} streams told: ${(cpu - idle.cpu).toFixed(0)} ms CPU, longest task ${longest.toFixed(0)} ms; ${memory} kB a stream`,
      );
    }
    for (const socket of sockets) socket.destroy();
  } finally {
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}
