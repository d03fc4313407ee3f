import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { dataDir, port } from './house.ts';
import { canary, expect, findArticle, formToken, test } from './journey.ts';

const otherPort = port + 1;
const other = `http://localhost:${otherPort}`;

/** A second site on a copy of the data, for what ends a process. */
function copyHouse(): string {
  const folder = mkdtempSync(join(tmpdir(), 'midad-e2e-other-'));
  const source = new Sqlite(join(dataDir, 'midad.sqlite'), { readonly: true });
  source.prepare('VACUUM INTO ?').run(join(folder, 'midad.sqlite'));
  source.close();
  cpSync(join(dataDir, 'keys.json'), join(folder, 'keys.json'));
  return folder;
}

async function start(folder: string): Promise<ChildProcess> {
  const env = { ...process.env, NODE_ENV: 'production' as const, PORT: String(otherPort), DATA_DIR: folder, SITE_URL: other };
  const child = spawn(process.execPath, ['server/main.ts'], { env, stdio: 'ignore' });
  await expect.poll(() => fetch(`${other}/health`).then((answer) => answer.status, () => 0), { timeout: 30_000 }).toBe(200);
  return child;
}

const ended = (child: ChildProcess) => new Promise<number | string | null>((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)));

async function sendComment(path: string, body: string): Promise<Response> {
  const token = formToken(path);
  const form = new URLSearchParams({ body, name: 'ليلى', email: canary('power'), token });
  return fetch(`${other}${path}/comments`, { method: 'POST', body: form, redirect: 'manual' });
}

test('what another process commits is on the page at the very next request', async ({ request }) => {
  const headline = 'مكتبة متنقلة تصل إلى قرى الهضبة كل يوم أربعاء';
  expect(await (await request.get('/')).text()).not.toContain(headline);
  const file = join(dataDir, 'article.json');
  writeFileSync(file, JSON.stringify({ section: 'culture', headline, body: ['تحمل الحافلة ألفي كتاب.'], tags: ['الكتب'] }));
  const said = execFileSync(process.execPath, ['bin/article.ts', file], { env: { ...process.env, DATA_DIR: dataDir, PORT: String(port) } }).toString();
  expect(said).toMatch(/Published: http:\/\/localhost:\d+\/culture\/\d+\//);
  expect(await (await request.get('/')).text()).toContain(headline);
  expect(await (await request.get('/feed.xml')).text()).toContain(headline);
  expect(await (await request.get(`/search?q=${encodeURIComponent('المكتبه المتنقله')}`)).text()).toContain('culture/');
});

test('an accepted comment survives kill -9, and a start after it is quick', async ({ page }) => {
  const path = encodeURI(decodeURI(await findArticle(page, 'مكتبة عامة')));
  const folder = copyHouse();
  const child = await start(folder);
  const answer = await sendComment(path, 'كلمات لا تضيع ولو انقطع التيار');
  const gone = ended(child);
  child.kill('SIGKILL');
  expect(answer.status).toBe(303);
  await gone;
  const again = await start(folder);
  const own = await (await fetch(new URL(answer.headers.get('location')!, other))).text();
  expect(own).toContain('كلمات لا تضيع ولو انقطع التيار');
  const over = ended(again);
  again.kill('SIGTERM');
  expect(await over).toBe(0);
  rmSync(folder, { recursive: true, force: true });
});

test('SIGTERM lets what was begun end, and ends idle connections', async ({ page }) => {
  const path = encodeURI(decodeURI(await findArticle(page, 'مكتبة عامة')));
  const folder = copyHouse();
  const child = await start(folder);
  await (await fetch(other + path)).text(); // leaves an idle connection behind
  const begun = Promise.all(Array.from({ length: 8 }, (_, n) => fetch(`${other}${path}?reply=${n}`).then((answer) => answer.text())));
  await new Promise((resolve) => setTimeout(resolve, 20));
  const over = ended(child);
  const asked = Date.now();
  child.kill('SIGTERM');
  for (const html of await begun) expect(html).toContain('</html>');
  expect(await over).toBe(0);
  expect(Date.now() - asked).toBeLessThan(5000);
  rmSync(folder, { recursive: true, force: true });
});

for (const workers of ['1', '2']) {
  test(`a port that is in use ends a start at once, with a word of it: ${workers} at work`, async () => {
    const folder = copyHouse();
    // The house of this journey listens there.
    const env = { ...process.env, NODE_ENV: 'production' as const, PORT: String(port), DATA_DIR: folder, SITE_URL: other, WEB_CONCURRENCY: workers };
    const child = spawn(process.execPath, ['server/main.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
    expect(await closed).toBe(1);
    expect(said).toMatch(/^Midad could not start: .*EADDRINUSE/m);
    expect(said).not.toContain('Midad is at');
    rmSync(folder, { recursive: true, force: true });
  });
}
