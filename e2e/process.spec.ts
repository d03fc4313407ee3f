import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { dataDir, port } from './instance.ts';
import { canary, expect, findArticle, formToken, test } from './journey.ts';
import { openRaw, wholeAnswers } from './raw-client.ts';

// Each test starts a second site beside the running one.

const otherPort = port + 1;
const other = `http://localhost:${otherPort}`;

/** Copies the data for a second site, whose process a test can end. */
function copyInstance(): string {
  const folder = mkdtempSync(join(tmpdir(), 'midad-e2e-other-'));
  const source = new Sqlite(join(dataDir, 'midad.sqlite'), { readonly: true });
  source.prepare('VACUUM INTO ?').run(join(folder, 'midad.sqlite'));
  source.close();
  cpSync(join(dataDir, 'keys.json'), join(folder, 'keys.json'));
  return folder;
}

const started: ChildProcess[] = [];
test.afterEach(() => {
  // A failed test must not leave a server on the port of the next one.
  for (const child of started.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
});

async function start(folder: string, settings: Record<string, string> = {}): Promise<ChildProcess> {
  const env = {
    ...process.env,
    ...settings,
    NODE_ENV: 'production' as const,
    PORT: String(otherPort),
    DATA_DIR: folder,
    SITE_URL: other,
  };
  const child = spawn(process.execPath, ['server/main.ts'], { env, stdio: 'ignore' });
  started.push(child);
  await expect
    .poll(
      () =>
        fetch(`${other}/health`).then(
          (answer) => answer.status,
          () => 0,
        ),
      { timeout: 90_000 },
    )
    .toBe(200);
  return child;
}

const ended = (child: ChildProcess) =>
  new Promise<number | string | null>((resolve) =>
    child.once('exit', (code, signal) => resolve(code ?? signal)),
  );

async function sendComment(path: string, body: string): Promise<Response> {
  const token = formToken(path);
  const form = new URLSearchParams({ body, name: 'ليلى', email: canary('power'), token });
  return fetch(`${other}${path}/comments`, { method: 'POST', body: form, redirect: 'manual' });
}

test('what another process commits is on the page at the next request', async ({ request }) => {
  const headline = 'مكتبة متنقلة تصل إلى قرى الهضبة كل يوم أربعاء';
  expect(await (await request.get('/')).text()).not.toContain(headline);
  const file = join(dataDir, 'article.json');
  writeFileSync(
    file,
    JSON.stringify({ section: 'culture', headline, body: ['تحمل الحافلة ألفي كتاب.'], tags: ['الكتب'] }),
  );
  const said = execFileSync(process.execPath, ['bin/article.ts', file], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: String(port) },
  }).toString();
  expect(said).toMatch(/Published: http:\/\/localhost:\d+\/culture\/\d+\//);
  expect(await (await request.get('/')).text()).toContain(headline);
  expect(await (await request.get('/feed.xml')).text()).toContain(headline);
  expect(await (await request.get(`/search?q=${encodeURIComponent('المكتبه المتنقله')}`)).text()).toContain(
    'culture/',
  );
});

test('an accepted comment survives kill -9, and the server starts again', async () => {
  const path = encodeURI(decodeURI(findArticle('مكتبة عامة')));
  const folder = copyInstance();
  const child = await start(folder);
  const answer = await sendComment(path, 'كلمات لا تضيع ولو انقطع التيار');
  const gone = ended(child);
  child.kill('SIGKILL');
  expect(answer.status).toBe(303);
  await gone;
  const again = await start(folder);
  // Only the browser of its writer is shown a pending comment.
  const cookie = answer.headers.get('set-cookie')!.split(';')[0]!;
  const own = await (
    await fetch(new URL(answer.headers.get('location')!, other), { headers: { cookie } })
  ).text();
  expect(own).toContain('كلمات لا تضيع ولو انقطع التيار');
  const over = ended(again);
  again.kill('SIGTERM');
  expect(await over).toBe(0);
  rmSync(folder, { recursive: true, force: true });
});

