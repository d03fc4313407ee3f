import { and, eq } from 'drizzle-orm';
import { mustBeAble, type Person } from '#lib/people/can.ts';
import { findPasswordFault, type PasswordFault } from '#lib/people/password-rules.ts';
import { endLinks, findLink, LINK_HOURS, makeLink, takeLink } from './account-links.ts';
import { hashPassword, type Visitor } from './auth.ts';
import { writeAudit } from './audit-log.ts';
import { db, type Transaction } from '#db/engine/client.ts';
import { enqueueJob } from '#db/jobs/jobs.ts';
import { newId } from '#db/engine/ids.ts';
import { markBrowser } from './known-browser.ts';
import { takeTry } from './lockout.ts';
import { accounts, sessions, users } from '#db/tables/tables.ts';

/**
 * Handles a forgotten password. Nothing shows whether the address has an account: the work and the response
 * are the same, and a job makes the link and sends the mail later. Beyond the limit of an account no mail is
 * sent, but its earlier links still work.
 */
export async function askForReset(
  email: string,
  visitor: Visitor,
  now = new Date(),
): Promise<{ outcome: 'asked' } | { outcome: 'locked'; retryAfter: number }> {
  const [user] = await db()
    .select({ id: users.id, disabledAt: users.disabledAt })
    .from(users)
    .where(eq(users.email, email));
  const turn = await takeTry('reset', email, user?.id, visitor, now);
  if (!turn.open && turn.by === 'network') return { outcome: 'locked', retryAfter: turn.retryAfter };
  const userId = turn.open && user && !user.disabledAt ? user.id : null;
  await db().transaction(async (tx) => {
    await enqueueJob(tx, 'staffMail', { about: 'reset', userId }, now);
    if (userId) await writeAudit({ userId: null, action: 'staff.resetAsked', subject: userId }, now, tx);
  });
  return { outcome: 'asked' };
}

export type ResetFault = 'personGone' | 'notYourself' | 'disabled';

/** Makes a link to hand over to a member who can't sign in; `actor` is null on the command line. */
export async function makeResetLink(
  id: string,
  actor: Person | null,
  now = new Date(),
): Promise<{ token: string; name: string } | { fault: ResetFault }> {
  if (actor) mustBeAble(actor, 'manageUsers');
  if (actor?.id === id) return { fault: 'notYourself' };
  return db().transaction(async (tx) => {
    const [user] = await tx
      .select({ name: users.name, disabledAt: users.disabledAt })
      .from(users)
      .where(eq(users.id, id));
    if (!user) return { fault: 'personGone' };
    if (user.disabledAt) return { fault: 'disabled' };
    const token = await makeLink({ userId: id, kind: 'password', hours: LINK_HOURS.handed }, now, tx);
    await writeAudit({ userId: actor?.id ?? null, action: 'staff.resetLinkMade', subject: id }, now, tx);
    return { token, name: user.name };
  });
}

/** Stores a password hash of better-auth, also for a user who never had one. */
export async function storePassword(
  tx: Transaction,
  userId: string,
  password: string,
  now: Date,
): Promise<void> {
  const own = and(eq(accounts.userId, userId), eq(accounts.providerId, 'credential'));
  const changed = await tx
    .update(accounts)
    .set({ password, updatedAt: now })
    .where(own)
    .returning({ id: accounts.id });
  if (changed.length > 0) return;
  await tx.insert(accounts).values({
    id: newId(),
    userId,
    accountId: userId,
    providerId: 'credential',
    password,
    createdAt: now,
    updatedAt: now,
  });
}

export type ResetResult = { setCookies: string[] } | { fault: PasswordFault | 'linkGone' };

/**
 * Uses up a link: sets the new password, and ends all sessions and other links. It does not sign in: the next
 * sign-in still needs the second step. The browser becomes known, so that guesses from elsewhere can't make
 * its owner wait.
 */
export async function resetPassword(
  token: string,
  password: string,
  visitor: Visitor,
  now = new Date(),
): Promise<ResetResult> {
  const owner = await findLink(token, 'password', now);
  if (!owner) return { fault: 'linkGone' };
  const fault = findPasswordFault(password, owner);
  if (fault) return { fault };
  const hash = await hashPassword(password); // slow on purpose: never inside the transaction
  return db().transaction(async (tx) => {
    if (!(await takeLink(tx, token, 'password', now))) return { fault: 'linkGone' };
    await storePassword(tx, owner.userId, hash, now);
    await tx.delete(sessions).where(eq(sessions.userId, owner.userId));
    await endLinks(owner.userId, tx);
    await writeAudit({ userId: owner.userId, action: 'staff.passwordReset', subject: owner.userId }, now, tx);
    await enqueueJob(tx, 'staffMail', { about: 'passwordChanged', userId: owner.userId }, now);
    return { setCookies: [markBrowser(visitor.cookie, owner.userId)] };
  });
}
