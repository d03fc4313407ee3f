import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { engine } from '#db/engine/engine.ts';
import { Refusal } from '#lib/refusal.ts';
import { createWaitingServer } from './come-back.ts';
import { onStop } from './on-stop.ts';

/** A smaller database is migrated in a few seconds, in which the port stays closed. */
const LARGE = 500_000_000;

/**
 * Migrates the database before anything reads it. A large one takes minutes, in which readers get a page that
 * asks them to come back (docs/decisions/024): the work runs in another process, because it is synchronous.
 */
export async function migrateFirst(
  listen: (server: Server) => Promise<void>,
  { large = LARGE } = {},
): Promise<void> {
  const { count, bytes } = engine.pending();
  if (count === 0 || bytes < large) return void engine.migrate();
  const server = createWaitingServer();
  await listen(server);
  try {
    await migrateAside();
  } finally {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }
}

async function migrateAside() {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'migrate-process.ts')], {
    // The channel closes when this process ends in any way; then the other one ends too.
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let isRunning = true;
  onStop(() => {
    // SQLite takes an unfinished migration back when the file is opened again.
    if (isRunning && child.kill()) process.exit(0);
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  isRunning = false;
  if (code !== 0) throw new Refusal('The database was not migrated, and it is unchanged.');
}
