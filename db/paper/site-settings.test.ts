import { beforeAll, expect, it } from 'vitest';
import { NotAllowed, ROLES, type Person } from '#lib/people/can.ts';
import { db } from '#db/engine/client.ts';
import { changeSettings, getSettings } from './settings.ts';
import { changeSiteSettings, siteSettingsSchema, siteStamp } from './site-settings.ts';
import { auditLog } from '#db/tables/tables.ts';
import { NOON } from '#db/testing/articles.ts';
import { addTestPerson } from '#db/testing/staff.ts';

let admin: Person;
beforeAll(async () => {
  admin = await addTestPerson('ليلى', 'admin');
});

/** The current form with some fields changed. */
async function form(typed: Record<string, string> = {}) {
  const { hijri, hijriOffset, ...all } = await getSettings();
  return siteSettingsSchema.parse({
    ...all,
    hijri: hijri ? 'on' : 'off',
    hijriOffset: String(hijriOffset),
    ...typed,
  });
}

it('settings are not saved over a colleague’s change; changes by other forms are no conflict', async () => {
  const [stamp, mine] = [siteStamp(await getSettings()), await form({ accent: 'plum' })];
  await db().transaction((tx) => changeSettings(tx, { holdScore: 31 }));
  const theirs = await changeSiteSettings(
    { ...(await form({ contactPhone: '+218 1' })), stamp },
    admin,
    NOON,
  );
  expect(theirs).toEqual({ changed: 1, stamp: siteStamp(await getSettings()) });
  const refused = await changeSiteSettings({ ...mine, stamp }, admin, NOON);
  expect(refused).toEqual({ fault: 'conflict', stamp: siteStamp(await getSettings()) });
  expect(await getSettings()).toMatchObject({ contactPhone: '+218 1', accent: 'madder' });
  const saved = await changeSiteSettings(
    { ...mine, stamp: 'stamp' in refused ? refused.stamp : '' },
    admin,
    NOON,
  );
  expect(saved).toEqual({ changed: 2, stamp: siteStamp(await getSettings()) });
  expect(await getSettings()).toMatchObject({ contactPhone: '', accent: 'plum', holdScore: 31 });
  expect(await changeSiteSettings({ ...mine, stamp }, admin, NOON)).toMatchObject({ changed: 0 });
  expect(await db().select().from(auditLog)).toHaveLength(2);
});

it.each(ROLES.filter((role) => role !== 'admin'))('are not changed by the role %s', async (role) => {
  const before = await getSettings();
  const input = { ...(await form({ siteNameAr: `اسم آخر ${role}` })), stamp: siteStamp(before) };
  const person = await addTestPerson('سامر', role);
  await expect(changeSiteSettings(input, person, NOON)).rejects.toThrow(NotAllowed);
  expect(await getSettings()).toEqual(before);
});
