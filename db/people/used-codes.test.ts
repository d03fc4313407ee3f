import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { codeOfStep, stepAt } from '#lib/people/totp.ts';
import { symmetricDecrypt } from 'better-auth/crypto';
import { auth, getSession, type Visitor } from './auth.ts';
import { db } from '#db/engine/client.ts';
import { confirmCode, signIn } from './sign-in.ts';
import { acceptInvitation, inviteStaff } from './staff.ts';
import { sessions, twoFactors } from '#db/tables/tables.ts';
import { beginTwoStep, claimCode, confirmTwoStep } from './two-step.ts';

const PASSWORD = 'nine camels read papers';
const EMAIL = 'replay@midad.example';
let address = 1;
const visitor = (cookie = ''): Visitor => ({ address: `192.0.2.${address++}`, cookie, userAgent: 'test' });
const toCookie = (lines: string[]) => lines.map((line) => line.split(';')[0]).join('; ');

let userId = '';
let secret = '';
let backupCodes: string[] = [];
const codeAt = (steps: number, now = new Date()) => codeOfStep(secret, stepAt(now) + steps);
const forgetSteps = () =>
  db().update(twoFactors).set({ lastStep: null }).where(eq(twoFactors.userId, userId));
const sessionCount = async () =>
  (await db().select().from(sessions).where(eq(sessions.userId, userId))).length;

/** Completes the first step in a new browser. */
async function challenge(): Promise<Visitor> {
  const answer = await signIn(EMAIL, PASSWORD, visitor());
  if (answer.outcome !== 'codeNeeded') throw new Error(answer.outcome);
  return visitor(toCookie(answer.setCookies));
}

beforeAll(async () => {
  await acceptInvitation(
    (await inviteStaff({ email: EMAIL, name: 'سالم القاضي', role: 'moderator' }, null))!.token,
    PASSWORD,
  );
  const entered = await signIn(EMAIL, PASSWORD, visitor());
  if (entered.outcome !== 'in') throw new Error(entered.outcome);
  const me = visitor(toCookie(entered.setCookies));
  userId = (await getSession(me.cookie))!.user.id;
  await beginTwoStep(userId, PASSWORD, me);
  const [row] = await db().select().from(twoFactors).where(eq(twoFactors.userId, userId));
  secret = await symmetricDecrypt({ key: (await auth().$context).secretConfig, data: row!.secret });
  const confirmed = await confirmTwoStep(userId, codeAt(0), me);
  if ('fault' in confirmed) throw new Error(confirmed.fault);
  backupCodes = confirmed.backupCodes!;
});

describe('a code of the authenticator', () => {
  it('is not accepted twice, in one browser or in two', async () => {
    await forgetSteps();
    const [one, two] = [await challenge(), await challenge()];
    const code = codeAt(1);
    expect((await confirmCode(code, one)).outcome).toBe('in');
    expect(await confirmCode(code, two)).toEqual({ outcome: 'used' });
    expect(await confirmCode(code, await challenge())).toEqual({ outcome: 'used' });
  });

  it('is accepted once when several browsers send it at the same moment', async () => {
    await forgetSteps();
    const waiting = [await challenge(), await challenge(), await challenge()];
    const before = await sessionCount();
    const code = codeAt(0);
    const outcomes = (await Promise.all(waiting.map((each) => confirmCode(code, each)))).map(
      ({ outcome }) => outcome,
    );
    expect(outcomes.sort()).toEqual(['in', 'used', 'used']);
    expect(await sessionCount()).toBe(before + 1);
  });

  it('of an earlier step is not accepted after one of a later step', async () => {
    await forgetSteps();
    const now = new Date();
    expect(await claimCode(userId, codeAt(1, now), now)).toBe('claimed');
    expect(await claimCode(userId, codeAt(0, now), now)).toBe('used');
    expect(await claimCode(userId, codeAt(-1, now), now)).toBe('used');
    expect(await claimCode(userId, codeAt(5, now), now)).toBe('wrong');
    const later = new Date(now.getTime() + 60_000);
    expect(await claimCode(userId, codeAt(0, later), later)).toBe('claimed');
  });

  it('does not show the backup codes again in a session', async () => {
    await forgetSteps();
    const inside = await confirmCode(codeAt(-1), await challenge());
    if (inside.outcome !== 'in') throw new Error(inside.outcome);
    expect(await confirmTwoStep(userId, codeAt(1), visitor(toCookie(inside.setCookies)))).toEqual({
      fault: 'codeWrong',
    });
  });
});

describe('a backup code', () => {
  it('has no characters that look alike, and is accepted in either case', async () => {
    expect(backupCodes.join('')).toMatch(/^[a-hjkmnp-z2-9-]+$/);
    expect((await confirmCode(backupCodes[1]!.toUpperCase(), await challenge())).outcome).toBe('in');
    expect((await confirmCode(backupCodes[2]!.replace('-', ''), await challenge())).outcome).toBe('in');
    expect((await confirmCode(backupCodes[2]!, await challenge())).outcome).toBe('wrong');
  });
});

describe('an invalid cookie of the first step', () => {
  it.each(['%FF', '%E0%A4', '%', 'a%ZZ.b', '%FF.%FF', ''])(
    '%j leads back to the password without an error',
    async (value) => {
      const { name } = (await auth().$context).createAuthCookie('two_factor');
      expect(await confirmCode('123456', visitor(`${name}=${value}`))).toEqual({ outcome: 'ended' });
      expect(await getSession(`midad.session_token=${value}`)).toBeNull();
    },
  );
});
