import { inArray, lt } from 'drizzle-orm';
import { db, preparedIn, valuesOf, type Transaction } from '#db/engine/client.ts';
import { inPortions } from '#db/engine/portions.ts';
import { usedTokens } from '#db/tables/tables.ts';

const useOnce = preparedIn((runner) =>
  runner
    .insert(usedTokens)
    .values(valuesOf(usedTokens, ['nonce', 'expiresAt']))
    .onConflictDoNothing()
    .returning({ nonce: usedTokens.nonce })
    .prepare(),
);

/** Uses up a form token in the transaction of its form; false if it was used before. */
export async function useToken(
  tx: Transaction,
  { nonce, expiresAt }: { nonce: string; expiresAt: Date },
): Promise<boolean> {
  const [used] = await useOnce(tx).execute({ nonce, expiresAt });
  return used !== undefined;
}

/** Deletes used tokens that have expired; a periodic task calls it. Returns how many. */
export async function forgetTokens(now: Date): Promise<number> {
  return inPortions('Deleting used tokens', async (limit) => {
    const expired = db()
      .select({ nonce: usedTokens.nonce })
      .from(usedTokens)
      .where(lt(usedTokens.expiresAt, now))
      .limit(limit);
    const rows = await db()
      .delete(usedTokens)
      .where(inArray(usedTokens.nonce, expired))
      .returning({ nonce: usedTokens.nonce });
    return rows.length;
  });
}
