import { eq } from 'drizzle-orm';
import { db, type Runner } from '#db/engine/client.ts';
import { instanceState } from '#db/tables/tables.ts';

/**
 * What the house knows of itself: which keys the database was written with, when its clock was last right, up
 * to when good marks were counted.
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
