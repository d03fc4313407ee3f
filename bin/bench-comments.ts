import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Measures how many comments a second are committed (each with a sync) from many concurrent writers, on a
// database of its own.
const SECONDS = 10;
const WRITERS = 64;

const dataDir = mkdtempSync(join(tmpdir(), 'midad-bench-'));
process.env.DATA_DIR = dataDir;
const { newId } = await import('#db/engine/ids.ts');
const { engine } = await import('#db/engine/engine.ts');
const { seedDemo } = await import('#db/seed/seed-demo.ts');
const { submitComment } = await import('#db/comments/submit.ts');
const { listArticles } = await import('#db/articles/cards.ts');
const { closeDatabase } = await import('#db/engine/client.ts');
engine.migrate();
await seedDemo(new Date());
const articles = await listArticles({}, { locale: 'ar', now: new Date(), limit: 1000 });

const WORDS =
  'البلدية الطريق المدينة الماء الخبر المشروع الناس السوق الميناء المدرسة الحي الشارع القرار الموعد السؤال الجواب الحديقة الحافلة'.split(
    ' ',
  );
let sent = 0;
let faults = 0;
const waits: number[] = [];

/**
 * Submits one comment. Each has its own writer, mail address and network, and the articles take turns, so
 * that no limit applies.
 */
function submit() {
  sent += 1;
  const now = new Date();
  const words = Array.from(
    { length: 40 },
    (_, n) => WORDS[Math.floor(Math.abs(Math.sin(sent * 131 + n * 17)) * WORDS.length)],
  );
  const address = `${1 + (sent % 200)}.${Math.floor(sent / 200) % 250}.${Math.floor(sent / 50_000)}.9`;
  const token = {
    kind: 'fresh',
    nonce: newId(),
    issuedAt: new Date(now.getTime() - 60_000),
    expiresAt: new Date(now.getTime() + 3_600_000),
  } as const;
  return submitComment(
    {
      articleId: articles[sent % articles.length]!.id,
      locale: 'ar',
      replyTo: null,
      name: 'قارئ من المدينة',
      body: `${sent} ${words.join(' ')}`,
      email: `reader${sent}@example.org`,
      address,
      decoyFilled: false,
      writerId: newId(),
      token,
      controls: { all: 0, deceiving: 0 },
      notify: false,
    },
    now,
  );
}

const cpuBefore = process.cpuUsage();
const started = Date.now();
const until = started + SECONDS * 1000;
await Promise.all(
  Array.from({ length: WRITERS }, async () => {
    while (Date.now() < until) {
      const asked = performance.now();
      const result = await submit();
      waits.push(performance.now() - asked);
      if ('fault' in result) faults += 1;
    }
  }),
);
const seconds = (Date.now() - started) / 1000;
const cpu = process.cpuUsage(cpuBefore);
waits.sort((a, b) => a - b);
const percentile = (share: number) => `${waits[Math.floor(waits.length * share)]!.toFixed(0)} ms`;
console.log(
  `${((sent - faults) / seconds).toFixed(0)} comments a second, each committed with a sync; ${WRITERS} writers at once, ${sent} comments, ${faults} refused`,
);
console.log(
  `From sending to committed: median ${percentile(0.5)}, p95 ${percentile(0.95)}, p99 ${percentile(0.99)}`,
);
console.log(`CPU a comment: ${((cpu.user + cpu.system) / 1000 / sent).toFixed(2)} ms`);
closeDatabase();
rmSync(dataDir, { recursive: true, force: true });
