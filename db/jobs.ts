import type { Transaction } from './client.ts';
import { newId } from './ids.ts';
import { jobs } from './tables.ts';

/** What can be asked of the ticker after a commit. Payloads hold ids, never an address. */
export type JobKind = 'notice' | 'webhook';

/** Leaves work to be done once this transaction has committed. */
export async function enqueueJob(tx: Transaction, kind: JobKind, payload: Record<string, unknown>, now: Date): Promise<void> {
  await tx.insert(jobs).values({ id: newId(), kind, payload, runAt: now, attempts: 0, createdAt: now });
}
