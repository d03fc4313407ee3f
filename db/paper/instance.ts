import { eq } from 'drizzle-orm';
import { db, type Runner } from '#db/engine/client.ts';
import { instanceState } from '#db/tables/tables.ts';

/**
 * State of the instance: the keys that the database was written with, the last time at which the clock was
 * right, and the time up to which appreciations are counted.
 */
type Known = { keys: Record<string, string>; clock: { seen: number }; appreciations: { counted: number } };

export async function getInstanceState<K extends keyof Known>(
  key: K,
  runner: Runner = db(),
): Promise<Known[K] | undefined> {
  const [row] = await runner
    .select({ value: instanceState.value })
    .from(instanceState)
    .where(eq(instanceState.key, key));
  return row?.value as Known[K] | undefined;
}

export async function setInstanceState<K extends keyof Known>(
  key: K,
  value: Known[K],
  runner: Runner = db(),
): Promise<void> {
  await runner
    .insert(instanceState)
    .values({ key, value })
    .onConflictDoUpdate({ target: instanceState.key, set: { value } });
}
