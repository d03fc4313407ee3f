import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { NotAllowed, type Person } from '#lib/people/can.ts';
import { sha256 } from '#lib/security/crypto.ts';
import { personName } from '#lib/people/person-name.ts';
import { findLink } from './account-links.ts';
import { getSession, isPassword, type Visitor } from './auth.ts';
import { db } from '#db/engine/client.ts';
import { changeMember, changeOwnEmail, changeOwnName, confirmEmail, settle } from './own-account.ts';
import { disablePerson } from './people.ts';
import { askForReset, makeResetLink, resetPassword } from './reset-password.ts';
import { signIn } from './sign-in.ts';
import { acceptInvitation, createFirstAdmin, inviteStaff } from './staff.ts';
import { accountLinks, auditLog, invitations, jobs, sessions, users } from '#db/tables/tables.ts';

const PASSWORD = 'nine camels read papers';
const NEW = 'quiet lanterns over water';
const HOUR = 3_600_000;
let address = 1;
const visitor = (cookie = ''): Visitor => ({ address: `203.0.113.${address++}`, cookie, userAgent: 'test' });
const toCookie = (lines: string[]) => lines.map((line) => line.split(';')[0]).join('; ');
const rowOf = async (id: string) => (await db().select().from(users).where(eq(users.id, id)))[0]!;
const acts = async (subject: string) =>
  (await db().select({ action: auditLog.action }).from(auditLog).where(eq(auditLog.subject, subject))).map(
    ({ action }) => action,
  );
const mailsAbout = async (about: string, userId: string) =>
  (await db().select().from(jobs).where(eq(jobs.kind, 'staffMail'))).filter(
    ({ payload }) =>
      (payload as { about: string; userId: string }).about === about &&
      (payload as { userId: string }).userId === userId,
  );

let first: { email: string; password: string };
let admin: Person;

async function addMember(
  email: string,
  role: Person['role'] = 'author',
): Promise<Person & { email: string }> {
  const { token } = (await inviteStaff({ email, name: 'سالم القاضي', role }, null))!;
  const result = await acceptInvitation(token, PASSWORD);
  if ('fault' in result) throw new Error(result.fault);
  return result.user;
}

async function enter(email: string, password = PASSWORD): Promise<string> {
  const result = await signIn(email, password, visitor());
  if (!('setCookies' in result)) throw new Error(result.outcome);
  return toCookie(result.setCookies);
}

beforeAll(async () => {
  first = (await createFirstAdmin())!;
  admin = (await db().select().from(users).where(eq(users.email, first.email)))[0]!;
});

describe('a link for a new password', () => {
  it('works once, ends sessions and other links, and does not sign in', async () => {
    const member = await addMember('lost@midad.example');
    const cookie = await enter('lost@midad.example');
    const made = await makeResetLink(member.id, admin);
    const other = await makeResetLink(member.id, null);
    if ('fault' in made || 'fault' in other) throw new Error('no link');
    expect(
      await db()
        .select()
        .from(accountLinks)
        .where(eq(accountLinks.tokenHash, sha256(made.token))),
    ).toHaveLength(1);
    expect(JSON.stringify(await db().select().from(accountLinks))).not.toContain(made.token);
    expect(await resetPassword(made.token, 'short', visitor())).toEqual({ fault: 'passwordShort' });
    expect(await getSession(cookie)).not.toBeNull();
    const twice = await Promise.all([
      resetPassword(made.token, NEW, visitor()),
      resetPassword(made.token, NEW, visitor()),
    ]);
    expect(twice.filter((each) => 'fault' in each)).toEqual([{ fault: 'linkGone' }]);
    expect(await getSession(cookie)).toBeNull();
    expect(await db().select().from(sessions).where(eq(sessions.userId, member.id))).toEqual([]);
    expect(await resetPassword(other.token, NEW, visitor())).toEqual({ fault: 'linkGone' });
    expect((await signIn('lost@midad.example', PASSWORD, visitor())).outcome).toBe('wrong');
    expect((await signIn('lost@midad.example', NEW, visitor())).outcome).toBe('in');
    expect(await acts(member.id)).toEqual(
      expect.arrayContaining(['staff.resetLinkMade', 'staff.passwordReset']),
    );
    expect(await mailsAbout('passwordChanged', member.id)).toHaveLength(1);
  });

  it('ends when it expires, when the account is disabled, and when the address changes', async () => {
    const member = await addMember('late@midad.example');
    const link = async () => {
      const made = await makeResetLink(member.id, admin);
      return 'token' in made ? made.token : '';
    };
    const token = await link();
    const tomorrow = new Date(Date.now() + 25 * HOUR);
    expect(await resetPassword(token, NEW, visitor(), tomorrow)).toEqual({ fault: 'linkGone' });
    expect(await findLink(token, 'email', new Date())).toBeUndefined();
    await changeMember(member.id, { name: member.name, email: 'later@midad.example' }, admin);
    expect(await resetPassword(token, NEW, visitor())).toEqual({ fault: 'linkGone' });
    const again = await link();
    await disablePerson(member.id, admin);
    expect(await resetPassword(again, NEW, visitor())).toEqual({ fault: 'linkGone' });
    expect(await makeResetLink(member.id, admin)).toEqual({ fault: 'disabled' });
  });

  it('can be made only by administrators, and not for themselves', async () => {
    const editor = await addMember('editor@midad.example', 'editor');
    await expect(makeResetLink(admin.id, editor)).rejects.toThrow(NotAllowed);
    expect(await makeResetLink(admin.id, admin)).toEqual({ fault: 'notYourself' });
    expect(await makeResetLink('nobody', admin)).toEqual({ fault: 'personGone' });
  });

  it('queues the same job for an unknown address', async () => {
    const before = await db().select().from(jobs).where(eq(jobs.kind, 'staffMail'));
    await askForReset('nobody@midad.example', visitor());
    const after = await db().select().from(jobs).where(eq(jobs.kind, 'staffMail'));
    expect(after).toHaveLength(before.length + 1);
    expect(after.at(-1)!.payload).toMatchObject({ about: 'reset', userId: null });
  });
});

