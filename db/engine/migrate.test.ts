import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { env } from '#lib/env.ts';
import { runProcess } from '#lib/testing/process.ts';
import { migrateSqlite, readPending } from './migrate.ts';

const MIGRATIONS = join(import.meta.dirname, '../migrations/sqlite');
type Journal = {
  entries: { idx: number; version: string; when: number; tag: string; breakpoints: boolean }[];
};

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(env.dataDir, 'migrate-'));
  file = join(folder, 'data/midad.sqlite');
});

const copies = () =>
  readdirSync(dirname(file)).filter((name) => name.startsWith(`${basename(file)}.before-migration-`));

/** A folder with the first `count` committed migrations, and one more if `statements` are passed. */
function makeMigrations(name: string, count: number, statements?: string[]): string {
  const made = join(folder, name);
  cpSync(MIGRATIONS, made, { recursive: true });
  const journalFile = join(made, 'meta/_journal.json');
  const { entries } = JSON.parse(readFileSync(journalFile, 'utf8')) as Journal;
  const kept = entries.slice(0, count);
  if (statements) {
    kept.push({ idx: count, version: '6', when: kept.at(-1)!.when + 1, tag: 'next', breakpoints: true });
    writeFileSync(join(made, 'next.sql'), statements.join('\n--> statement-breakpoint\n'));
  }
  writeFileSync(journalFile, JSON.stringify({ entries: kept }));
  return made;
}

const countMigrations = () =>
  (JSON.parse(readFileSync(join(MIGRATIONS, 'meta/_journal.json'), 'utf8')) as Journal).entries.length;

function inFile<T>(work: (connection: Sqlite.Database) => T, name = file): T {
  const connection = new Sqlite(name);
  try {
    return work(connection);
  } finally {
    connection.close();
  }
}

const rows = (table: string, name = file) =>
  inFile((connection) => connection.prepare(`select count(*) from ${table}`).pluck().get(), name);

/** An article with a comment, its contact and its decision. */
const addRows = () =>
  inFile((connection) =>
    connection.exec(`
      insert into sections values ('s', 'local', 'محلي', 'Local', '', '', 1);
      insert into articles (id, number, locale, section_id, slug, headline, standfirst, source, city, body, body_text, word_count, status, lead_caption, comments_open, created_at)
        values ('a', 1001, 'ar', 's', 'x', 'خبر', '', '', '', '{}', '', 0, 'published', '', 1, 0);
      insert into comments (id, article_id, thread_id, name, body, body_key, status, created_at) values ('c', 'a', 'c', 'قارئ', 'نص', 'k', 'approved', 0);
      insert into comment_contacts values ('c', 'cipher', 'index', null, null, 0);
      insert into moderation_decisions (id, comment_id, to_status, created_at, sequence, hash) values ('d', 'c', 'approved', 0, 1, 'h');
    `),
  );

/** The SQL of drizzle-kit for a changed column: create a table, copy the rows, drop the old table, rename. */
function rebuild(table: string): string[] {
  const made = inFile((connection) =>
    connection.prepare('select sql from sqlite_master where name = ?').pluck().get(table),
  ) as string;
  return [
    'PRAGMA foreign_keys=OFF;',
    made.replace(`\`${table}\``, `\`new_${table}\``),
    `INSERT INTO new_${table} SELECT * FROM ${table};`,
    `DROP TABLE ${table};`,
    `ALTER TABLE new_${table} RENAME TO ${table};`,
  ];
}

describe('a new file', () => {
  it('gets every migration and is not copied first', () => {
    expect(migrateSqlite(file)).toBe(countMigrations());
    expect(rows('content_version')).toBe(1);
    expect(copies()).toEqual([]);
  });

  it('is not changed by a second run', () => {
    migrateSqlite(file);
    addRows();
    expect(migrateSqlite(file)).toBe(0);
    expect([rows('articles'), copies()]).toEqual([1, []]);
  });

  it('gets every migration if it exists but is empty', () => {
    migrateSqlite(join(folder, 'data/other.sqlite'));
    writeFileSync(file, '');
    expect(migrateSqlite(file)).toBe(countMigrations());
    expect(copies()).toEqual([]);
  });
});

