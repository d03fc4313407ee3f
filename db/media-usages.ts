import { and, eq } from 'drizzle-orm';
import type { Transaction } from './client.ts';
import type { UsedIn } from './schema-newsroom.ts';
import { mediaUsages } from './tables.ts';

/** Says anew which pictures one thing uses; in the transaction that changed it. What is used cannot be deleted. */
export async function setMediaUsages(tx: Transaction, usedIn: UsedIn, subjectId: string, mediaIds: (string | null | undefined)[]): Promise<void> {
  await tx.delete(mediaUsages).where(and(eq(mediaUsages.usedIn, usedIn), eq(mediaUsages.subjectId, subjectId)));
  const rows = [...new Set(mediaIds.filter((id) => id != null))].map((mediaId) => ({ mediaId, usedIn, subjectId }));
  if (rows.length > 0) await tx.insert(mediaUsages).values(rows);
}
