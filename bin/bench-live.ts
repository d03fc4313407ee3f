import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/*
 * npm run bench:live: measures the cost of one entry of a live coverage. It makes every cached page stale, so
 * the first request for each page waits for a render.
 */
const PORT = 3990;
const ROUNDS = 40;
const base = `http://127.0.0.1:${PORT}`;
const folder = mkdtempSync(join(tmpdir(), 'midad-bench-live-'));
process.env.DATA_DIR = folder;

const child = spawn(process.execPath, ['server/main.ts'], {
  env: { ...process.env, NODE_ENV: 'production', PORT: String(PORT), SITE_URL: base },
  stdio: 'ignore',
});
const ended = new Promise((resolve) => child.once('exit', resolve));
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** Measures until the last byte. */
const timeOnce = (path: string) =>
  new Promise<number>((resolve, reject) => {
    const started = performance.now();
    get(base + path, { agent }, (answer) =>
      answer.resume().on('end', () => resolve(performance.now() - started)),
    ).on('error', reject);
  });

try {
  while (
    !(await fetch(base).then(
      (answer) => answer.ok,
      () => false,
    ))
  )
    await new Promise((resolve) => setTimeout(resolve, 200));
  const { closeDatabase, db } = await import('#db/engine/client.ts');
  const { addLiveEntry } = await import('#db/live/desk.ts');
  const { getCoverage } = await import('#db/live/entries.ts');
  const { articles, users } = await import('#db/tables/tables.ts');
  const { docFromLines } = await import('#lib/body/from-lines.ts');
  const { articlePath } = await import('#lib/articles/path.ts');
  const live = await getCoverage(
    (await db().select().from(articles)).find(({ kind }) => kind === 'live')!.number,
  );
  const [editor] = await db().select({ id: users.id, name: users.name }).from(users);
  const since = Date.now();
  const times: Record<string, number[]> = {};
  const note = (name: string, time: number) => (times[name] ??= []).push(time);
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now();
    await addLiveEntry(
      {
        articleId: live!.id,
        at: new Date(),
        headline: `تحديث ${round}`,
        body: docFromLines(['نص التحديث في سطر واحد.']),
        isKey: false,
        isPinned: false,
      },
      { ...editor!, role: 'admin' },
    );
    note('the entry is written', performance.now() - started);
    for (const [name, path] of [
      ['what open pages ask for', `/live/${live!.number}?after=${since}`],
      ['the coverage', encodeURI(articlePath(live!))],
      ['the front page', '/'],
    ] as const) {
      note(`${name}, rendered again`, await timeOnce(path));
      note(`${name}, kept`, await timeOnce(path));
    }
  }
  for (const [name, each] of Object.entries(times)) {
    const sorted = each.toSorted((a, b) => a - b);
    console.log(
      `${name.padEnd(40)} median ${sorted[ROUNDS / 2]!.toFixed(1)} ms, p95 ${sorted[Math.floor(ROUNDS * 0.95)]!.toFixed(1)} ms`,
    );
  }
  closeDatabase();
} finally {
  child.kill('SIGTERM');
  await ended;
  rmSync(folder, { recursive: true, force: true });
}
