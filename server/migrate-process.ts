import { isMainThread, Worker } from 'node:worker_threads';

/**
 * Migrates a large database, so that its parent can answer requests meanwhile (server/migrate-first.ts).
 * SQLite blocks the thread that migrates. The main thread ends the process if the parent was killed: the next
 * start would wait for this migration, and copy the database beside its copy.
 */
if (isMainThread) {
  // `process.exit` would wait for the thread. SQLite rolls the migration back.
  process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  new Worker(new URL(import.meta.url)).once('exit', (code) => process.exit(code));
} else {
  const { engine } = await import('#db/engine/engine.ts');
  const { Refusal } = await import('#lib/refusal.ts');
  try {
    engine.migrate();
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error);
    process.exitCode = 1;
  }
}
