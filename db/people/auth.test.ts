import { createHmac } from 'node:crypto';
import { getAuthTables } from 'better-auth/db';
import { getTableColumns } from 'drizzle-orm';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { askAuth, auth, getSession, type Visitor } from './auth.ts';
import { db } from '#db/engine/client.ts';
import { revokeSession } from './sessions.ts';
import { confirmCode, signIn } from './sign-in.ts';
import { acceptInvitation, createFirstAdmin, inviteStaff } from './staff.ts';
import {
  accounts,
  passkeys,
  rateLimits,
  sessions,
  twoFactors,
  users,
  verifications,
} from '#db/tables/tables.ts';
import { beginTwoStep, confirmTwoStep, disableTwoStep, getTwoStep } from './two-step.ts';

const visitor = (address: string, cookie = ''): Visitor => ({ address, cookie, userAgent: 'test' });
const toCookie = (setCookies: string[]) => setCookies.map((line) => line.split(';')[0]).join('; ');

const STEP = 30_000;

/** RFC 6238 with the secret as an authenticator has it. */
function totp(secret: string, at = Date.now()): string {
  const bits = [...secret]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const mac = createHmac('sha1', key).update(counter).digest();
  const offset = mac[19]! & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

let admin: { email: string; password: string };
const PASSWORD = 'nine camels read papers';

async function makeMember(email: string) {
  const invitation = await inviteStaff({ email, name: 'سالم القاضي', role: 'moderator' }, null);
  await acceptInvitation(invitation!.token, PASSWORD);
}

beforeAll(async () => {
  admin = (await createFirstAdmin())!;
});

describe('better-auth with our tables', () => {
  it('has a column for every field that the installed version writes', () => {
    const ours = {
      user: users,
      session: sessions,
      account: accounts,
      verification: verifications,
      twoFactor: twoFactors,
      passkey: passkeys,
      rateLimit: rateLimits,
    };
    const theirs = getAuthTables(auth().options);
    expect(Object.keys(theirs).sort()).toEqual(Object.keys(ours).sort());
    for (const [model, table] of Object.entries(theirs)) {
      const columns = Object.keys(getTableColumns(ours[model as keyof typeof ours]));
      const missing = Object.entries(table.fields)
        .map(([name, field]) => field.fieldName ?? name)
        .filter((name) => !columns.includes(name));
      expect(missing, `columns that ${model} lacks`).toEqual([]);
    }
  });

  it('rejects sign-up', async () => {
    const answer = await askAuth(
      '/sign-up/email',
      { email: 'new@midad.example', password: PASSWORD, name: 'New', role: 'admin' },
      visitor('198.51.100.1'),
    );
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await db().select().from(users).where(eq(users.email, 'new@midad.example'))).toEqual([]);
  });
});

describe('signing in', () => {
  it('gives a session for the right password, and ends it when revoked', async () => {
    const result = await signIn(admin.email, admin.password, visitor('198.51.100.2'));
    if (result.outcome !== 'in') throw new Error(result.outcome);
    const session = await getSession(toCookie(result.setCookies));
    expect(session?.user).toMatchObject({ email: admin.email, role: 'admin' });
    expect(session?.session.ipAddress).toBe('198.51.100.2');
    expect(result.setCookies.join()).toMatch(/HttpOnly/);
    expect(result.setCookies.join()).toMatch(/Path=\/newsroom/);
    await revokeSession(session!.user.id, session!.session.id);
    expect(await getSession(toCookie(result.setCookies))).toBeNull();
  });

  it('gives the same result for a wrong password and for an unknown address', async () => {
    expect(await signIn(admin.email, 'not the password', visitor('198.51.100.3'))).toEqual({
      outcome: 'wrong',
    });
    expect(await signIn('nobody@midad.example', 'not the password', visitor('198.51.100.3'))).toEqual({
      outcome: 'wrong',
    });
  });

  it('locks an account after ten wrong passwords from different networks, whether it exists or not', async () => {
    await makeMember('locked@midad.example');
    for (const email of ['locked@midad.example', 'unknown@midad.example']) {
      for (let n = 0; n < 10; n++)
        expect((await signIn(email, 'not the password', visitor(`203.0.113.${n}`))).outcome).toBe('wrong');
      expect((await signIn(email, PASSWORD, visitor('203.0.113.99'))).outcome).toBe('locked');
    }
  });

  it('counts tries at the same moment one by one', async () => {
    const tries = await Promise.all(
      Array.from({ length: 14 }, (_, n) => signIn('rush@midad.example', 'x', visitor(`192.0.2.${n}`))),
    );
    expect(tries.filter(({ outcome }) => outcome === 'wrong')).toHaveLength(10);
  });

  it('locks out a network that tries many accounts', async () => {
    const outcomes = [];
    for (let n = 0; n < 21; n++)
      outcomes.push((await signIn(`guess${n}@midad.example`, 'x', visitor('198.51.100.77'))).outcome);
    expect(outcomes.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 'wrong'));
    expect(outcomes[20]).toBe('locked');
    expect((await signIn(admin.email, admin.password, visitor('198.51.100.78'))).outcome).toBe('in');
  });
});

