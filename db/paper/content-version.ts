import { db, openDatabase } from '#db/engine/client.ts';
import { contentVersion } from '#db/tables/tables.ts';

/**
 * Cheap counter that some connection has committed since the last call; only then is the version worth
 * reading.
 */
export const commitCounter = (): number => openDatabase().commitCounter();

/** Raised by triggers on every change that a reader can see. */
export async function getContentVersion(): Promise<number> {
  const [row] = await db().select({ version: contentVersion.version }).from(contentVersion);
  return row?.version ?? 0;
}

/** The same, with the number that is raised when something changes that moves the next due time. */
export async function getVersions(): Promise<{ version: number; due: number }> {
  const [row] = await db()
    .select({ version: contentVersion.version, due: contentVersion.due })
    .from(contentVersion);
  return row ?? { version: 0, due: 0 };
}
