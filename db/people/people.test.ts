import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { NotAllowed, type Person } from '#lib/people/can.ts';
import { getSession, type Visitor } from './auth.ts';
import { db } from '#db/engine/client.ts';
import { newId } from '#db/engine/ids.ts';
import {
  changeRole,
  chooseLanguage,
  disablePerson,
  enablePerson,
  endSessions,
  listPeople,
  resetTwoStep,
} from './people.ts';
import { beginPasskey } from './passkeys.ts';
import { signIn } from './sign-in.ts';
import {
  acceptInvitation,
  createFirstAdmin,
  getInvitation,
  inviteStaff,
  listInvitations,
  renewInvitation,
  revokeInvitation,
} from './staff.ts';
import { addTestPerson } from '#db/testing/staff.ts';
import { auditLog, passkeys, users } from '#db/tables/tables.ts';
import { getTwoStepDue } from './two-step.ts';

const PASSWORD = 'nine camels read papers';
const visitor = (n: number): Visitor => ({ address: `203.0.113.${n}`, cookie: '', userAgent: 'test' });
const toCookie = (lines: string[]) => lines.map((line) => line.split(';')[0]).join('; ');

let admin: Person;
const rowOf = async (id: string) => (await db().select().from(users).where(eq(users.id, id)))[0]!;
const lastRow = async (action: string) =>
  (await db().select().from(auditLog).where(eq(auditLog.action, action))).at(-1);

async function addMember(email: string, role: Person['role']): Promise<Person> {
  const { token } = (await inviteStaff({ email, name: 'سالم القاضي', role }, null))!;
  const result = await acceptInvitation(token, PASSWORD);
  if ('fault' in result) throw new Error(result.fault);
  return result.user;
}

async function enter(email: string, n: number): Promise<string> {
  const result = await signIn(email, PASSWORD, visitor(n));
  if (!('setCookies' in result)) throw new Error(result.outcome);
  return toCookie(result.setCookies);
}

const addKey = (userId: string) =>
  db().insert(passkeys).values({
    id: newId(),
    userId,
    publicKey: 'x',
    credentialID: newId(),
    counter: 0,
    deviceType: 'singleDevice',
    backedUp: false,
  });

beforeAll(async () => {
  const first = await createFirstAdmin();
  const [row] = await db().select().from(users).where(eq(users.email, first!.email));
  admin = row!;
});

describe('a disabled account', () => {
  it('is signed out at once, cannot sign in, and is restored unchanged', async () => {
    const member = await addMember('out@midad.example', 'moderator');
    const cookie = await enter('out@midad.example', 1);
    expect(await getSession(cookie)).not.toBeNull();
    expect(await disablePerson(member.id, admin)).toHaveProperty('person');
    expect(await getSession(cookie)).toBeNull();
    expect(await signIn('out@midad.example', PASSWORD, visitor(2))).toEqual({ outcome: 'disabled' });
    expect(await signIn('out@midad.example', 'not the password', visitor(3))).toEqual({ outcome: 'wrong' });
    expect(await lastRow('staff.disabled')).toMatchObject({
      userId: admin.id,
      subject: member.id,
      before: { disabledAt: null },
    });
    await enablePerson(member.id, admin);
    expect(await getSession(await enter('out@midad.example', 4))).not.toBeNull();
  });

  it('can be neither one’s own nor the last administrator’s', async () => {
    expect(await disablePerson(admin.id, admin)).toEqual({ fault: 'notYourself' });
    const other = await addTestPerson('مديرة', 'admin');
    await disablePerson(other.id, admin);
    expect(await disablePerson(admin.id, other)).toEqual({ fault: 'lastAdmin' });
    expect(await changeRole(admin.id, 'editor', admin)).toEqual({ fault: 'lastAdmin' });
    await enablePerson(other.id, admin);
    expect(await changeRole(other.id, 'editor', admin)).toHaveProperty('person.role', 'editor');
    expect(await lastRow('staff.roleChanged')).toMatchObject({
      before: { role: 'admin' },
      after: { role: 'editor' },
    });
  });

  it('can be changed only by administrators', async () => {
    const editor = await addTestPerson('محرر', 'editor');
    for (const act of [disablePerson, enablePerson, resetTwoStep, endSessions])
      await expect(act(admin.id, editor)).rejects.toThrow(NotAllowed);
    await expect(changeRole(editor.id, 'admin', editor)).rejects.toThrow(NotAllowed);
    expect(await disablePerson('nobody', admin)).toEqual({ fault: 'personGone' });
  });
});

