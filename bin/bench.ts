import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';

/*
 * npm run bench: measures the numbers of docs/performance.md on this machine. Our server and nginx (the same
 * bytes, compressed in advance) take turns on the same core, with the client on another core. Compare the two
 * with each other, not with other days.
 */
const PORT = 3990;
const NGINX_PORT = 3991;
const base = `http://127.0.0.1:${PORT}`;
const SECONDS = 5;
const ROUNDS = 3;
const folder = mkdtempSync(join(tmpdir(), 'midad-bench-'));
const children: ChildProcess[] = [];

for (const tool of ['nginx', 'wrk', 'taskset']) {
  if (spawnSync('sh', ['-c', `command -v ${tool}`]).status !== 0) {
    console.error(`bench needs ${tool} (Debian: apt-get install nginx-light wrk util-linux)`);
    process.exit(2);
  }
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

async function startMidad(): Promise<{ pid: number; ms: number }> {
  const started = performance.now();
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    PORT: String(PORT),
    DATA_DIR: join(folder, 'data'),
    SITE_URL: base,
  };
  const child = spawn(process.execPath, ['server/main.ts'], { env, stdio: 'ignore' });
  children.push(child);
  for (let tries = 0; tries < 1200; tries++) {
    if (
      await fetch(base).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return { pid: child.pid!, ms: performance.now() - started };
    await sleep(50);
  }
  throw new Error('The server did not start');
}

async function stop(child: ChildProcess) {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

/**
 * Starts nginx on the same core, with the article as a file and its `.gz` beside it, and the headers that our
 * server sends.
 */
function startNginx(body: Buffer, gzipped: Buffer, headers: Headers): number {
  const root = join(folder, 'www');
  mkdirSync(root, { recursive: true });
  writeFileSync(join(root, 'article.html'), body);
  writeFileSync(join(root, 'article.html.gz'), gzipped);
  const sent = [
    'content-security-policy',
    'cache-control',
    'referrer-policy',
    'x-content-type-options',
    'permissions-policy',
    'x-frame-options',
    'cross-origin-opener-policy',
  ];
  const added = sent.map((name) => `add_header ${name} "${headers.get(name)}";`).join('\n');
  writeFileSync(
    join(folder, 'nginx.conf'),
    `
    user root; daemon off; worker_processes 1; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
    events { worker_connections 1024; }
    http { access_log off; sendfile on; keepalive_requests 10000000; default_type text/html; charset utf-8; open_file_cache max=10;
      server { listen 127.0.0.1:${NGINX_PORT}; root ${root}; gzip_static on; ${added} } }`,
  );
  children.push(
    spawn('taskset', ['-c', '0', 'nginx', '-c', join(folder, 'nginx.conf')], { stdio: 'ignore' }),
  );
  return NGINX_PORT;
}

/** The CPU time of a process and its children, in ms. */
function cpuMs(pid: number): number {
  const family = execFileSync('sh', ['-c', `echo ${pid}; pgrep -P ${pid} || true`])
    .toString()
    .trim()
    .split('\n');
  return family.reduce((sum, each) => {
    const fields = readFileSync(`/proc/${each}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return sum + (Number(fields[11]) + Number(fields[12])) * 10;
  }, 0);
}

type Load = { perSecond: number; cpuPerRequest: number };

function load(url: string, pid: number, encoding: string): Load {
  const before = cpuMs(pid);
  const out = execFileSync('taskset', [
    '-c',
    '1',
    'wrk',
    '-t1',
    '-c32',
    `-d${SECONDS}s`,
    '-H',
    `Accept-Encoding: ${encoding}`,
    url,
  ]).toString();
  const requests = Number(/(\d+) requests in/.exec(out)?.[1]);
  const errors = /Non-2xx or 3xx responses: (\d+)/.exec(out)?.[1];
  if (errors) throw new Error(`${url}: ${errors} answers were errors`);
  return {
    perSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(out)?.[1]),
    cpuPerRequest: (cpuMs(pid) - before) / requests,
  };
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** Measures until the last byte with Node's plain client, because `fetch` would add two milliseconds. */
const timeOnce = (address: string) =>
  new Promise<number>((resolve, reject) => {
    const started = performance.now();
    get(address, { agent }, (answer) =>
      answer.resume().on('end', () => resolve(performance.now() - started)),
    ).on('error', reject);
  });

async function timeUncached(path: string): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < 400; n++) {
    const time = await timeOnce(`${base}${path}?reply=none`);
    if (n >= 200) times.push(time);
  }
  return times.toSorted((a, b) => a - b);
}

try {
  const first = await startMidad();
  await stop(children.pop()!);
  const second = await startMidad();
  console.log(
    `Machine: ${cpus().length} × ${cpus()[0]!.model}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`,
  );
  console.log(
    `Server start to the first page: ${(first.ms / 1000).toFixed(1)} s with an empty data folder (demo newsroom drawn), ${(second.ms / 1000).toFixed(1)} s the second time`,
  );

  const front = await (await fetch(base)).text();
  const path = /href="(\/local\/\d+\/[^"]+)"/.exec(front)![1]!;
  const url = base + encodeURI(decodeURI(path));
  const plain = await fetch(url, { headers: { 'accept-encoding': 'identity' } });
  const body = Buffer.from(await plain.arrayBuffer());
  const gzipped = execFileSync('curl', ['-s', '-H', 'Accept-Encoding: gzip', url]);
  const brotli = execFileSync('curl', ['-s', '-H', 'Accept-Encoding: br', url]);
  console.log(`Article: ${body.length} bytes of HTML, ${gzipped.length} gzip, ${brotli.length} brotli`);

  const uncached = await timeUncached(encodeURI(decodeURI(path)));
  console.log(
    `Uncached render: p50 ${median(uncached).toFixed(1)} ms, p95 ${uncached[Math.floor(uncached.length * 0.95)]!.toFixed(1)} ms`,
  );

  execFileSync('taskset', ['-a', '-c', '-p', '0', String(second.pid)]);
  startNginx(body, gzipped, plain.headers);
  await sleep(500);
  const nginx = children.at(-1)!;
  const results: { ours: Load; theirs: Load }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const ours = load(url, second.pid, 'gzip');
    const theirs = load(`http://127.0.0.1:${NGINX_PORT}/article.html`, nginx.pid!, 'gzip');
    results.push({ ours, theirs });
    console.log(
      `Round ${round + 1}: ours ${ours.perSecond.toFixed(0)}/s (${ours.cpuPerRequest.toFixed(4)} ms CPU), nginx ${theirs.perSecond.toFixed(0)}/s (${theirs.cpuPerRequest.toFixed(4)} ms CPU)`,
    );
  }
  const ratio = median(results.map(({ ours, theirs }) => ours.perSecond / theirs.perSecond));
  console.log(
    `Cached article, gzip: ${(ratio * 100).toFixed(0)} % of nginx (median of ${ROUNDS} rounds), ${median(results.map(({ ours }) => ours.cpuPerRequest)).toFixed(4)} ms CPU a request against ${median(results.map(({ theirs }) => theirs.cpuPerRequest)).toFixed(4)}`,
  );
} finally {
  for (const child of children) child.kill('SIGTERM');
  await sleep(500);
  rmSync(folder, { recursive: true, force: true });
}
