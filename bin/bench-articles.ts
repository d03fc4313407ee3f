import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';

/*
 * npm run bench:articles: measures the newsroom's list with 100,000 articles: reading its data, and the whole
 * page from request to last byte. It uses its own server and data.
 */
const ARTICLES = 100_000;
const ROUNDS = 20;
const PORT = 3993;
const base = `http://localhost:${PORT}`;
const folder = mkdtempSync(join(tmpdir(), 'midad-bench-articles-'));
process.env.DATA_DIR = folder;
process.env.SITE_URL = base;

const { engine } = await import('#db/engine/engine.ts');
const { closeDatabase, db } = await import('#db/engine/client.ts');
const { fillArticles } = await import('#db/seed/fill-articles.ts');
const { openDesk } = await import('#db/articles/desk-list.ts');
const { listAuthors } = await import('#db/paper/authors.ts');
const { listSections } = await import('#db/paper/sections.ts');
const { signIn } = await import('#db/people/sign-in.ts');
const { createFirstAdmin } = await import('#db/people/staff.ts');
const { users } = await import('#db/tables/tables.ts');
const { getTag } = await import('#db/paper/tags.ts');
const { tagSlug } = await import('#lib/arabic/slug.ts');

type Filter = Parameters<typeof openDesk>[0];
const TAG = 'النقل';
const COMMON = 'الميناء القديم';
const day = (back: number) => new Date(Date.now() - back * 86_400_000);
const ms = (value: number) => `${value.toFixed(0).padStart(3)} ms`;
type Cpu = { user: number; system: number };

/** Measures CPU time beside wall time, because CPU time does not depend on other load of the machine. */
async function measure(label: string, work: () => Promise<unknown>, cpuOf: () => Promise<Cpu> | Cpu) {
  const [wall, cpu]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    const [before, start] = [await cpuOf(), performance.now()];
    await work();
    wall.push(performance.now() - start);
    const after = await cpuOf();
    cpu.push((after.user - before.user + after.system - before.system) / 1000);
  }
  const [w, c] = [wall, cpu].map((times) => times.toSorted((a, b) => a - b));
  console.log(
    `${label.padEnd(44)} median ${ms(w![ROUNDS / 2]!)}, worst ${ms(w!.at(-1)!)}; of the processor ${ms(c![ROUNDS / 2]!)}, worst ${ms(c!.at(-1)!)}`,
  );
}

/** Starts the server on the same data; it reports its CPU time on request. */
async function startMidad() {
  const tell = `data:text/javascript,${encodeURIComponent('process.on("message", () => process.send(process.cpuUsage()))')}`;
  const child = spawn(process.execPath, ['--import', tell, 'server/main.ts'], {
    env: { ...process.env, NODE_ENV: 'production', PORT: String(PORT) },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  let said = '';
  child.stdout!.on('data', (chunk: Buffer) => (said += chunk.toString()));
  while (!said.includes('Midad is at')) await new Promise((resolve) => setTimeout(resolve, 50));
  const cpuOf = () =>
    new Promise<Cpu>((resolve) => {
      child.once('message', (used) => resolve(used as Cpu));
      child.send('');
    });
  return { child, cpuOf };
}

async function measurePages(queries: Record<string, Record<string, string>>, cookie: string) {
  const { child, cpuOf } = await startMidad();
  try {
    for (const [label, query] of Object.entries(queries)) {
      const url = `${base}/newsroom/articles?${new URLSearchParams(query)}`;
      const open = async () => {
        const answer = await fetch(url, { headers: { cookie }, redirect: 'manual' });
        await answer.arrayBuffer();
        if (answer.status !== 200) throw new Error(`${answer.status} ${url}`);
      };
      // the first few run code that is not compiled yet
      for (let round = 0; round < 10; round++) await open();
      await measure(`the page: ${label}`, open, cpuOf);
    }
  } finally {
    child.kill('SIGTERM');
    await new Promise((resolve) => child.once('exit', resolve));
  }
}

try {
  engine.migrate();
  const account = (await createFirstAdmin())!;
  await db().update(users).set({ mustSettle: false });
  const editor = await fillArticles(ARTICLES);
  const entered = await signIn(account.email, account.password, {
    cookie: '',
    address: '127.0.0.1',
    userAgent: 'bench',
  });
  if (!('setCookies' in entered)) throw new Error(`Not let in: ${entered.outcome}`);
  closeDatabase(); // writes the WAL back into the database file, as after years of use
  const author = { ...editor, id: 'nobody', role: 'author' as const };
  const now = new Date();
  const [[section], [byline], tag] = await Promise.all([listSections(), listAuthors(), getTag(tagSlug(TAG))]);
  const [sectionId, authorId, tagId] = [section!.id, byline!.id, tag!.id];
  console.log(
    `Machine: ${cpus().length} × ${cpus()[0]!.model}, load before ${loadavg()[0]!.toFixed(1)}, ${now.toISOString().slice(0, 10)}`,
  );
  const data = (label: string, filter: Partial<Filter>, person = editor, back?: number) =>
    measure(
      label,
      () =>
        openDesk({ state: 'all', ...filter }, person, {
          now,
          limit: 30,
          after: back === undefined ? undefined : { updatedAt: day(back), id: '' },
        }),
      () => process.cpuUsage(),
    );
  await data('opens', {});
  await data('opens in the middle', {}, editor, 170);
  await data('published, of one section', { state: 'published', sectionId });
  await data('drafts (one in 200)', { state: 'draft' });
  await data('sent to the desk', { state: 'sent' });
  await data('of one byline', { authorId });
  await data('of one byline, one tag', { authorId, tagId });
  await data('of one byline, one tag, one section, words', { authorId, tagId, sectionId, text: COMMON });
  await data('days of last summer, English (none)', {
    state: 'published',
    locale: 'en',
    from: day(150),
    to: day(120),
  });
  await data('words that a third of them hold', { text: COMMON });
  await data('a word that every 997th holds', { text: 'زمردة' });
  await data('a common word in the trash', { state: 'trash', text: 'الميناء' });
  await data('a byline, a common word, in the trash', { state: 'trash', authorId, text: 'الميناء' });
  await data('an author, whose own are none', { state: 'draft', isMine: true }, author);
  await data('an author: a byline, a tag, words', { authorId, tagId, text: COMMON }, author);

  closeDatabase();
  const [own, both] = [{ author: byline!.slug }, { author: byline!.slug, tag: TAG }];
  await measurePages(
    {
      opens: {},
      'of one byline': own,
      'of one byline, one tag': both,
      'of one byline, one tag, one section, words': { ...both, section: section!.slug, q: COMMON },
      'words that a third of them hold': { q: COMMON },
      'a byline, words': { ...own, q: COMMON },
      'a byline, a common word, in the trash': { ...own, state: 'trash', q: 'الميناء' },
    },
    entered.setCookies.map((each) => each.split(';')[0]).join('; '),
  );
} finally {
  closeDatabase();
  rmSync(folder, { recursive: true, force: true });
}
