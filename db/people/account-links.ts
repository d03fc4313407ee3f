import { and, eq, gt, isNull, lt } from 'drizzle-orm';
import { randomToken, sha256 } from '#lib/security/crypto.ts';
import { db, type Runner, type Transaction } from '#db/engine/client.ts';
import { accountLinks, users, verifications } from '#db/tables/tables.ts';

const HOUR = 3_600_000;
/**
 * Lifetime in hours: a reset link by mail, and a link that is handed over, which may be used on the next day.
 */
export const LINK_HOURS = { mailed: 1, handed: 24 };

export type LinkKind = 'password' | 'email';

/**
 * Makes a link for one account; only its hash is stored. Earlier links stay valid: a request in another
 * person's name must not end theirs.
 */
export async function makeLink(
  {
    userId,
    kind,
    hours,
    email = null,
  }: { userId: string; kind: LinkKind; hours: number; email?: string | null },
  now: Date,
  runner: Runner = db(),
): Promise<string> {
  const token = randomToken();
  await runner.insert(accountLinks).values({
    tokenHash: sha256(token),
    userId,
    kind,
    email,
    expiresAt: new Date(now.getTime() + hours * HOUR),
    createdAt: now,
  });
  return token;
}

const isOpen = (token: string, kind: LinkKind, now: Date) =>
  and(
    eq(accountLinks.tokenHash, sha256(token)),
    eq(accountLinks.kind, kind),
    gt(accountLinks.expiresAt, now),
  );

/** The account of a link while the link is valid; undefined if the account is disabled. */
export async function findLink(token: string, kind: LinkKind, now: Date) {
  const [row] = await db()
    .select({ userId: users.id, name: users.name, email: users.email, newEmail: accountLinks.email })
    .from(accountLinks)
    .innerJoin(users, eq(users.id, accountLinks.userId))
    .where(and(isOpen(token, kind, now), isNull(users.disabledAt)));
  return row;
}

/** Uses up a link; false if it was used before or has expired. */
export async function takeLink(tx: Transaction, token: string, kind: LinkKind, now: Date): Promise<boolean> {
  const rows = await tx
    .delete(accountLinks)
    .where(isOpen(token, kind, now))
    .returning({ userId: accountLinks.userId });
  return rows.length > 0;
}

/** Ends all open links of an account, and its second steps that wait for a code after the old password. */
export async function endLinks(userId: string, runner: Runner = db()): Promise<void> {
  await runner.delete(accountLinks).where(eq(accountLinks.userId, userId));
  await runner.delete(verifications).where(eq(verifications.value, userId));
}

export async function forgetLinks(now: Date): Promise<number> {
  const rows = await db()
    .delete(accountLinks)
    .where(lt(accountLinks.expiresAt, now))
    .returning({ userId: accountLinks.userId });
  return rows.length;
}