describe('name and address', () => {
  it('can be changed by their owner: the address with the password, and only to a free one', async () => {
    const member = await addMember('amal@midad.example');
    await addMember('taken@midad.example');
    await changeOwnName(member, 'أمل الهادي');
    expect(await rowOf(member.id)).toMatchObject({ name: 'أمل الهادي' });
    const change = (email: string, password: string, byLink = false) =>
      changeOwnEmail({ person: member, email, password, visitor: visitor(), byLink });
    expect(await change('amal2@midad.example', 'not the password')).toEqual({ fault: 'passwordWrong' });
    expect(await change('amal@midad.example', PASSWORD)).toEqual({ fault: 'emailSame' });
    expect(await change('taken@midad.example', PASSWORD)).toEqual({ fault: 'emailTaken' });
    expect(await change('amal2@midad.example', PASSWORD)).toEqual({ done: true });
    expect((await signIn('amal2@midad.example', PASSWORD, visitor())).outcome).toBe('in');
    expect((await signIn('amal@midad.example', PASSWORD, visitor())).outcome).toBe('wrong');
    expect(await mailsAbout('emailChanged', member.id)).toHaveLength(1);
    const rows = await db()
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.subject, member.id), eq(auditLog.action, 'staff.emailChanged')));
    expect(rows).toHaveLength(1);
    expect(JSON.stringify([rows, await mailsAbout('emailChanged', member.id)])).not.toMatch(/amal2?@/);
  });

  it('change by a link only once, and not to an address that was taken meanwhile', async () => {
    const member = await addMember('old@midad.example');
    const ask = async (email: string) => {
      const asked = await changeOwnEmail({
        person: member,
        email,
        password: PASSWORD,
        visitor: visitor(),
        byLink: true,
      });
      return 'token' in asked ? asked.token : '';
    };
    const token = await ask('new@midad.example');
    expect(await rowOf(member.id)).toMatchObject({ email: 'old@midad.example' });
    expect(await resetPassword(token, NEW, visitor())).toEqual({ fault: 'linkGone' });
    expect(await confirmEmail(token)).toEqual({ email: 'new@midad.example' });
    expect(await confirmEmail(token)).toEqual({ fault: 'linkGone' });
    const late = await ask('rival@midad.example');
    await addMember('rival@midad.example');
    expect(await confirmEmail(late)).toEqual({ fault: 'emailTaken' });
    expect(await rowOf(member.id)).toMatchObject({ email: 'new@midad.example' });
  });

  it('of others can be changed by an administrator, and two accounts never get the same address', async () => {
    const [one, two] = [await addMember('one@midad.example'), await addMember('two@midad.example')];
    const both = await Promise.all(
      [one, two].map(({ id, name }) => changeMember(id, { name, email: 'same@midad.example' }, admin)),
    );
    expect(both.filter((each) => 'fault' in each)).toEqual([{ fault: 'emailTaken' }]);
    expect(await changeMember(admin.id, { name: 'آخر', email: 'x@midad.example' }, admin)).toEqual({
      fault: 'notYourself',
    });
    await expect(changeMember(one.id, { name: 'آخر', email: 'x@midad.example' }, two)).rejects.toThrow(
      NotAllowed,
    );
    await changeMember(one.id, { name: 'سالم الجديد', email: (await rowOf(one.id)).email }, admin);
    expect(await rowOf(one.id)).toMatchObject({ name: 'سالم الجديد', role: 'author' });
  });

  it('keep the name on one line without hidden characters', async () => {
    expect(personName.parse(' \u200Fسالم  القاضي\u200E\n')).toBe('سالم القاضي');
    expect(personName.parse('علی\u200Cرضا')).toBe('علی\u200Cرضا');
    expect(personName.parse('سالم\nالقاضي')).toBe('سالم القاضي');
    for (const name of [
      'سالم\r\nBcc: x',
      'سا\u2028لم',
      'سا\u0000لم',
      'سا\u202Eلم',
      'سا\u2066لم',
      'سا\u200Bلم',
      'سل\u0085ام',
    ]) {
      expect(personName.parse(name), JSON.stringify(name)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    }
    for (const name of ['12', '—', 'م', '\u200F\n'])
      expect(personName.safeParse(name).success, JSON.stringify(name)).toBe(false);
    await inviteStaff({ email: 'n@midad.example', name: 'سالم\nالقاضي', role: 'author' }, null);
    const [invited] = await db()
      .select({ name: invitations.name })
      .from(invitations)
      .where(eq(invitations.email, 'n@midad.example'));
    expect(invited?.name).toBe('سالم القاضي');
  });
});

