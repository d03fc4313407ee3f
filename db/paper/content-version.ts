import { db, openDatabase } from '#db/engine/client.ts';
import { contentVersion } from '#db/tables/tables.ts';

/**
 * A counter that is cheap to read and changes when any connection commits. The version needs to be read again
 * only then.
 */
export const commitCounter = (): number => openDatabase().commitCounter();

/** Raised by triggers on every change that a reader can see. */
export async function getContentVersion(): Promise<number> {
  const [row] = await db().select({ version: contentVersion.version }).from(contentVersion);
  return row?.version ?? 0;
}

/**
 * The version together with the due counter, which is raised by each change that may move the next due time.
 */
export async function getVersions(): Promise<{ version: number; due: number }> {
  const [row] = await db()
    .select({ version: contentVersion.version, due: contentVersion.due })
    .from(contentVersion);
  return row ?? { version: 0, due: 0 };
}
