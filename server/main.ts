import { guardOutput } from '#lib/log.ts';
import { Refusal } from '#lib/refusal.ts';

guardOutput();

try {
  // Imported inside the try block: the environment is read at load, and an invalid setting is reported like
  // other refusals.
  const { openInstance } = await import('./open-instance.ts');
  await openInstance();
} catch (error) {
  // An error of the operating system (a port in use) is logged in one line; a bug is logged with its stack.
  const isRefused = error instanceof Refusal || (error instanceof Error && 'syscall' in error);
  console.error('Midad could not start:', isRefused ? error.message : error);
  // Exits explicitly: Next listens for uncaught errors and would keep alive a process that no one can reach.
  process.exit(1);
}
