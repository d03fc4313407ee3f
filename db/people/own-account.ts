import { and, eq, ne } from 'drizzle-orm';
import { mustBeAble, type Person } from '#lib/people/can.ts';
import { encryptText } from '#lib/security/crypto.ts';
import { getKeys } from '#lib/security/keys.ts';
import { findPasswordFault, type PasswordFault } from '#lib/people/password-rules.ts';
import { endLinks, findLink, LINK_HOURS, makeLink, takeLink } from './account-links.ts';
import { hashPassword, isPassword, type Visitor } from './auth.ts';
import { writeAudit } from './audit-log.ts';
import { db, type Transaction } from '#db/engine/client.ts';
import { isUniqueViolation } from '#db/engine/errors.ts';
import { enqueueJob } from '#db/jobs/jobs.ts';
import { takeTry, forgiveTry } from './lockout.ts';
import { storePassword } from './reset-password.ts';
import { sessions, users } from '#db/tables/tables.ts';

/** The name and address of the administrator that a new instance creates. */
export const FIRST_ADMIN = { email: 'admin@midad.example', name: 'مدير الموقع' };

type Identity = { name: string; email: string };
type Change = { id: string; changes: Partial<Identity>; actorId: string };

/**
 * Changes a member's name and address. The log records that the address changed, without the addresses; the
 * old address gets a mail.
 */
async function writeIdentity(tx: Transaction, { id, changes, actorId }: Change, now: Date): Promise<boolean> {
  const [was] = await tx.select({ name: users.name, email: users.email }).from(users).where(eq(users.id, id));
  if (!was) return false;
  const { name = was.name, email = was.email } = changes;
  if (name !== was.name)
    await writeAudit(
      { userId: actorId, action: 'staff.renamed', subject: id, before: { name: was.name }, after: { name } },
      now,
      tx,
    );
  if (email !== was.email) {
    await writeAudit({ userId: actorId, action: 'staff.emailChanged', subject: id }, now, tx);
    await endLinks(id, tx);
    if (was.email !== FIRST_ADMIN.email)
      await enqueueJob(
        tx,
        'staffMail',
        { about: 'emailChanged', userId: id, oldAddress: encryptText(getKeys().emailCipher, was.email) },
        now,
      );
  }
  await tx.update(users).set({ name, email, updatedAt: now }).where(eq(users.id, id));
  return true;
}

const isTaken = async (email: string, id: string) =>
  (
    await db()
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.email, email), ne(users.id, id)))
  ).length > 0;

/** Runs a change that two requests may make at once: the unique index gives the address to one of them. */
async function unlessTaken<T>(work: () => Promise<T>): Promise<T | { fault: 'emailTaken' }> {
  try {
    return await work();
  } catch (error) {
    if (isUniqueViolation(error)) return { fault: 'emailTaken' };
    throw error;
  }
}

/** Changes one's own name. */
export const changeOwnName = (person: Person, name: string, now = new Date()) =>
  db().transaction((tx) => writeIdentity(tx, { id: person.id, changes: { name }, actorId: person.id }, now));

export type EmailFault = 'emailTaken' | 'emailSame' | 'passwordWrong' | 'locked';

/**
 * Changes one's own address, with the password. If the instance can send mail, a link confirms the new
 * address first; without mail it is changed at once.
 */
export async function changeOwnEmail(
  {
    person,
    email,
    password,
    visitor,
    byLink,
  }: {
    person: Person & { email: string };
    email: string;
    password: string;
    visitor: Visitor;
    byLink: boolean;
  },
  now = new Date(),
): Promise<{ token: string } | { done: true } | { fault: EmailFault }> {
  if (email === person.email) return { fault: 'emailSame' };
  const turn = await takeTry('password', `own ${person.id}`, person.id, visitor, now);
  if (!turn.open) return { fault: 'locked' };
  if (!(await isPassword(person.id, password))) return { fault: 'passwordWrong' };
  await forgiveTry(turn);
  if (await isTaken(email, person.id)) return { fault: 'emailTaken' };
  if (byLink)
    return {
      token: await makeLink({ userId: person.id, kind: 'email', hours: LINK_HOURS.handed, email }, now),
    };
  return unlessTaken(async () => {
    await db().transaction((tx) =>
      writeIdentity(tx, { id: person.id, changes: { email }, actorId: person.id }, now),
    );
    return { done: true as const };
  });
}

/** Confirms the link that was sent to a new address: it becomes the address of the account. */
export async function confirmEmail(
  token: string,
  now = new Date(),
): Promise<{ email: string } | { fault: 'linkGone' | 'emailTaken' }> {
  const link = await findLink(token, 'email', now);
  const email = link?.newEmail;
  if (!link || !email) return { fault: 'linkGone' };
  return unlessTaken(() =>
    db().transaction(async (tx) => {
      if (!(await takeLink(tx, token, 'email', now))) return { fault: 'linkGone' as const };
      await writeIdentity(tx, { id: link.userId, changes: { email }, actorId: link.userId }, now);
      return { email };
    }),
  );
}

/** An administrator changes a member's name or address; their own address needs their password. */
export async function changeMember(
  id: string,
  identity: Identity,
  actor: Person,
  now = new Date(),
): Promise<{ person: Identity } | { fault: 'personGone' | 'notYourself' | 'emailTaken' }> {
  mustBeAble(actor, 'manageUsers');
  if (id === actor.id) return { fault: 'notYourself' };
  if (await isTaken(identity.email, id)) return { fault: 'emailTaken' };
  return unlessTaken(async () => {
    const isThere = await db().transaction((tx) =>
      writeIdentity(tx, { id, changes: identity, actorId: actor.id }, now),
    );
    return isThere ? { person: identity } : { fault: 'personGone' as const };
  });
}

export type SettleFault = PasswordFault | 'passwordPrinted' | 'emailTaken' | 'emailPrinted' | 'settled';

/**
 * Turns the generated first administrator into a real account: own name and address, and a password that was
 * not printed.
 */
export async function settle(
  person: Person,
  identity: Identity & { password: string },
  sessionId: string,
  now = new Date(),
): Promise<{ done: true } | { fault: SettleFault }> {
  const { name, email, password } = identity;
  if (email === FIRST_ADMIN.email) return { fault: 'emailPrinted' };
  const fault = findPasswordFault(password, { name, email });
  if (fault) return { fault };
  if (await isPassword(person.id, password)) return { fault: 'passwordPrinted' };
  if (await isTaken(email, person.id)) return { fault: 'emailTaken' };
  const hash = await hashPassword(password);
  return unlessTaken(() =>
    db().transaction(async (tx) => {
      const [due] = await tx
        .update(users)
        .set({ mustSettle: false })
        .where(and(eq(users.id, person.id), eq(users.mustSettle, true)))
        .returning({ id: users.id });
      if (!due) return { fault: 'settled' as const };
      await writeIdentity(tx, { id: person.id, changes: { name, email }, actorId: person.id }, now);
      await storePassword(tx, person.id, hash, now);
      await tx.delete(sessions).where(and(eq(sessions.userId, person.id), ne(sessions.id, sessionId)));
      await endLinks(person.id, tx);
      await writeAudit({ userId: person.id, action: 'staff.settled', subject: person.id }, now, tx);
      return { done: true as const };
    }),
  );
}
