import { askAuth, type AuthAnswer, type Visitor } from './auth.ts';
import { forgetTries, takeTry } from './lockout.ts';

export type SignInResult =
  | { outcome: 'in' | 'codeNeeded'; setCookies: string[] }
  | { outcome: 'wrong' | 'locked' };

const isLocked = ({ status, code }: AuthAnswer) => status === 429 || code === 'ACCOUNT_TEMPORARILY_LOCKED';

/** First step: e-mail and password. The same answer for a wrong password and for an address that nobody has. */
export async function signIn(email: string, password: string, visitor: Visitor): Promise<SignInResult> {
  if (!(await takeTry(email))) return { outcome: 'locked' };
  const answer = await askAuth('/sign-in/email', { email, password }, visitor);
  if (isLocked(answer)) return { outcome: 'locked' };
  if (answer.status !== 200) return { outcome: 'wrong' };
  await forgetTries(email);
  return { outcome: answer.data.twoFactorRedirect ? 'codeNeeded' : 'in', setCookies: answer.setCookies };
}

export type CodeResult = { outcome: 'in'; setCookies: string[] } | { outcome: 'wrong' | 'locked' | 'ended' };

/** Second step: six digits of the authenticator, or one of the backup codes. `ended` means: begin again with the password. */
export async function confirmCode(code: string, visitor: Visitor): Promise<CodeResult> {
  const path = /^\d{6}$/.test(code) ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code';
  const answer = await askAuth(path, { code }, visitor);
  if (answer.status === 200) return { outcome: 'in', setCookies: answer.setCookies };
  if (isLocked(answer)) return { outcome: 'locked' };
  if (answer.code === 'INVALID_TWO_FACTOR_COOKIE' || answer.code === 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE') return { outcome: 'ended' };
  return { outcome: 'wrong' };
}
