import { eq, or } from 'drizzle-orm';
import type { Transaction } from './client.ts';
import { newId } from './ids.ts';
import { redirects } from './tables.ts';

/**
 * An address that was public leads on to its new one, in the transaction that changed it. Addresses that led to the old one
 * lead straight to the new one; a way back to an address that is in use again ends.
 */
export async function leadOn(tx: Transaction, fromPath: string, toPath: string, userId: string | null, now: Date) {
  const [from, to] = [fromPath.normalize('NFC'), toPath.normalize('NFC')];
  if (from === to) return;
  await tx.delete(redirects).where(or(eq(redirects.fromPath, to), eq(redirects.fromPath, from)));
  await tx.update(redirects).set({ toPath: to }).where(eq(redirects.toPath, from));
  await tx.insert(redirects).values({ id: newId(), fromPath: from, toPath: to, isAutomatic: true, userId, createdAt: now });
}