describe('the first administrator', () => {
  it('sets a name, an address and a password of their own, once', async () => {
    expect(await rowOf(admin.id)).toMatchObject({ mustSettle: true });
    const [here, elsewhere] = [
      await enter(first.email, first.password),
      await enter(first.email, first.password),
    ];
    const session = (await getSession(here))!.session;
    const give = (email: string, password: string) =>
      settle(admin, { name: 'ليلى الغالي', email, password }, session.id);
    expect(await give('admin@midad.example', NEW)).toEqual({ fault: 'emailPrinted' });
    expect(await give('layla@midad.example', first.password)).toEqual({ fault: 'passwordPrinted' });
    expect(await give('layla@midad.example', 'layla layla')).toHaveProperty('fault');
    expect(await give('layla@midad.example', NEW)).toEqual({ done: true });
    expect(await rowOf(admin.id)).toMatchObject({
      mustSettle: false,
      name: 'ليلى الغالي',
      email: 'layla@midad.example',
      role: 'admin',
    });
    expect(await isPassword(admin.id, first.password)).toBe(false);
    expect(await getSession(here)).not.toBeNull();
    expect(await getSession(elsewhere)).toBeNull();
    expect(await give('other@midad.example', 'more lanterns under water')).toEqual({ fault: 'settled' });
    expect(await mailsAbout('emailChanged', admin.id)).toEqual([]);
  });
});

describe('an address at a domain in another script', () => {
  it('can be invited, sign in, reset its password, and be changed away from and back', async () => {
    const invited = await inviteStaff(
      { email: 'Layla@صحيفة.مصر', name: 'ليلى الغالي', role: 'author' },
      null,
    );
    expect(
      await inviteStaff({ email: `someone@صحيفة.مصر`, name: 'غيرها', role: 'author' }, admin),
    ).not.toBeNull();
    const result = await acceptInvitation(invited!.token, PASSWORD);
    if ('fault' in result) throw new Error(result.fault);
    const { email } = result.user;
    expect(email).toMatch(/^layla@xn--[a-z0-9]+\.xn--wgbh1c$/);
    for (const typed of ['layla@صحيفة.مصر', email, ' LAYLA@صحيفة。مصر '])
      expect(await getSession(await enter(typed))).toMatchObject({ user: { email } });
    expect((await signIn('layla@صحيفة.مصر', 'not this one', visitor())).outcome).toBe('wrong');
    expect((await signIn('nobody@صحيفة.مصر', PASSWORD, visitor())).outcome).toBe('wrong');
    // The suffix for better-auth is not a second form of the address.
    expect((await signIn(`${email}.idn`, PASSWORD, visitor())).outcome).toBe('wrong');
    expect(await askForReset(email, visitor())).toEqual({ outcome: 'asked' });
    expect(await mailsAbout('reset', result.user.id)).toHaveLength(1);
    expect(
      await changeOwnEmail({
        person: result.user,
        email: 'layla.away@midad.example',
        password: PASSWORD,
        visitor: visitor(),
        byLink: false,
      }),
    ).toEqual({ done: true });
    const away = { ...result.user, email: 'layla.away@midad.example' };
    expect(
      await changeOwnEmail({ person: away, email, password: PASSWORD, visitor: visitor(), byLink: false }),
    ).toEqual({ done: true });
    await enter('layla@صحيفة.مصر');
  });
});
