import { and, asc, count, eq, isNull, ne, sql } from 'drizzle-orm';
import { mustBeAble, type Person, type Role } from '#lib/people/can.ts';
import type { Locale } from '#lib/locales.ts';
import { writeAudit } from './audit-log.ts';
import { db, type Transaction } from '#db/engine/client.ts';
import { auditLog, passkeys, sessions, twoFactors, users, type User } from '#db/tables/tables.ts';

const countPasskeys = () =>
  db()
    .select({ userId: passkeys.userId, count: count().as('passkey_count') })
    .from(passkeys)
    .groupBy(passkeys.userId)
    .as('keys');
/** Read for each person from an index; grouped it would read the whole log. */
const signedInAt =
  sql<Date | null>`(select max(${auditLog.createdAt}) from ${auditLog} where ${auditLog.userId} = ${users.id} and ${auditLog.action} = 'staff.signedIn')`.mapWith(
    auditLog.createdAt,
  );

/** All accounts, including disabled ones, in the order of their creation. */
export async function listPeople() {
  const keys = countPasskeys();
  const rows = await db()
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      role: users.role,
      twoFactorEnabled: users.twoFactorEnabled,
      disabledAt: users.disabledAt,
      createdAt: users.createdAt,
      passkeys: keys.count,
      signedInAt,
    })
    .from(users)
    .leftJoin(keys, eq(keys.userId, users.id))
    .orderBy(asc(users.createdAt), asc(users.id));
  return rows.map(({ passkeys: keyCount, twoFactorEnabled, ...row }) => ({
    ...row,
    twoStepOn: twoFactorEnabled === true,
    passkeys: keyCount ?? 0,
  }));
}

export type StaffMember = Awaited<ReturnType<typeof listPeople>>[number];

/** The name of a colleague. */
export async function getColleague(id: string): Promise<{ name: string } | undefined> {
  const [found] = await db().select({ name: users.name }).from(users).where(eq(users.id, id));
  return found;
}

/** Names for a select list. */
export const listNames = () =>
  db().select({ id: users.id, name: users.name }).from(users).orderBy(asc(users.name));

/** Name, address and language of an account that is not disabled. */
export async function findMailbox(id: string): Promise<Pick<User, 'name' | 'email' | 'locale'> | undefined> {
  const [row] = await db()
    .select({ name: users.name, email: users.email, locale: users.locale })
    .from(users)
    .where(and(eq(users.id, id), isNull(users.disabledAt)));
  return row;
}

/** Sets the language of the newsroom for one person; a personal choice, so it is not logged. */
export async function chooseLanguage(userId: string, locale: Locale): Promise<void> {
  await db().update(users).set({ locale }).where(eq(users.id, userId));
}

export type PeopleFault = 'personGone' | 'lastAdmin' | 'notYourself';
export type PeopleResult = { person: User } | { fault: PeopleFault };

/** Whether there is another active administrator besides this person. */
async function hasOtherAdmin(tx: Transaction, id: string): Promise<boolean> {
  const [row] = await tx
    .select({ count: count() })
    .from(users)
    .where(and(eq(users.role, 'admin'), isNull(users.disabledAt), ne(users.id, id)));
  return row!.count > 0;
}

/** One act on a person: checks the permission, loads the person, runs the act. */
async function actOn(
  id: string,
  actor: Person | null,
  work: (tx: Transaction, person: User) => Promise<PeopleResult>,
): Promise<PeopleResult> {
  if (actor) mustBeAble(actor, 'manageUsers');
  return db().transaction(async (tx) => {
    const [person] = await tx.select().from(users).where(eq(users.id, id));
    return person ? work(tx, person) : { fault: 'personGone' };
  });
}

const endAllSessions = (tx: Transaction, userId: string) =>
  tx.delete(sessions).where(eq(sessions.userId, userId)).returning({ id: sessions.id });

/** Changes the role, from the person's next request on. The last administrator keeps the role. */
export const changeRole = (id: string, role: Role, actor: Person, now = new Date()) =>
  actOn(id, actor, async (tx, person) => {
    if (person.role === role) return { person };
    if (person.role === 'admin' && !(await hasOtherAdmin(tx, id))) return { fault: 'lastAdmin' };
    const [changed] = await tx
      .update(users)
      .set({ role, updatedAt: now })
      .where(eq(users.id, id))
      .returning();
    await writeAudit(
      {
        userId: actor.id,
        action: 'staff.roleChanged',
        subject: id,
        before: { role: person.role },
        after: { role },
      },
      now,
      tx,
    );
    return { person: changed! };
  });

/** Disables an account: all sessions end at once and no new one can start. Nobody can disable themselves. */
export const disablePerson = (id: string, actor: Person, now = new Date()) =>
  actOn(id, actor, async (tx, person) => {
    if (id === actor.id) return { fault: 'notYourself' };
    if (person.disabledAt) return { person };
    if (person.role === 'admin' && !(await hasOtherAdmin(tx, id))) return { fault: 'lastAdmin' };
    const [changed] = await tx
      .update(users)
      .set({ disabledAt: now, updatedAt: now })
      .where(eq(users.id, id))
      .returning();
    const ended = await endAllSessions(tx, id);
    const detail = { sessions: ended.length };
    await writeAudit(
      {
        userId: actor.id,
        action: 'staff.disabled',
        subject: id,
        detail,
        before: { disabledAt: null },
        after: { disabledAt: now.toISOString() },
      },
      now,
      tx,
    );
    return { person: changed! };
  });

export const enablePerson = (id: string, actor: Person, now = new Date()) =>
  actOn(id, actor, async (tx, person) => {
    if (!person.disabledAt) return { person };
    const [changed] = await tx
      .update(users)
      .set({ disabledAt: null, updatedAt: now })
      .where(eq(users.id, id))
      .returning();
    await writeAudit(
      {
        userId: actor.id,
        action: 'staff.enabled',
        subject: id,
        before: { disabledAt: person.disabledAt.toISOString() },
        after: { disabledAt: null },
      },
      now,
      tx,
    );
    return { person: changed! };
  });

/**
 * For a person who lost phone and codes: deletes authenticator and passkeys and ends all sessions, as someone
 * else may have the lost device. A person who needs two steps sets them up again at the next sign-in. `actor`
 * is null on the command line.
 */
export const resetTwoStep = (id: string, actor: Person | null, now = new Date()) =>
  actOn(id, actor, async (tx, person) => {
    if (id === actor?.id) return { fault: 'notYourself' };
    await tx.delete(twoFactors).where(eq(twoFactors.userId, id));
    const keys = await tx.delete(passkeys).where(eq(passkeys.userId, id)).returning({ id: passkeys.id });
    const [changed] = await tx
      .update(users)
      .set({ twoFactorEnabled: false, updatedAt: now })
      .where(eq(users.id, id))
      .returning();
    await endAllSessions(tx, id);
    const before = { twoStepOn: person.twoFactorEnabled === true, passkeys: keys.length };
    await writeAudit(
      {
        userId: actor?.id ?? null,
        action: 'twoStep.reset',
        subject: id,
        before,
        after: { twoStepOn: false, passkeys: 0 },
      },
      now,
      tx,
    );
    return { person: changed! };
  });

/** Ends all sessions of a person. */
export const endSessions = (id: string, actor: Person, now = new Date()) =>
  actOn(id, actor, async (tx, person) => {
    const ended = await endAllSessions(tx, id);
    await writeAudit(
      { userId: actor.id, action: 'staff.sessionsEnded', subject: id, detail: { sessions: ended.length } },
      now,
      tx,
    );
    return { person };
  });
