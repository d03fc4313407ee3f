import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';

/*
 * node bin/bench-comments.ts [--processes 2] [--count 4000]: measures how many comments a second are
 * committed (each with a sync) from many concurrent writers, on a database of its own. The number of comments
 * is fixed, so that the CPU time of a comment can be compared on a machine that does other work as well.
 */
const WRITERS = 64;
const ARTICLES = 200;
/** Comments before the count begins: until then V8 compiles. */
const WARM_UP = 500;

const { values } = parseArgs({
  options: {
    processes: { type: 'string', default: '1' },
    count: { type: 'string', default: '4000' },
    /** Set for the processes that this one starts: which of them this is. */
    part: { type: 'string' },
  },
});
const processes = Number(values.processes);
const count = Number(values.count);

const WORDS =
  'البلدية الطريق المدينة الماء الخبر المشروع الناس السوق الميناء المدرسة الحي الشارع القرار الموعد السؤال الجواب الحديقة الحافلة'.split(
    ' ',
  );

type Result = { sent: number; faults: number; from: number; to: number; cpu: number; waits: number[] };

/** Submits this process's share of the comments. Each has a writer, mail address and network of its own. */
async function run(part: number): Promise<Result> {
  const { newId } = await import('#db/engine/ids.ts');
  const { submitComment } = await import('#db/comments/submit.ts');
  const { closeDatabase, db } = await import('#db/engine/client.ts');
  const { articles } = await import('#db/tables/tables.ts');
  const targets = await db().select({ id: articles.id }).from(articles);
  let sent = 0;
  let faults = 0;
  const submit = () => {
    const own = sent++ * processes + part;
    const now = new Date();
    const words = Array.from(
      { length: 40 },
      (_, n) => WORDS[Math.floor(Math.abs(Math.sin(own * 131 + n * 17)) * WORDS.length)],
    );
    const submission = {
      articleId: targets[own % targets.length]!.id,
      locale: 'ar',
      replyTo: null,
      name: 'قارئ من المدينة',
      body: `${own} ${words.join(' ')}`,
      email: `reader${own}@example.org`,
      address: `${1 + (own % 200)}.${Math.floor(own / 200) % 250}.${Math.floor(own / 50_000)}.9`,
      decoyFilled: false,
      writerId: newId(),
      token: {
        kind: 'fresh',
        nonce: newId(),
        issuedAt: new Date(now.getTime() - 60_000),
        expiresAt: new Date(now.getTime() + 3_600_000),
      },
      controls: { all: 0, deceiving: 0 },
      notify: false,
    } as const;
    return submitComment(submission, now);
  };
  const waits: number[] = [];
  const submitUntil = (end: number) =>
    Promise.all(
      Array.from({ length: WRITERS }, async () => {
        for (;;) {
          if (sent >= end) return;
          const asked = performance.now();
          const result = await submit();
          waits.push(performance.now() - asked);
          if ('fault' in result) faults += 1;
        }
      }),
    );
  await submitUntil(WARM_UP);
  const first = sent;
  waits.length = 0;
  const cpuBefore = process.cpuUsage();
  const from = Date.now();
  await submitUntil(first + count / processes);
  const cpu = process.cpuUsage(cpuBefore);
  closeDatabase();
  return { sent: sent - first, faults, from, to: Date.now(), cpu: (cpu.user + cpu.system) / 1000, waits };
}

/** Makes the database that the processes share. */
async function prepare() {
  const { getKeys } = await import('#lib/security/keys.ts');
  const { engine } = await import('#db/engine/engine.ts');
  const { closeDatabase } = await import('#db/engine/client.ts');
  const { addNewsroom, publish } = await import('#db/testing/articles.ts');
  // Before the database: a database without its keys is refused.
  getKeys();
  engine.migrate();
  await addNewsroom();
  for (let n = 0; n < ARTICLES; n++) await publish({ headline: `خبر ${n}` }, new Date());
  closeDatabase();
}

function report(results: Result[]) {
  const sum = (of: (result: Result) => number) => results.reduce((total, each) => total + of(each), 0);
  const sent = sum((each) => each.sent);
  const faults = sum((each) => each.faults);
  const from = Math.min(...results.map((each) => each.from));
  const seconds = (Math.max(...results.map((each) => each.to)) - from) / 1000;
  const waits = results.flatMap((each) => each.waits).toSorted((a, b) => a - b);
  const percentile = (share: number) => `${waits[Math.floor(waits.length * share)]!.toFixed(0)} ms`;
  console.log(
    `${((sent - faults) / seconds).toFixed(0)} comments a second, each committed with a sync; ${processes} processes with ${WRITERS} writers each, ${sent} comments, ${faults} refused`,
  );
  console.log(
    `From sending to committed: median ${percentile(0.5)}, p95 ${percentile(0.95)}, p99 ${percentile(0.99)}`,
  );
  console.log(`CPU a comment: ${(sum((each) => each.cpu) / sent).toFixed(2)} ms`);
}

if (values.part !== undefined) {
  console.log(JSON.stringify(await run(Number(values.part))));
} else {
  const dataDir = mkdtempSync(join(tmpdir(), 'midad-bench-'));
  process.env.DATA_DIR = dataDir;
  try {
    await prepare();
    const results = await Promise.all(
      Array.from({ length: processes }, async (_, part): Promise<Result> => {
        const options = ['--processes', String(processes), '--count', String(count), '--part', String(part)];
        const child = spawn(process.execPath, [...process.execArgv, import.meta.filename, ...options], {
          stdio: ['ignore', 'pipe', 'inherit'],
        });
        return JSON.parse(await text(child.stdout)) as Result;
      }),
    );
    report(results);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}