describe('the second step', () => {
  it('can be set up, is required, accepts a backup code once, and can be turned off', async () => {
    await makeMember('two@midad.example');
    const enter = () => signIn('two@midad.example', PASSWORD, visitor('198.51.100.9'));
    const first = await enter();
    if (first.outcome !== 'in') throw new Error(first.outcome);
    let me = visitor('198.51.100.9', toCookie(first.setCookies));
    const userId = (await getSession(me.cookie))!.user.id;

    expect(await beginTwoStep(userId, 'not the password', me)).toEqual({ fault: 'passwordWrong' });
    expect(await beginTwoStep(userId, PASSWORD, me)).toHaveProperty('setCookies');
    expect((await enter()).outcome).toBe('in'); // not required before it was confirmed
    const pending = await getTwoStep(userId);
    if (pending.state !== 'pending') throw new Error(pending.state);
    expect(await confirmTwoStep(userId, '000000', me)).toEqual({ fault: 'codeWrong' });
    const code = totp(pending.secret);
    const confirmed = await confirmTwoStep(userId, code, me);
    if ('fault' in confirmed) throw new Error(confirmed.fault);
    expect(confirmed.backupCodes).toHaveLength(10);
    me = visitor('198.51.100.9', toCookie(confirmed.setCookies));
    expect(await getTwoStep(userId)).toEqual({ state: 'on' });

    const second = await enter();
    if (second.outcome !== 'codeNeeded') throw new Error(second.outcome);
    const waiting = visitor('198.51.100.9', toCookie(second.setCookies));
    expect(await getSession(waiting.cookie)).toBeNull();
    expect(await confirmCode('123456', waiting)).toEqual({ outcome: 'wrong' });
    expect(await confirmCode(code, waiting)).toEqual({ outcome: 'used' }); // the code of the setup
    const inside = await confirmCode(totp(pending.secret, Date.now() + STEP), waiting);
    if (inside.outcome !== 'in') throw new Error(inside.outcome);
    expect(await getSession(toCookie(inside.setCookies))).not.toBeNull();

    const backup = confirmed.backupCodes![0]!;
    const third = await enter();
    if (third.outcome !== 'codeNeeded') throw new Error(third.outcome);
    expect(
      (
        await confirmCode(
          ` ${backup.toUpperCase().replace('-', '\u2011')} `.trim(),
          visitor('198.51.100.9', toCookie(third.setCookies)),
        )
      ).outcome,
    ).toBe('in');
    const fourth = await enter();
    if (fourth.outcome !== 'codeNeeded') throw new Error(fourth.outcome);
    expect((await confirmCode(backup, visitor('198.51.100.9', toCookie(fourth.setCookies)))).outcome).toBe(
      'wrong',
    );
    expect((await confirmCode(backup, visitor('198.51.100.9'))).outcome).toBe('ended');

    expect(await disableTwoStep(userId, 'not the password', me)).toEqual({ fault: 'passwordWrong' });
    expect(await disableTwoStep(userId, PASSWORD, me)).toHaveProperty('setCookies');
    expect((await enter()).outcome).toBe('in');
  });
});
