import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';

/*
 * npm run bench:reads: what counting readings costs: one reading on the socket, the write of 20,000 articles,
 * and the lists that are made of them. On a database of its own, without Next.
 */
const ARTICLES = 20_000;
const COMMENTS = 20_000;
const REQUESTS = 100_000;
const CONNECTIONS = 32;
const ROUNDS = 5;
const HOURS = 24;
const folder = mkdtempSync(join(tmpdir(), 'midad-bench-reads-'));
process.env.DATA_DIR = folder;

const { engine } = await import('#db/engine/engine.ts');
const { closeDatabase } = await import('#db/engine/client.ts');
const { addReads, listMostRead, WRITTEN_AT_ONCE } = await import('#db/articles/reads.ts');
const { refreshRankings } = await import('#db/articles/rankings.ts');
const { fillRead } = await import('#db/seed/fill-read.ts');
const { env } = await import('#lib/env.ts');
const { countOnSocket } = await import('../server/answer-read.ts');
const { readFast } = await import('../server/fast-path.ts');
const { ReadCounter } = await import('../server/read-counter.ts');

type Cost = { wall: number; cpu: number };

async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  const [start, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wall: performance.now() - start, cpu: (user + system) / 1000 };
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
const tell = (label: string, value: string) => console.log(`${label.padEnd(44)} ${value}`);
const ms = (value: number) => `${value.toFixed(1)} ms`;

/** A client in a process of its own: each connection sends its next request when the response is here. */
const CLIENT = `
  import { connect } from 'node:net';
  const [port, requests, connections, articles] = process.argv.slice(1).map(Number);
  let left = requests;
  let open = connections;
  const request = () => 'GET /r/' + (1 + (left % articles)) + ' HTTP/1.1\\r\\nHost: news.example\\r\\nUser-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36\\r\\nAccept: */*\\r\\nSec-Fetch-Site: same-origin\\r\\nAccept-Encoding: gzip, deflate, br\\r\\nAccept-Language: ar,en;q=0.9\\r\\nReferer: http://news.example/\\r\\nConnection: keep-alive\\r\\n\\r\\n';
  for (let n = 0; n < connections; n++) {
    const socket = connect(port, '127.0.0.1', () => socket.write(request()));
    socket.on('data', () => {
      if (left-- > 0) socket.write(request());
      else socket.end();
    });
    socket.on('close', () => --open === 0 && process.exit(0));
  }`;

async function benchSocket() {
  const counter = new ReadCounter(async () => undefined);
  const server = createServer((socket) =>
    readFast(
      socket,
      (asked) => countOnSocket(counter, asked, socket),
      () => socket.destroy(),
    ),
  );
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const args = [port, REQUESTS, CONNECTIONS, ARTICLES].map(String);
  const costs: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const client = spawn(process.execPath, ['--input-type=module', '--eval', CLIENT, ...args]);
    costs.push((await costOf(() => once(client, 'exit'))).cpu);
  }
  server.close();
  tell('a reading, request and response', `${((median(costs) / REQUESTS) * 1000).toFixed(1)} µs CPU`);
}

async function benchMemory() {
  const own = (name: string) => (name === 'sec-fetch-site' ? 'same-origin' : undefined);
  const counter = new ReadCounter(async () => undefined);
  const cost = await costOf(async () => {
    for (let n = 0; n < REQUESTS; n++) counter.count(1 + (n % ARTICLES), `203.0.${n % 250}.${n % 199}`, own);
  });
  tell('of that, the count itself', `${((cost.cpu / REQUESTS) * 1000).toFixed(1)} µs CPU`);
}

async function benchWrite(numbers: number[]) {
  const [costs, longest]: [Cost[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    const pieces: number[] = [];
    costs.push(
      await costOf(async () => {
        for (let from = 0; from < numbers.length; from += WRITTEN_AT_ONCE) {
          const counts = numbers.slice(from, from + WRITTEN_AT_ONCE).map((number) => ({ number, reads: 2 }));
          pieces.push((await costOf(() => addReads(counts, new Date()))).wall);
        }
      }),
    );
    longest.push(Math.max(...pieces));
  }
  const cpu = median(costs.map((cost) => cost.cpu));
  tell(`a write of ${numbers.length} articles`, `${ms(cpu)} CPU, longest piece ${ms(median(longest))}`);
}

async function benchLists(numbers: number[]) {
  for (let hour = 1; hour < HOURS; hour++)
    for (let from = 0; from < numbers.length; from += WRITTEN_AT_ONCE) {
      const counts = numbers
        .slice(from, from + WRITTEN_AT_ONCE)
        .map((number) => ({ number, reads: 1 + Math.floor(5000 / number) }));
      await addReads(counts, new Date(Date.now() - hour * 3_600_000));
    }
  const { size } = statSync(env.readsFile);
  tell(`the file with ${numbers.length * HOURS} rows`, `${(size / 1e6).toFixed(1)} MB`);
  const day = new Date(Date.now() - HOURS * 3_600_000);
  tell(
    `the sum of ${numbers.length * HOURS} rows`,
    `${ms((await costOf(() => listMostRead(day, 2000))).cpu)} CPU`,
  );
  let longest = 0;
  let last = performance.now();
  const watch = setInterval(() => {
    longest = Math.max(longest, performance.now() - last - 1);
    last = performance.now();
  }, 1);
  const cost = await costOf(() => refreshRankings(new Date()));
  clearInterval(watch);
  tell('a refresh of all lists', `${ms(cost.cpu)} CPU, longest block ${ms(longest)}`);
}

try {
  console.log(`${cpus().length} × ${cpus()[0]!.model}, Node ${process.version}`);
  engine.migrate();
  const numbers = await fillRead(ARTICLES, COMMENTS);
  await benchSocket();
  await benchMemory();
  await benchWrite(numbers);
  await benchLists(numbers);
} finally {
  closeDatabase();
  rmSync(folder, { recursive: true, force: true });
}
