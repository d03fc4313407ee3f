import { readdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';

const KEPT_MS = 30 * 86_400_000;

/**
 * Deletes mails that have been in the outbox for thirty days, because they contain readers' addresses.
 * Returns the number of deleted mails.
 */
export async function pruneOutbox(folder: string, now: Date): Promise<number> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => /\.eml(?:\.part)?$/.test(name));
  let pruned = 0;
  for (const name of names) {
    const file = join(folder, name);
    const kept = await stat(file).catch(() => undefined); // another process may have deleted it
    if (!kept || now.getTime() - kept.mtimeMs <= KEPT_MS) continue;
    await unlink(file).catch(() => undefined);
    pruned += 1;
  }
  return pruned;
}
