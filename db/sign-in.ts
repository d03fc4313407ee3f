import { eq } from 'drizzle-orm';
import { needsTwoSteps, type Role } from '#lib/can.ts';
import { writeAudit } from './audit-log.ts';
import { askAuth, type AuthAnswer, type Visitor } from './auth.ts';
import { db } from './client.ts';
import { forgetTries, takeTry } from './lockout.ts';
import { sessions } from './tables.ts';
import { hasPasskey } from './two-step.ts';

export type SignInResult =
  | { outcome: 'in' | 'codeNeeded'; setCookies: string[] }
  /** `disabled` and `passkeyNeeded` are told to those who knew the password only. */
  | { outcome: 'wrong' | 'locked' | 'disabled' | 'passkeyNeeded' };

const isLocked = ({ status, code }: AuthAnswer) => status === 429 || code === 'ACCOUNT_TEMPORARILY_LOCKED';
const userOf = ({ data }: AuthAnswer) => data.user as { id: string; role: Role };

/** When somebody was last here, and by which way, is read from these rows. */
async function noteSignIn(answer: AuthAnswer, by: 'password' | 'code' | 'backupCode' | 'passkey') {
  const { id } = userOf(answer);
  await writeAudit({ userId: id, action: 'staff.signedIn', subject: id, detail: { by } }, new Date());
}

/** First step: e-mail and password. The same answer for a wrong password and for an address that nobody has. */
export async function signIn(email: string, password: string, visitor: Visitor): Promise<SignInResult> {
  if (!(await takeTry(email))) return { outcome: 'locked' };
  const answer = await askAuth('/sign-in/email', { email, password }, visitor);
  if (isLocked(answer)) return { outcome: 'locked' };
  if (answer.code === 'FAILED_TO_CREATE_SESSION') return { outcome: 'disabled' };
  if (answer.status !== 200) return { outcome: 'wrong' };
  await forgetTries(email);
  if (answer.data.twoFactorRedirect) return { outcome: 'codeNeeded', setCookies: answer.setCookies };
  const { id, role } = userOf(answer);
  if (needsTwoSteps(role) && (await hasPasskey(id))) {
    // The passkey is both steps; beside it the password alone would be a way round them.
    await db().delete(sessions).where(eq(sessions.token, String(answer.data.token)));
    return { outcome: 'passkeyNeeded' };
  }
  await noteSignIn(answer, 'password');
  return { outcome: 'in', setCookies: answer.setCookies };
}

export type CodeResult = { outcome: 'in'; setCookies: string[] } | { outcome: 'wrong' | 'locked' | 'ended' };

/** Second step: six digits of the authenticator, or one of the backup codes. `ended` means: begin again with the password. */
export async function confirmCode(code: string, visitor: Visitor): Promise<CodeResult> {
  const isTotp = /^\d{6}$/.test(code);
  const answer = await askAuth(isTotp ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code', { code }, visitor);
  if (answer.status === 200) {
    await noteSignIn(answer, isTotp ? 'code' : 'backupCode');
    return { outcome: 'in', setCookies: answer.setCookies };
  }
  if (isLocked(answer)) return { outcome: 'locked' };
  if (answer.code === 'INVALID_TWO_FACTOR_COOKIE' || answer.code === 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE') return { outcome: 'ended' };
  return { outcome: 'wrong' };
}

/** What the browser hands to the device; a challenge that holds for five minutes, once. */
export async function beginPasskeySignIn(visitor: Visitor) {
  const answer = await askAuth('/passkey/generate-authenticate-options', null, visitor);
  if (answer.status !== 200) return { fault: 'locked' as const };
  return { options: { ...answer.data, userVerification: 'required' }, setCookies: answer.setCookies };
}

/** Both steps at once: the device, and the finger or number that opened it. */
export async function signInWithPasskey(response: Record<string, unknown>, visitor: Visitor): Promise<{ outcome: 'in'; setCookies: string[] } | { outcome: 'wrong' | 'locked' }> {
  const answer = await askAuth('/passkey/verify-authentication', { response }, visitor);
  if (isLocked(answer)) return { outcome: 'locked' };
  if (answer.status !== 200) return { outcome: 'wrong' };
  await noteSignIn(answer, 'passkey');
  return { outcome: 'in', setCookies: answer.setCookies };
}