/** The processes that read connections: the server itself and its workers. */
function family(instance: ChildProcess): number[] {
  const children = readFileSync(`/proc/${instance.pid}/task/${instance.pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter(Boolean)
    .map(Number);
  return [instance.pid!, ...children];
}

const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: localhost:${otherPort}\r\n\r\n`;

for (const workers of ['1', '2']) {
  test(`after SIGTERM every request that has arrived is answered, and idle connections end, workers: ${workers}`, async () => {
    const path = encodeURI(decodeURI(findArticle('مكتبة عامة')));
    const folder = copyInstance();
    const child = await start(folder, { WEB_CONCURRENCY: workers });
    await expect.poll(() => family(child).length).toBe(workers === '1' ? 1 : 3);
    const idle = await openRaw(otherPort);
    await idle.send(get(path));
    const used = await Promise.all(Array.from({ length: 8 }, () => openRaw(otherPort)));
    for (const client of used) await client.send(get(path));
    await expect.poll(() => [idle, ...used].every(({ socket }) => socket.bytesRead > 1000)).toBe(true);
    const silent = await openRaw(otherPort);
    const pids = family(child);
    // While the processes are stopped, requests stay in their sockets and new connections in the backlog:
    // both have certainly arrived.
    for (const pid of pids) process.kill(pid, 'SIGSTOP');
    const form = new URLSearchParams({
      body: 'تعليق وصل قبل أن يُغلق الباب',
      name: 'ليلى',
      email: canary('drain'),
      token: formToken(path),
    }).toString();
    const post = `POST ${path}/comments HTTP/1.1\r\nHost: localhost:${otherPort}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${form.length}\r\n\r\n${form}`;
    const waiting = await Promise.all(Array.from({ length: 24 }, () => openRaw(otherPort)));
    const asked = [
      ...used.map((client, n) => ({ client, requests: [get(n % 2 ? path : `${path}?reply=${n}`)] })),
      // Only the last connections request /health: the first of a backlog may be accepted before the signal
      // is handled.
      ...waiting.map((client, n) => ({
        client,
        requests:
          n === 0
            ? [post]
            : n >= 16
              ? [get('/'), get(path), get('/health')]
              : n % 2 === 1
                ? [get(path)]
                : [get(`${path}?reply=${n}`)],
      })),
    ];
    await Promise.all(asked.map(({ client, requests }) => client.send(requests.join(''))));
    const over = ended(child);
    process.kill(child.pid!, 'SIGTERM');
    // A service manager may signal every process.
    for (const pid of pids.slice(1, 2)) process.kill(pid, 'SIGTERM');
    for (const pid of pids) process.kill(pid, 'SIGCONT');
    for (const { client, requests } of asked) {
      const { text, fault } = await client.end;
      expect(fault).toBeUndefined();
      const before = used.includes(client) ? 1 : 0;
      const answers = wholeAnswers(text).slice(before);
      expect(answers.map(({ status }) => status)).toEqual(
        requests.map((each) => (each.startsWith('POST') ? 303 : each.includes('/health') ? 503 : 200)),
      );
    }
    expect(await idle.end).toMatchObject({ fault: undefined });
    expect(await silent.end).toEqual({ text: '', fault: undefined });
    expect(await over).toBe(0);
    rmSync(folder, { recursive: true, force: true });
  });
}

test('after SIGTERM while readers keep connecting, each gets a complete response or no connection', async () => {
  const path = encodeURI(decodeURI(findArticle('مكتبة عامة')));
  const folder = copyInstance();
  const child = await start(folder);
  await (await fetch(other + path)).text();
  let isOpen = true;
  let answered = 0;
  const cut: unknown[] = [];
  /** Sends one request after another, each on a new connection, until the server refuses a connection. */
  async function readerComes(n: number) {
    while (isOpen) {
      const client = await openRaw(otherPort).catch(() => undefined);
      if (!client) {
        isOpen = false;
        return;
      }
      await client.send(get(n % 3 ? path : `${path}?reply=${n}`));
      client.socket.on('data', () => {
        if (wholeAnswers(client.text()).length === 1) client.socket.end();
      });
      const { text, fault } = await client.end;
      if (fault || wholeAnswers(text).length !== 1) cut.push({ fault, text: text.slice(0, 200) });
      else answered++;
    }
  }
  const readers = Array.from({ length: 12 }, (_, n) => readerComes(n));
  await expect.poll(() => answered).toBeGreaterThan(30);
  const over = ended(child);
  child.kill('SIGTERM');
  await Promise.all(readers);
  expect(cut).toEqual([]);
  expect(await over).toBe(0);
  rmSync(folder, { recursive: true, force: true });
});

for (const workers of ['1', '2']) {
  test(`a start on a port in use exits with a message, workers: ${workers}`, async () => {
    const folder = copyInstance();
    // The instance under test listens there.
    const env = {
      ...process.env,
      NODE_ENV: 'production' as const,
      PORT: String(port),
      DATA_DIR: folder,
      SITE_URL: other,
      WEB_CONCURRENCY: workers,
    };
    const child = spawn(process.execPath, ['server/main.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
    expect(await closed).toBe(1);
    expect(said).toMatch(/^Midad could not start: .*EADDRINUSE/m);
    expect(said).not.toContain('Midad is at');
    rmSync(folder, { recursive: true, force: true });
  });
}

for (const workers of ['1', '2']) {
  test(`a stop writes the readings that were counted, workers: ${workers}`, async () => {
    const folder = copyInstance();
    const child = await start(folder, { WEB_CONCURRENCY: workers });
    const number = findArticle('مكتبة عامة').split('/')[2];
    for (let n = 0; n < 3; n++)
      expect((await fetch(`${other}/r/${number}`, { headers: { referer: `${other}/` } })).status).toBe(204);
    const over = ended(child);
    child.kill('SIGTERM');
    expect(await over).toBe(0);
    const file = new Sqlite(join(folder, 'reads.sqlite'), { readonly: true });
    expect(file.prepare('select number, reads from hours').all()).toEqual([
      { number: Number(number), reads: 3 },
    ]);
    file.close();
    rmSync(folder, { recursive: true, force: true });
  });
}

test('without the fast path a cached page is the same', async () => {
  const folder = copyInstance();
  const read = async () => {
    const answer = await fetch(`${other}/`);
    const headers = Object.fromEntries([...answer.headers].filter(([name]) => name !== 'date'));
    return { status: answer.status, headers, body: await answer.text() };
  };
  const pages = [];
  for (const fastPath of ['1', '0']) {
    const child = await start(folder, { MIDAD_FAST_PATH: fastPath });
    await read();
    // The second response comes from the cache.
    pages.push(await read());
    const over = ended(child);
    child.kill('SIGTERM');
    expect(await over).toBe(0);
  }
  expect(pages[0]!.status).toBe(200);
  expect(pages[1]).toEqual(pages[0]);
  rmSync(folder, { recursive: true, force: true });
});