describe('a file with data', () => {
  beforeEach(() => {
    migrateSqlite(file, makeMigrations('older', 2));
    addRows();
  });

  it('is copied before the migration changes it', () => {
    expect(migrateSqlite(file)).toBe(countMigrations() - 2);
    const [copy, ...more] = copies();
    expect(more).toEqual([]);
    const copied = join(dirname(file), copy!);
    expect(['articles', 'comments', 'comment_contacts'].map((table) => rows(table, copied))).toEqual([
      1, 1, 1,
    ]);
    expect(() => rows('article_search', copied)).toThrow('no such table');
    expect(rows('article_search')).toBe(0);
  });

  it('keeps the new copy, the newest older copy, and copies with another name', () => {
    const leave = (name: string) => writeFileSync(`${file}.before-migration-${name}`, '');
    for (const at of [3, 1, 2]) leave(`170000000000${at}-77`);
    leave('by-hand');
    migrateSqlite(file);
    const [before, own, byHand, ...more] = copies().sort();
    expect([before, byHand, more]).toEqual([
      'midad.sqlite.before-migration-1700000000003-77',
      'midad.sqlite.before-migration-by-hand',
      [],
    ]);
    expect(rows('articles', join(dirname(file), own!))).toBe(1);
  });

  it('loses copies that a process did not finish before it ended, before the room is measured', () => {
    const dead = spawnSync(process.execPath, ['--version']).pid;
    const parts = [dead, process.pid, process.ppid].flatMap((pid) =>
      ['.part', '.part-journal'].map((end) => `midad.sqlite.before-migration-1700000000001-${pid}${end}`),
    );
    const left = [...parts, 'midad.sqlite.before-migration-by-hand-1.part'];
    for (const name of left) writeFileSync(join(dirname(file), name), '');
    let atMeasure: string[] = [];
    const free = () => ((atMeasure = copies()), 1e12);
    migrateSqlite(file, undefined, { free });
    // Of a process that still runs; it may copy just now.
    expect(atMeasure.sort()).toEqual([...parts.slice(4), left.at(-1)].sort());
  });

  it('is not touched if there is no room for the copy, and the refusal names both sizes', () => {
    const lines: string[] = [];
    const free = 1e5;
    const migrate = () =>
      migrateSqlite(file, undefined, { tell: (line) => lines.push(line), free: () => free });
    expect(migrate).toThrow(/^The migration needs \d\.\d MB of free space in .*, and there are 0\.1 MB\. /);
    expect(copies()).toEqual([]);
    expect(() => rows('article_search')).toThrow('no such table');
    expect(readPending(file)).toEqual({ count: countMigrations() - 2, bytes: expect.any(Number) });
  });

  it('is migrated with a line in the log before and after, which names the migrations', () => {
    const lines: string[] = [];
    migrateSqlite(file, undefined, { tell: (line) => lines.push(line) });
    expect(lines.at(0)).toMatch(
      /^The database \(\d\.\d MB\) is copied and then migrated: 0002_article_search, 0003_/,
    );
    expect(lines.at(-1)).toMatch(/^The database is migrated: \d+ migrations in /);
    expect(readPending(file).count).toBe(0);
  });

  it('keeps the child rows of a table that is rebuilt', () => {
    expect(migrateSqlite(file, makeMigrations('newer', 2, rebuild('comments')))).toBe(1);
    expect(['comments', 'comment_contacts', 'moderation_decisions'].map((table) => rows(table))).toEqual([
      1, 1, 1,
    ]);
  });

  it.each([
    ['would orphan rows', ['DELETE FROM comments;'], 'Migration would leave 1 rows without their parent'],
    [
      'fails halfway',
      ['DELETE FROM moderation_decisions;', 'ALTER TABLE missing ADD x text;'],
      'no such table: missing',
    ],
  ])(
    'keeps its rows after a migration that %s, also after a second attempt',
    (_name, statements, message) => {
      const newer = makeMigrations('newer', 2, statements);
      for (let attempt = 0; attempt < 2; attempt++) expect(() => migrateSqlite(file, newer)).toThrow(message);
      expect(['comments', 'comment_contacts', 'moderation_decisions'].map((table) => rows(table))).toEqual([
        1, 1, 1,
      ]);
    },
  );
});

describe('processes that start at once', () => {
  /** Each process waits until all three are ready, then migrates, opens the file and reads from it. */
  const start = () =>
    runProcess(
      `import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
       import { migrateSqlite } from '#db/engine/migrate.ts';
       import { openDatabase } from '#db/engine/client.ts';
       import { getContentVersion } from '#db/paper/content-version.ts';
       import { env } from '#lib/env.ts';
       const ready = env.dataDir + '/../ready';
       mkdirSync(ready, { recursive: true });
       writeFileSync(ready + '/' + process.pid, '');
       while (readdirSync(ready).length < 3) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
       const count = migrateSqlite(env.databaseFile);
       openDatabase();
       console.log(count, await getContentVersion());`,
      dirname(file),
    );

  it('all succeed on an empty folder, where one of them migrates', async () => {
    const answers = await Promise.all([start(), start(), start()]);
    expect(answers.sort()).toEqual(['0 1', '0 1', `${countMigrations()} 1`]);
  });

  it('all succeed on a file with data, where one of them migrates', async () => {
    migrateSqlite(file, makeMigrations('older', 2));
    addRows();
    const answers = await Promise.all([start(), start(), start()]);
    expect(answers.map((answer) => Number(answer.split(' ')[0])).sort()).toEqual([
      0,
      0,
      countMigrations() - 2,
    ]);
    expect(rows('articles')).toBe(1);
  });
});

it('counts listed articles before 1970 in their own spans', () => {
  const DAY = 86_400_000;
  const counts = () =>
    inFile((connection) =>
      connection
        .prepare("select span, articles from listing_counts where list = 'articles' order by span")
        .raw()
        .all(),
    );
  migrateSqlite(file, makeMigrations('older', 28));
  inFile((connection) => {
    connection.exec("insert into sections values ('s', 'local', 'محلي', 'Local', '', '', 1)");
    const add = connection.prepare(
      `insert into articles (id, number, locale, section_id, slug, headline, standfirst, source, city, body, body_text, word_count, status, lead_caption, comments_open, created_at, published_at)
       values (?, ?, 'ar', 's', 'x', 'خبر', '', '', '', '{}', '', 0, 'published', '', 1, 0, ?)`,
    );
    for (const [n, days] of [-61, -60, -30, -1, 0, 29, 30, 70].entries()) add.run(`a${n}`, n + 1, days * DAY);
  });
  const right = Object.entries({ '-3': 1, '-2': 1, '-1': 2, 0: 2, 1: 1, 2: 1 })
    .map(([span, articles]) => [Number(span), articles])
    .sort(([a], [b]) => a! - b!);
  expect(counts()).not.toEqual(right);
  migrateSqlite(file);
  expect(counts()).toEqual(right);
});
