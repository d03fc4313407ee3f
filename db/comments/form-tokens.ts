import { lt } from 'drizzle-orm';
import { db, type Transaction } from '#db/engine/client.ts';
import { usedTokens } from '#db/tables/tables.ts';

/** Uses up a form token in the transaction of its form; false if it was used before. */
export async function useToken(
  tx: Transaction,
  { nonce, expiresAt }: { nonce: string; expiresAt: Date },
): Promise<boolean> {
  const [used] = await tx
    .insert(usedTokens)
    .values({ nonce, expiresAt })
    .onConflictDoNothing()
    .returning({ nonce: usedTokens.nonce });
  return used !== undefined;
}

/** Deletes used tokens that have expired; a periodic task calls it. Returns how many. */
export async function forgetTokens(now: Date): Promise<number> {
  const rows = await db()
    .delete(usedTokens)
    .where(lt(usedTokens.expiresAt, now))
    .returning({ nonce: usedTokens.nonce });
  return rows.length;
}
