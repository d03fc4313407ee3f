import { symmetricDecrypt } from 'better-auth/crypto';
import { and, count, eq, isNull, lt, or } from 'drizzle-orm';
import { base32 } from '#lib/people/otp-uri.ts';
import { findStep } from '#lib/people/totp.ts';
import { askAuth, auth, type AuthAnswer, type Visitor } from './auth.ts';
import { writeAudit } from './audit-log.ts';
import { db } from '#db/engine/client.ts';
import { forgiveTry, takeTry } from './lockout.ts';
import { auditLog, passkeys, twoFactors } from '#db/tables/tables.ts';

/**
 * How long the first administrator, who sets up the site first, can do without two steps. All others set them
 * up at their first sign-in.
 */
const GRACE_MS = 7 * 86_400_000;

export async function hasPasskey(userId: string): Promise<boolean> {
  const [row] = await db().select({ count: count() }).from(passkeys).where(eq(passkeys.userId, userId));
  return row!.count > 0;
}

/**
 * For a person who needs two steps and has no authenticator: the time from which the newsroom requires them.
 * Undefined with a passkey.
 */
export async function getTwoStepDue(userId: string): Promise<Date | undefined> {
  if (await hasPasskey(userId)) return undefined;
  const [first] = await db()
    .select({ at: auditLog.createdAt })
    .from(auditLog)
    .where(and(eq(auditLog.subject, userId), eq(auditLog.action, 'staff.firstAdmin')));
  return first ? new Date(first.at.getTime() + GRACE_MS) : new Date(0);
}

export type TwoStep = { state: 'off' | 'on' } | { state: 'pending'; secret: string };

async function readSecret(sealed: string): Promise<string> {
  const { secretConfig } = await auth().$context;
  return symmetricDecrypt({ key: secretConfig, data: sealed });
}

/**
 * Claims a code of an authenticator, once: no code of its step or of an earlier step is accepted again (RFC
 * 6238 §5.2). A single statement decides, so that of two processes with the same code one gets it.
 * Better-auth verifies the code afterwards.
 */
export async function claimCode(
  userId: string,
  code: string,
  now: Date,
): Promise<'claimed' | 'used' | 'wrong'> {
  const [row] = await db()
    .select({ secret: twoFactors.secret })
    .from(twoFactors)
    .where(eq(twoFactors.userId, userId));
  const step = row && findStep(await readSecret(row.secret), code, now);
  if (step === undefined) return 'wrong';
  const isNew = or(isNull(twoFactors.lastStep), lt(twoFactors.lastStep, step));
  const [claimed] = await db()
    .update(twoFactors)
    .set({ lastStep: step })
    .where(and(eq(twoFactors.userId, userId), isNew))
    .returning({ id: twoFactors.id });
  return claimed ? 'claimed' : 'used';
}

/** Whether the user has a second step; during the setup also the secret for the authenticator. */
export async function getTwoStep(userId: string): Promise<TwoStep> {
  const [row] = await db().select().from(twoFactors).where(eq(twoFactors.userId, userId));
  if (!row) return { state: 'off' };
  if (row.verified) return { state: 'on' };
  return { state: 'pending', secret: base32(Buffer.from(await readSecret(row.secret), 'utf8')) };
}

export type TwoStepFault = 'passwordWrong' | 'codeWrong' | 'codeUsed' | 'locked';
export type TwoStepResult = { fault: TwoStepFault } | { setCookies: string[]; backupCodes?: string[] };

/**
 * Calls better-auth with the user's own password and counts the tries, so that a stolen session cannot be
 * used to guess it.
 */
export async function askWithPassword(
  userId: string,
  path: string,
  body: Record<string, unknown>,
  visitor: Visitor,
): Promise<AuthAnswer | { fault: 'passwordWrong' | 'locked' }> {
  const turn = await takeTry('password', `own ${userId}`, userId, visitor);
  if (!turn.open) return { fault: 'locked' };
  const answer = await askAuth(path, body, visitor);
  if (answer.status === 429) return { fault: 'locked' };
  if (answer.status !== 200) return { fault: 'passwordWrong' };
  await forgiveTry(turn);
  return answer;
}

/** Makes a secret; sign-in does not require it before a code was confirmed. */
export async function beginTwoStep(
  userId: string,
  password: string,
  visitor: Visitor,
): Promise<TwoStepResult> {
  const answer = await askWithPassword(userId, '/two-factor/enable', { password }, visitor);
  if ('fault' in answer) return answer;
  // better-auth keeps the row of an abandoned setup. The secret is new, so no code of it has been used yet.
  await db()
    .update(twoFactors)
    .set({ lastStep: null })
    .where(and(eq(twoFactors.userId, userId), eq(twoFactors.verified, false)));
  return { setCookies: answer.setCookies };
}

/** Turns the second step on; returns the backup codes, which are shown only this once. */
export async function confirmTwoStep(
  userId: string,
  code: string,
  visitor: Visitor,
  now = new Date(),
): Promise<TwoStepResult> {
  const turn = await takeTry('code', userId, userId, visitor, now);
  if (!turn.open) return { fault: 'locked' };
  // Once it is on, a session and a code are not enough to read the backup codes again.
  if ((await getTwoStep(userId)).state !== 'pending') return { fault: 'codeWrong' };
  const claim = await claimCode(userId, code, now);
  if (claim !== 'claimed') return { fault: claim === 'used' ? 'codeUsed' : 'codeWrong' };
  const answer = await askAuth('/two-factor/verify-totp', { code }, visitor);
  if (answer.status !== 200) return { fault: answer.status === 429 ? 'locked' : 'codeWrong' };
  await forgiveTry(turn);
  const { backupCodes } = await auth().api.viewBackupCodes({ body: { userId } });
  await writeAudit({ userId, action: 'twoStep.on', subject: userId }, now);
  return { setCookies: answer.setCookies, backupCodes };
}

/** Cancels the setup; an active second step stays. */
export async function cancelTwoStep(userId: string): Promise<void> {
  await db()
    .delete(twoFactors)
    .where(and(eq(twoFactors.userId, userId), eq(twoFactors.verified, false)));
}

export async function disableTwoStep(
  userId: string,
  password: string,
  visitor: Visitor,
): Promise<TwoStepResult> {
  const answer = await askWithPassword(userId, '/two-factor/disable', { password }, visitor);
  if ('fault' in answer) return answer;
  await writeAudit({ userId, action: 'twoStep.off', subject: userId }, new Date());
  return { setCookies: answer.setCookies };
}

/** Makes new backup codes; the old ones become invalid. */
export async function renewBackupCodes(
  userId: string,
  password: string,
  visitor: Visitor,
): Promise<TwoStepResult> {
  const answer = await askWithPassword(userId, '/two-factor/generate-backup-codes', { password }, visitor);
  if ('fault' in answer) return answer;
  await writeAudit({ userId, action: 'twoStep.codesRenewed', subject: userId }, new Date());
  return { setCookies: answer.setCookies, backupCodes: answer.data.backupCodes as string[] };
}
