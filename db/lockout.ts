import { and, eq, lte, sql } from 'drizzle-orm';
import { keyedHash } from '#lib/crypto.ts';
import { getKeys } from '#lib/keys.ts';
import { db } from './client.ts';
import { newId } from './ids.ts';
import { rateLimits } from './tables.ts';

/*
 * better-auth counts sign-ins by network address; this counts them by account, so that guesses from many networks end too.
 * An address that nobody has is counted just the same: the answer says nothing about who works here.
 */
const MAX_TRIES = 10;
const WINDOW_MS = 15 * 60_000;

const keyOf = (email: string) => `account|${keyedHash(getKeys().auth, email.trim().toLowerCase())}`;

/** Counts a try before the password is looked at. False when the account is locked for now; being locked prolongs nothing. */
export async function takeTry(email: string, now = new Date()): Promise<boolean> {
  const key = keyOf(email);
  const at = now.getTime();
  return db().transaction(async (tx) => {
    await tx.delete(rateLimits).where(and(eq(rateLimits.key, key), lte(rateLimits.lastRequest, at - WINDOW_MS)));
    const [row] = await tx.select({ count: rateLimits.count }).from(rateLimits).where(eq(rateLimits.key, key));
    if (row && row.count >= MAX_TRIES) return false;
    if (row) await tx.update(rateLimits).set({ count: sql`${rateLimits.count} + 1`, lastRequest: at }).where(eq(rateLimits.key, key));
    else await tx.insert(rateLimits).values({ id: newId(), key, count: 1, lastRequest: at });
    return true;
  });
}

/** After the right password the count begins anew. */
export async function forgetTries(email: string): Promise<void> {
  await db().delete(rateLimits).where(eq(rateLimits.key, keyOf(email)));
}
