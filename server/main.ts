import { guardOutput } from '#lib/log.ts';
import { Refusal } from '#lib/refusal.ts';

guardOutput();

try {
  // Only now: the settings of the environment are read as it is loaded, and a wrong one is a refusal like
  // others.
  const { openInstance } = await import('./open-instance.ts');
  await openInstance();
} catch (error) {
  // What the machine refuses (a port in use) is said in a line; what is a bug says where it is.
  const isRefused = error instanceof Refusal || (error instanceof Error && 'syscall' in error);
  console.error('Midad could not start:', isRefused ? error.message : error);
  // Not left to Node: Next listens to faults that nobody caught, and would let a house live on that no one
  // can reach.
  process.exit(1);
}
