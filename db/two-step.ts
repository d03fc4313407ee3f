import { symmetricDecrypt } from 'better-auth/crypto';
import { and, count, eq } from 'drizzle-orm';
import { base32 } from '#lib/otp-uri.ts';
import { askAuth, auth, type AuthAnswer, type Visitor } from './auth.ts';
import { writeAudit } from './audit-log.ts';
import { db } from './client.ts';
import { auditLog, passkeys, twoFactors } from './tables.ts';

/** How long the very first administrator, who has a house to look at first, may do without. Everybody else sets it up on coming in. */
const GRACE_MS = 7 * 86_400_000;

export async function hasPasskey(userId: string): Promise<boolean> {
  const [row] = await db().select({ count: count() }).from(passkeys).where(eq(passkeys.userId, userId));
  return row!.count > 0;
}

/** For somebody who needs two steps and has no authenticator: from when on nothing else is open to them; undefined when a passkey does. */
export async function getTwoStepDue(userId: string): Promise<Date | undefined> {
  if (await hasPasskey(userId)) return undefined;
  const [first] = await db().select({ at: auditLog.createdAt }).from(auditLog).where(and(eq(auditLog.subject, userId), eq(auditLog.action, 'staff.firstAdmin')));
  return first ? new Date(first.at.getTime() + GRACE_MS) : new Date(0);
}

export type TwoStep = { state: 'off' | 'on' } | { state: 'pending'; secret: string };

/** Whether somebody signs in with a second step; while they set it up, the secret to put into the authenticator. */
export async function getTwoStep(userId: string): Promise<TwoStep> {
  const [row] = await db().select().from(twoFactors).where(eq(twoFactors.userId, userId));
  if (!row) return { state: 'off' };
  if (row.verified) return { state: 'on' };
  const { secretConfig } = await auth().$context;
  const secret = await symmetricDecrypt({ key: secretConfig, data: row.secret });
  return { state: 'pending', secret: base32(Buffer.from(secret, 'utf8')) };
}

export type TwoStepFault = 'passwordWrong' | 'codeWrong' | 'locked';
export type TwoStepResult = { fault: TwoStepFault } | { setCookies: string[]; backupCodes?: string[] };

const faultOf = (answer: AuthAnswer, wrong: TwoStepFault): { fault: TwoStepFault } => ({ fault: answer.status === 429 ? 'locked' : wrong });

/** Makes a secret; nothing is asked at sign-in before a code made with it was confirmed. */
export async function beginTwoStep(password: string, visitor: Visitor): Promise<TwoStepResult> {
  const answer = await askAuth('/two-factor/enable', { password }, visitor);
  return answer.status === 200 ? { setCookies: answer.setCookies } : faultOf(answer, 'passwordWrong');
}

/** Turns the second step on; answers with the backup codes, which are shown this once. */
export async function confirmTwoStep(userId: string, code: string, visitor: Visitor): Promise<TwoStepResult> {
  const answer = await askAuth('/two-factor/verify-totp', { code }, visitor);
  if (answer.status !== 200) return faultOf(answer, 'codeWrong');
  const { backupCodes } = await auth().api.viewBackupCodes({ body: { userId } });
  await writeAudit({ userId, action: 'twoStep.on', subject: userId }, new Date());
  return { setCookies: answer.setCookies, backupCodes };
}

/** Leaves the setting up; a second step that is on stays on. */
export async function cancelTwoStep(userId: string): Promise<void> {
  await db().delete(twoFactors).where(and(eq(twoFactors.userId, userId), eq(twoFactors.verified, false)));
}

export async function disableTwoStep(userId: string, password: string, visitor: Visitor): Promise<TwoStepResult> {
  const answer = await askAuth('/two-factor/disable', { password }, visitor);
  if (answer.status !== 200) return faultOf(answer, 'passwordWrong');
  await writeAudit({ userId, action: 'twoStep.off', subject: userId }, new Date());
  return { setCookies: answer.setCookies };
}

/** New backup codes; the old ones end. */
export async function renewBackupCodes(userId: string, password: string, visitor: Visitor): Promise<TwoStepResult> {
  const answer = await askAuth('/two-factor/generate-backup-codes', { password }, visitor);
  if (answer.status !== 200) return faultOf(answer, 'passwordWrong');
  await writeAudit({ userId, action: 'twoStep.codesRenewed', subject: userId }, new Date());
  return { setCookies: answer.setCookies, backupCodes: answer.data.backupCodes as string[] };
}
