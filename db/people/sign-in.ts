import { eq } from 'drizzle-orm';
import { needsTwoSteps, type Role } from '#lib/people/can.ts';
import { readMailAddress } from '#lib/mail/address.ts';
import { codeSkeleton } from '#lib/people/readable-code.ts';
import { writeAudit } from './audit-log.ts';
import { askedAddress } from './auth-address.ts';
import { askAuth, auth, type AuthAnswer, type Visitor } from './auth.ts';
import { db } from '#db/engine/client.ts';
import { markBrowser } from './known-browser.ts';
import { forgiveTry, rememberNetwork, takeTry } from './lockout.ts';
import { sessions, users } from '#db/tables/tables.ts';
import { claimCode, hasPasskey } from './two-step.ts';

type In = { outcome: 'in'; setCookies: string[] };
/** How long to wait, in seconds. */
type Locked = { outcome: 'locked'; retryAfter: number };
const WAIT_S = 60;

export type SignInResult =
  | In
  | { outcome: 'codeNeeded'; setCookies: string[] }
  | Locked
  /** `disabled` and `passkeyNeeded` are returned only after a right password. */
  | { outcome: 'wrong' | 'disabled' | 'passkeyNeeded' };

const isLocked = ({ status }: AuthAnswer) => status === 429;
const userOf = ({ data }: AuthAnswer) => data.user as { id: string; role: Role };

/**
 * Completes a sign-in. Last visit and method are read from this audit row; the browser and its network are
 * known from now on.
 */
async function letIn(
  answer: AuthAnswer,
  by: 'password' | 'code' | 'backupCode' | 'passkey',
  visitor: Visitor,
): Promise<In> {
  const { id } = userOf(answer);
  await rememberNetwork(id, visitor);
  await writeAudit({ userId: id, action: 'staff.signedIn', subject: id, detail: { by } }, new Date());
  return { outcome: 'in', setCookies: [...answer.setCookies, markBrowser(visitor.cookie, id)] };
}

async function findUserId(email: string): Promise<string | undefined> {
  const [user] = await db().select({ id: users.id }).from(users).where(eq(users.email, email));
  return user?.id;
}

/**
 * First step: address and password. The result is the same for a wrong password and for an unknown address.
 */
export async function signIn(
  typed: string,
  password: string,
  visitor: Visitor,
  now = new Date(),
): Promise<SignInResult> {
  const email = readMailAddress(typed) ?? typed.trim().toLowerCase();
  const turn = await takeTry('password', email, await findUserId(email), visitor, now);
  if (!turn.open) return { outcome: 'locked', retryAfter: turn.retryAfter };
  const answer = await askAuth('/sign-in/email', { email: askedAddress(email), password }, visitor);
  if (isLocked(answer)) return { outcome: 'locked', retryAfter: WAIT_S };
  if (answer.code === 'FAILED_TO_CREATE_SESSION') return { outcome: 'disabled' };
  if (answer.status !== 200) return { outcome: 'wrong' };
  await forgiveTry(turn);
  if (answer.data.twoFactorRedirect) return { outcome: 'codeNeeded', setCookies: answer.setCookies };
  const { id, role } = userOf(answer);
  if (needsTwoSteps(role) && (await hasPasskey(id))) {
    // The passkey is both steps; the password alone would bypass them.
    await db()
      .delete(sessions)
      .where(eq(sessions.token, String(answer.data.token)));
    return { outcome: 'passkeyNeeded' };
  }
  return letIn(answer, 'password', visitor);
}

/** The user whose second step is pending in this browser, found by better-auth's cookie of the first step. */
async function findChallenged({ cookie }: Visitor): Promise<string | undefined> {
  const { createAuthCookie, internalAdapter } = await auth().$context;
  const { name } = createAuthCookie('two_factor');
  const sent =
    cookie
      .split(/;\s*/)
      .find((part) => part.startsWith(`${name}=`))
      ?.slice(name.length + 1) ?? '';
  // Only the part before the signature: an identifier has no characters that a cookie must encode.
  const identifier = sent.split('.', 1)[0];
  const found = identifier ? await internalAdapter.findVerificationValue(identifier) : null;
  return found?.value;
}

/** The backup code that was meant: case, dashes, o for 0 and l for 1 are typing mistakes. */
async function findBackupCode(userId: string, typed: string): Promise<string> {
  const codes: string[] = await auth()
    .api.viewBackupCodes({ body: { userId } })
    .then(
      ({ backupCodes }) => backupCodes,
      () => [],
    );
  const meant = codes.includes(typed)
    ? [typed]
    : codes.filter((code) => codeSkeleton(code) === codeSkeleton(typed));
  return meant.length === 1 ? meant[0]! : typed;
}

/** Not a code of any authenticator: better-auth counts it as a wrong one. */
const NO_CODE = 'none';

/** `ended`: start again with the password. `used`: the code was right, but was used before. */
export type CodeResult = In | Locked | { outcome: 'wrong' | 'used' | 'ended' };

/** Second step: six digits of the authenticator, or a backup code. */
export async function confirmCode(code: string, visitor: Visitor, now = new Date()): Promise<CodeResult> {
  const userId = await findChallenged(visitor);
  if (!userId) return { outcome: 'ended' };
  const turn = await takeTry('code', userId, userId, visitor, now);
  if (!turn.open) return { outcome: 'locked', retryAfter: turn.retryAfter };
  const isTotp = /^\d{6}$/.test(code);
  const claim = isTotp ? await claimCode(userId, code, now) : undefined;
  if (claim === 'used') return { outcome: 'used' };
  const answer = isTotp
    ? await askAuth('/two-factor/verify-totp', { code: claim === 'claimed' ? code : NO_CODE }, visitor)
    : await askAuth('/two-factor/verify-backup-code', { code: await findBackupCode(userId, code) }, visitor);
  if (answer.status === 200) {
    await forgiveTry(turn);
    return letIn(answer, isTotp ? 'code' : 'backupCode', visitor);
  }
  if (isLocked(answer)) return { outcome: 'locked', retryAfter: WAIT_S };
  if (answer.code === 'INVALID_TWO_FACTOR_COOKIE' || answer.code === 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE')
    return { outcome: 'ended' };
  return { outcome: 'wrong' };
}

/** The options that the browser passes to the device; the challenge is valid for five minutes, once. */
export async function beginPasskeySignIn(visitor: Visitor) {
  const answer = await askAuth('/passkey/generate-authenticate-options', null, visitor);
  if (answer.status !== 200) return { fault: 'locked' as const };
  return { options: { ...answer.data, userVerification: 'required' }, setCookies: answer.setCookies };
}

/** Both steps at once: the device, and the fingerprint or PIN that unlocked it. */
export async function signInWithPasskey(
  response: Record<string, unknown>,
  visitor: Visitor,
): Promise<In | { outcome: 'wrong' | 'locked' }> {
  const answer = await askAuth('/passkey/verify-authentication', { response }, visitor);
  if (isLocked(answer)) return { outcome: 'locked' };
  if (answer.status !== 200) return { outcome: 'wrong' };
  return letIn(answer, 'passkey', visitor);
}
