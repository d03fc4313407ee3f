import { describe, expect, it } from 'vitest';
import { NotAllowed, type Person } from '#lib/people/can.ts';
import { db } from '#db/engine/client.ts';
import { listPeople } from './people.ts';
import { acceptInvitation, createFirstAdmin, getInvitation, inviteStaff } from './staff.ts';
import { auditLog, invitations } from '#db/tables/tables.ts';

const PASSWORD = 'nine camels read papers';
const salma = { email: 'Salma@Midad.example ', name: 'سلمى الورفلي', role: 'editor' as const };

describe('the first administrator', () => {
  it('is created once, with a password that is returned once', async () => {
    const [one, two] = await Promise.all([createFirstAdmin(), createFirstAdmin()]);
    const made = [one, two].filter((result) => result !== null);
    expect(made).toHaveLength(1);
    expect(made[0]!.password).toMatch(/^(?:[a-z2-9]{4}-){4}[a-z2-9]{4}$/);
    expect(await createFirstAdmin()).toBeNull();
    expect((await listPeople()).map(({ role }) => role)).toEqual(['admin']);
  });
});

describe('invitations', () => {
  it('store only the hash of the token', async () => {
    const { token } = (await inviteStaff(salma, null))!;
    expect(JSON.stringify(await db().select().from(invitations))).not.toContain(token);
    expect(await getInvitation(token)).toEqual({
      email: 'salma@midad.example',
      name: 'سلمى الورفلي',
      role: 'editor',
    });
    expect(await getInvitation(`${token}x`)).toBeUndefined();
  });

  it('end when a new one is made for the same address', async () => {
    const { token: old } = (await inviteStaff(salma, null))!;
    await inviteStaff(salma, null);
    expect(await getInvitation(old)).toBeUndefined();
  });

  it('end after seven days', async () => {
    const past = new Date(Date.now() - 7 * 86_400_000 - 1000);
    const { token } = (await inviteStaff({ ...salma, email: 'late@midad.example' }, null, past))!;
    expect(await acceptInvitation(token, PASSWORD)).toEqual({ fault: 'invitationGone' });
  });

  it('reject a weak password and stay open', async () => {
    const { token } = (await inviteStaff(salma, null))!;
    expect(await acceptInvitation(token, 'short')).toEqual({ fault: 'passwordShort' });
    expect(await acceptInvitation(token, 'password1234')).toEqual({ fault: 'passwordCommon' });
    expect(await getInvitation(token)).toBeDefined();
  });

  it('can be accepted once, also by two requests at the same moment', async () => {
    const { token } = (await inviteStaff(salma, null))!;
    const results = await Promise.all([acceptInvitation(token, PASSWORD), acceptInvitation(token, PASSWORD)]);
    expect(results.filter((result) => 'user' in result)).toHaveLength(1);
    expect(results.filter((result) => 'fault' in result)).toEqual([{ fault: 'invitationGone' }]);
    expect(await acceptInvitation(token, PASSWORD)).toEqual({ fault: 'invitationGone' });
    expect(await inviteStaff(salma, null)).toBeNull();
    const log = await db().select({ action: auditLog.action }).from(auditLog);
    expect(log.filter(({ action }) => action === 'staff.joined')).toHaveLength(1);
  });

  it('can be made only by administrators', async () => {
    const [person] = await listPeople();
    const editor: Person = { ...person!, role: 'editor' };
    await expect(inviteStaff({ ...salma, email: 'x@midad.example' }, editor)).rejects.toThrow(NotAllowed);
    await expect(inviteStaff({ ...salma, email: 'no address' }, null)).rejects.toThrow();
  });
});
