import { and, count, desc, eq, gt, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { mustBeAble, ROLES, type Person, type Role } from '#lib/people/can.ts';
import { randomToken, sha256 } from '#lib/security/crypto.ts';
import { DEFAULT_LOCALE, type Locale } from '#lib/locales.ts';
import { findPasswordFault, type PasswordFault } from '#lib/people/password-rules.ts';
import { memberEmail, personName } from '#lib/people/person-name.ts';
import { readablePassword } from '#lib/people/readable-code.ts';
import { hashPassword } from './auth.ts';
import { writeAudit } from './audit-log.ts';
import { db, type Transaction } from '#db/engine/client.ts';
import { isUniqueViolation } from '#db/engine/errors.ts';
import { newId } from '#db/engine/ids.ts';
import { FIRST_ADMIN } from './own-account.ts';
import { accounts, invitations, users, type User } from '#db/tables/tables.ts';

const INVITATION_DAYS = 7;

export const invitationSchema = z.object({
  email: memberEmail,
  name: personName,
  role: z.enum(ROLES),
});
export type InvitationInput = z.input<typeof invitationSchema>;
type Member = z.output<typeof invitationSchema>;

const expiry = (now: Date) => new Date(now.getTime() + INVITATION_DAYS * 86_400_000);

/** Open invitations, the newest first; expired ones are included, so that they can be renewed. */
export const listInvitations = () =>
  db()
    .select({
      id: invitations.id,
      name: invitations.name,
      email: invitations.email,
      role: invitations.role,
      expiresAt: invitations.expiresAt,
      createdAt: invitations.createdAt,
    })
    .from(invitations)
    .where(isNull(invitations.acceptedAt))
    .orderBy(desc(invitations.createdAt));

export type OpenInvitation = Awaited<ReturnType<typeof listInvitations>>[number];

/**
 * Makes a link for one named person; only its hash is stored. It replaces an earlier link for the same
 * address. Null if the address has an account.
 */
export async function inviteStaff(
  input: InvitationInput,
  actor: Person | null,
  now = new Date(),
): Promise<{ token: string } | null> {
  if (actor) mustBeAble(actor, 'manageUsers');
  const { email, name, role } = invitationSchema.parse(input);
  const token = randomToken();
  return db().transaction(async (tx) => {
    const [known] = await tx.select({ id: users.id }).from(users).where(eq(users.email, email));
    if (known) return null;
    await tx.delete(invitations).where(and(eq(invitations.email, email), isNull(invitations.acceptedAt)));
    const id = newId();
    await tx
      .insert(invitations)
      .values({ id, tokenHash: sha256(token), email, name, role, expiresAt: expiry(now), createdAt: now });
    await writeAudit(
      { userId: actor?.id ?? null, action: 'staff.invited', subject: id, detail: { name, role } },
      now,
      tx,
    );
    return { token };
  });
}

/**
 * Makes a new link for seven more days; the old one ends. Undefined if the invitation was accepted or revoked
 * before.
 */
export async function renewInvitation(
  id: string,
  actor: Person,
  now = new Date(),
): Promise<{ token: string; email: string; name: string; role: Role } | undefined> {
  mustBeAble(actor, 'manageUsers');
  const token = randomToken();
  return db().transaction(async (tx) => {
    const [renewed] = await tx
      .update(invitations)
      .set({ tokenHash: sha256(token), expiresAt: expiry(now) })
      .where(and(eq(invitations.id, id), isNull(invitations.acceptedAt)))
      .returning({ email: invitations.email, name: invitations.name, role: invitations.role });
    if (!renewed) return undefined;
    await writeAudit(
      {
        userId: actor.id,
        action: 'staff.invitationRenewed',
        subject: id,
        detail: { name: renewed.name, role: renewed.role },
      },
      now,
      tx,
    );
    return { token, ...renewed };
  });
}

/** Revokes an invitation; its link stops working. */
export async function revokeInvitation(
  id: string,
  actor: Person,
  now = new Date(),
): Promise<{ name: string } | undefined> {
  mustBeAble(actor, 'manageUsers');
  return db().transaction(async (tx) => {
    const [gone] = await tx
      .delete(invitations)
      .where(and(eq(invitations.id, id), isNull(invitations.acceptedAt)))
      .returning({ name: invitations.name, role: invitations.role });
    if (gone)
      await writeAudit(
        { userId: actor.id, action: 'staff.invitationRevoked', subject: id, detail: gone },
        now,
        tx,
      );
    return gone;
  });
}

const isOpen = (token: string, now: Date) =>
  and(
    eq(invitations.tokenHash, sha256(token)),
    isNull(invitations.acceptedAt),
    gt(invitations.expiresAt, now),
  );

/** An invitation that can still be accepted. */
export async function getInvitation(token: string, now = new Date()) {
  const [row] = await db()
    .select({ email: invitations.email, name: invitations.name, role: invitations.role })
    .from(invitations)
    .where(isOpen(token, now));
  return row;
}

/** Adds the user and the password hash, in the rows of better-auth. */
async function addMember(
  tx: Transaction,
  { email, name, role, locale }: Member & { locale: Locale },
  passwordHash: string,
  now: Date,
): Promise<User> {
  const id = newId();
  const stamps = { createdAt: now, updatedAt: now };
  const [user] = await tx
    .insert(users)
    .values({ id, email, name, role, locale, emailVerified: true, twoFactorEnabled: false, ...stamps })
    .returning();
  await tx.insert(accounts).values({
    id: newId(),
    userId: id,
    accountId: id,
    providerId: 'credential',
    password: passwordHash,
    ...stamps,
  });
  return user!;
}

export type AcceptResult = { user: User } | { fault: PasswordFault | 'invitationGone' };

/** Accepts an invitation, once: a second or late request finds it gone. */
export async function acceptInvitation(
  token: string,
  password: string,
  locale: Locale = DEFAULT_LOCALE,
  now = new Date(),
): Promise<AcceptResult> {
  const invitation = await getInvitation(token, now);
  if (!invitation) return { fault: 'invitationGone' };
  const fault = findPasswordFault(password, invitation);
  if (fault) return { fault };
  const passwordHash = await hashPassword(password); // slow on purpose: never inside the transaction
  try {
    return await db().transaction(async (tx) => {
      const [taken] = await tx
        .update(invitations)
        .set({ acceptedAt: now })
        .where(isOpen(token, now))
        .returning();
      if (!taken) return { fault: 'invitationGone' };
      const user = await addMember(tx, { ...taken, locale }, passwordHash, now);
      await writeAudit(
        { userId: user.id, action: 'staff.joined', subject: taken.id, detail: { role: taken.role } },
        now,
        tx,
      );
      return { user };
    });
  } catch (error) {
    if (isUniqueViolation(error)) return { fault: 'invitationGone' };
    throw error;
  }
}

/**
 * Creates the first account if there is none. The password is stored nowhere else: the caller prints it once.
 */
export async function createFirstAdmin(
  now = new Date(),
): Promise<{ email: string; password: string } | null> {
  const [people] = await db().select({ count: count() }).from(users);
  if (people!.count > 0) return null;
  const member: Member = { ...FIRST_ADMIN, role: 'admin' };
  const password = readablePassword();
  const passwordHash = await hashPassword(password);
  return db().transaction(async (tx) => {
    const [again] = await tx.select({ count: count() }).from(users);
    if (again!.count > 0) return null;
    const user = await addMember(tx, { ...member, locale: DEFAULT_LOCALE }, passwordHash, now);
    await tx.update(users).set({ mustSettle: true }).where(eq(users.id, user.id));
    await writeAudit({ userId: user.id, action: 'staff.firstAdmin', subject: user.id }, now, tx);
    return { email: member.email, password };
  });
}
