import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';

/*
 * npm run bench:upload: measures the upload of a ten-megabyte photo until all its variants exist, and the
 * effect on readers. It uses its own server and data.
 */
const PORT = 3992;
const base = `http://localhost:${PORT}`;
const folder = mkdtempSync(join(tmpdir(), 'midad-bench-upload-'));
const children: ChildProcess[] = [];
/**
 * Is loaded into the server and measures the CPU time of the longest block of its event loop. Unlike a
 * reader's wait, this does not grow when other programs use the cores.
 */
const WATCH = `const cpu = () => { const { user, system } = process.threadCpuUsage(); return (user + system) / 1000; };
let last = cpu(), longest = 0;
const tick = () => { const now = cpu(); longest = Math.max(longest, now - last); last = now; setTimeout(tick, 1).unref(); };
tick();
process.on('SIGUSR2', () => { console.log('longest ' + longest.toFixed(1)); longest = 0; });`;
const { values: options } = parseArgs({ options: { reader: { type: 'string' }, until: { type: 'string' } } });
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const at = (times: number[], share: number) =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))]!;
const ms = (value: number) => `${value.toFixed(1)} ms`;

/**
 * Runs in the reader's process: requests a cached page with pauses of 20 ms until the file `until` exists,
 * and prints how long each request took.
 */
async function read(url: string, until: string) {
  const times: number[] = [];
  while (!existsSync(until)) {
    const started = performance.now();
    await (await fetch(url)).arrayBuffer();
    times.push(performance.now() - started);
    await sleep(20);
  }
  console.log(JSON.stringify(times));
}

async function withReader(label: string, url: string, work: () => Promise<unknown>): Promise<void> {
  const until = join(folder, `until-${label}`);
  const reader = spawn(process.execPath, [import.meta.filename, '--reader', url, '--until', until], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(reader);
  const printed = reader.stdout.toArray();
  await sleep(1000);
  await work();
  writeFileSync(until, '');
  const times = (JSON.parse(Buffer.concat((await printed) as Buffer[]).toString()) as number[]).slice(5);
  console.log(
    `readers, ${label}: ${times.length} pages, p50 ${ms(at(times, 0.5))}, p99 ${ms(at(times, 0.99))}, worst ${ms(at(times, 1))}`,
  );
}

/** Makes a 24-megapixel picture with grain over soft shapes, as hard to encode as a press photo. */
async function makePhoto(): Promise<Buffer> {
  const [width, height] = [6000, 4000];
  const shapes = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><linearGradient id="a" x2="1" y2="1"><stop stop-color="#27506b"/><stop offset="1" stop-color="#d8b48a"/></linearGradient><rect width="100%" height="100%" fill="url(#a)"/>${Array.from({ length: 60 }, (_, n) => `<circle cx="${(n * 977) % width}" cy="${(n * 613) % height}" r="${80 + ((n * 37) % 400)}" fill="hsl(${(n * 47) % 360} 40% 50%)"/>`).join('')}</svg>`,
  );
  const grain = await sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#808080',
      noise: { type: 'gaussian', mean: 128, sigma: 22 },
    },
  })
    .png({ compressionLevel: 0 })
    .toBuffer();
  const photo = await sharp(shapes)
    .composite([{ input: grain, blend: 'soft-light' }])
    .removeAlpha()
    .png({ compressionLevel: 0 })
    .toBuffer();
  for (let quality = 96; ; quality -= 2) {
    const bytes = await sharp(photo).jpeg({ quality, chromaSubsampling: '4:4:4' }).toBuffer();
    if (bytes.length < 10.5e6 || quality < 60) return bytes;
  }
}

let said = '';
async function startMidad(): Promise<{ child: ChildProcess; email: string; password: string }> {
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    PORT: String(PORT),
    DATA_DIR: join(folder, 'data'),
    SITE_URL: base,
  };
  const child = spawn(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(WATCH)}`, 'server/main.ts'],
    { env, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  children.push(child);
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  for (let tries = 0; tries < 6000 && !said.includes('Midad is at'); tries++) await sleep(50);
  const [, email, password] = /shown only now\): (\S+) \/ (\S+)/.exec(said)!;
  return { child, email: email!, password: password! };
}

/** Signs in as the sign-in page's action does, on the same database. */
async function signIn({ email, password }: { email: string; password: string }): Promise<string> {
  process.env.DATA_DIR = join(folder, 'data');
  process.env.SITE_URL = base;
  const [database, door, { users }] = [
    await import('#db/engine/client.ts'),
    await import('#db/people/sign-in.ts'),
    await import('#db/tables/tables.ts'),
  ];
  await database.db().update(users).set({ mustSettle: false });
  const result = await door.signIn(email, password, { cookie: '', address: '127.0.0.1', userAgent: 'bench' });
  database.closeDatabase();
  if (!('setCookies' in result)) throw new Error(`Not let in: ${result.outcome}`);
  return result.setCookies.map((each) => each.split(';')[0]).join('; ');
}

/** The longest block since the last call. */
async function longestPiece(child: ChildProcess): Promise<string> {
  const from = said.length;
  child.kill('SIGUSR2');
  while (!/longest [\d.]+\n/.test(said.slice(from))) await sleep(10);
  return /longest ([\d.]+)/.exec(said.slice(from))![1]!;
}

async function bench() {
  const photo = await makePhoto();
  const midad = await startMidad();
  const { child } = midad;
  const cookie = await signIn(midad);
  const front = await (await fetch(base)).text();
  const url = base + /href="(\/local\/\d+\/[^"]+)"/.exec(front)![1]!;
  console.log(
    `Machine: ${cpus().length} × ${cpus()[0]!.model}, load before ${loadavg()[0]!.toFixed(1)}, ${new Date().toISOString().slice(0, 10)}`,
  );
  await (await fetch(url)).arrayBuffer();
  await longestPiece(child);
  await withReader('alone', url, () => sleep(6000));
  console.log(`longest piece of the server's own work, alone: ${await longestPiece(child)} ms`);
  await withReader('during uploads', url, async () => {
    for (let round = 0; round < 3; round++) {
      const form = new FormData();
      // Adds one more byte each round, because identical bytes would be recognised.
      form.append('file', new File([new Uint8Array(photo), new Uint8Array(round)], 'photo.jpg'));
      const started = performance.now();
      const answer = await fetch(`${base}/newsroom/media/upload`, {
        method: 'POST',
        body: form,
        headers: { cookie, accept: 'application/json', origin: base },
      });
      const said = await answer.text();
      if (!answer.ok) throw new Error(`${answer.status} ${said}`);
      console.log(
        `upload of ${(photo.length / 1e6).toFixed(1)} MB to all variants: ${((performance.now() - started) / 1000).toFixed(2)} s; longest piece of the server's own work meanwhile: ${await longestPiece(child)} ms`,
      );
    }
  });
}

if (options.reader) {
  await read(options.reader, options.until!);
} else {
  try {
    await bench();
  } finally {
    for (const child of children) child.kill('SIGTERM');
    await sleep(1000);
    rmSync(folder, { recursive: true, force: true });
  }
}
