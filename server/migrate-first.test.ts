import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { env } from '#lib/env.ts';
import { runProcess } from '#lib/testing/process.ts';

/** Runs `migrateFirst` on a database that lacks the last migration, as a process does that starts. */
const start = (large: number) =>
  runProcess(
    `
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
