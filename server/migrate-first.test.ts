import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { openRaw } from '#db/testing/raw-file.ts';
import { env } from '#lib/env.ts';
import { runProcess } from '#lib/testing/process.ts';

/** Makes a database that lacks the last migration. */
const MAKE_OLDER = `
    import { cpSync, readFileSync, writeFileSync } from 'node:fs';
    import { createServer } from 'node:http';
    import { once } from 'node:events';
    import { engine } from '#db/engine/engine.ts';
    import { migrateSqlite } from '#db/engine/migrate.ts';
    import { env } from '#lib/env.ts';
    import { migrateFirst } from './server/migrate-first.ts';
    const older = env.dataDir + '/older';
    cpSync('db/migrations/sqlite', older, { recursive: true });
    const journal = JSON.parse(readFileSync(older + '/meta/_journal.json', 'utf8'));
    journal.entries.pop();
    writeFileSync(older + '/meta/_journal.json', JSON.stringify(journal));
    migrateSqlite(env.databaseFile, older);
`;

/** Runs `migrateFirst` on it, as a process does that starts. */
const start = (large: number) =>
  runProcess(
    `${MAKE_OLDER}
    const said = [engine.pending().count];
    let port = 0;
    const listen = async (server) => {
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
      port = server.address().port;
      const response = await fetch('http://127.0.0.1:' + port + '/health');
      said.push((await response.json()).status);
    };
    await migrateFirst(listen, { large: ${large} });
    said.push(engine.pending().count);
    const next = createServer((request, response) => response.end('{"status":"ok"}'));
    await listen(next);
    next.close();
    next.closeAllConnections();
    console.log(JSON.stringify(said));`,
    mkdtempSync(join(env.dataDir, 'first-')),
  );

it('answers requests while a large database is migrated, and then frees the port', async () => {
  expect(await start(0)).toBe('[1,"migrating",0,"ok"]');
});

it('migrates a small database at once', async () => {
  expect(await start(1e9)).toBe('[1,0,"ok"]');
});

it('ends the process of the migration when the primary is killed', async () => {
  const dataDir = mkdtempSync(join(env.dataDir, 'killed-'));
  await runProcess(MAKE_OLDER, dataDir);
  const database = join(dataDir, basename(env.databaseFile));
  // The migration copies the database and then waits for this lock, for a minute.
  const other = openRaw(database);
  other.exec('begin immediate');
  const code = `
    import { migrateFirst } from './server/migrate-first.ts';
    await migrateFirst(async (server) => void server.listen(0, '127.0.0.1'), { large: 0 });`;
  const primary = spawn(process.execPath, ['--input-type=module', '--eval', code], {
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: 'ignore',
  });
  const findCopy = () =>
    readdirSync(dataDir).flatMap((name) => /\.before-migration-\d+-(\d+)$/.exec(name)?.[1] ?? []);
  await expect.poll(findCopy, { timeout: 60_000 }).toHaveLength(1);
  const isRunning = () => {
    try {
      return process.kill(Number(findCopy()[0]), 0);
    } catch {
      return false;
    }
  };
  expect(isRunning()).toBe(true);
  primary.kill('SIGKILL');
  await expect.poll(isRunning, { timeout: 20_000 }).toBe(false);
  other.close();
});

it('fails when the migration fails, with its message', async () => {
  const dataDir = mkdtempSync(join(env.dataDir, 'failed-'));
  await runProcess(MAKE_OLDER, dataDir);
  const other = openRaw(join(dataDir, basename(env.databaseFile)));
  other.exec('delete from __drizzle_migrations where created_at > 0');
  other.close();
  const migrate = `
    import { migrateFirst } from './server/migrate-first.ts';
    await migrateFirst(async (server) => void server.listen(0, '127.0.0.1'), { large: 0 });`;
  await expect(runProcess(migrate, dataDir)).rejects.toThrow(
    /already exists[^]*The database was not migrated/,
  );
});