it('a passkey is stored under the name of the site', async () => {
  await addMember('key@midad.example', 'moderator');
  const cookie = await enter('key@midad.example', 20);
  expect(await beginPasskey('صحيفة الساحل', { ...visitor(20), cookie })).toMatchObject({
    options: { rp: { name: 'صحيفة الساحل', id: expect.any(String) }, challenge: expect.any(String) },
  });
});

describe('two steps', () => {
  it('are due at once for new members, after a week for the first administrator, and never with a passkey', async () => {
    const editor = await addMember('due@midad.example', 'editor');
    expect(await getTwoStepDue(editor.id)).toEqual(new Date(0));
    const { createdAt } = await rowOf(admin.id);
    expect((await getTwoStepDue(admin.id))!.getTime() - createdAt.getTime()).toBe(7 * 86_400_000);
    await addKey(editor.id);
    expect(await getTwoStepDue(editor.id)).toBeUndefined();
  });

  it('cannot be bypassed with the password alone once there is a passkey', async () => {
    expect(await signIn('due@midad.example', PASSWORD, visitor(10))).toEqual({ outcome: 'passkeyNeeded' });
    const moderator = await addMember('mod@midad.example', 'moderator');
    await addKey(moderator.id);
    expect((await signIn('mod@midad.example', PASSWORD, visitor(11))).outcome).toBe('in');
  });

  it('can be reset by another administrator, which ends every session', async () => {
    const person = (await listPeople()).find(({ email }) => email === 'mod@midad.example')!;
    expect(person).toMatchObject({ passkeys: 1, twoStepOn: false });
    const cookie = await enter('mod@midad.example', 12);
    expect(await resetTwoStep(admin.id, admin)).toEqual({ fault: 'notYourself' });
    await resetTwoStep(person.id, admin);
    expect(await getSession(cookie)).toBeNull();
    expect((await listPeople()).find(({ id }) => id === person.id)).toMatchObject({
      passkeys: 0,
      signedInAt: expect.any(Date),
    });
    expect(await lastRow('twoStep.reset')).toMatchObject({ before: { passkeys: 1 }, after: { passkeys: 0 } });
  });
});

describe('invitations at the desk', () => {
  it('can be renewed with a new link, and revoked', async () => {
    const { token } = (await inviteStaff(
      { email: 'new@midad.example', name: 'هند', role: 'author' },
      admin,
    ))!;
    const [open] = await listInvitations();
    expect(open).toMatchObject({ email: 'new@midad.example' });
    const renewed = await renewInvitation(open!.id, admin);
    expect(await getInvitation(token)).toBeUndefined();
    expect(await getInvitation(renewed!.token)).toBeDefined();
    expect(await revokeInvitation(open!.id, admin)).toBeDefined();
    expect(await getInvitation(renewed!.token)).toBeUndefined();
    expect(await revokeInvitation(open!.id, admin)).toBeUndefined();
    expect(await renewInvitation(open!.id, admin)).toBeUndefined();
  });
});

it('every member has their own language', async () => {
  const member = await addMember('english@midad.example', 'author');
  await chooseLanguage(member.id, 'en');
  expect((await getSession(await enter('english@midad.example', 30)))?.user.locale).toBe('en');
  expect((await rowOf(admin.id)).locale).toBe('ar');
});
