import { engine } from '#db/engine/engine.ts';
import { Refusal } from '#lib/refusal.ts';

// Migrates a large database, so that its parent can answer requests meanwhile (server/migrate-first.ts).
try {
  engine.migrate();
} catch (error) {
  console.error(error instanceof Refusal ? error.message : error);
  process.exitCode = 1;
}
