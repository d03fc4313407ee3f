import { beforeEach, expect, it } from 'vitest';
import { NotAllowed, type Person } from '#lib/people/can.ts';
import { confirmClock, getClockHold } from '#db/privacy/clock.ts';
import { keepContact } from '#db/privacy/addresses/keep.ts';
import { commitCounter } from '#db/paper/content-version.ts';
import { db } from '#db/engine/client.ts';
import { enqueueJob } from '#db/jobs/jobs.ts';
import { newId } from '#db/engine/ids.ts';
import { auditLog, commentContacts, instanceState, jobs, usedTokens } from '#db/tables/tables.ts';
import { addComment, addNewsroom, after, DAY, MINUTE, NOON, publish } from '#db/testing/articles.ts';
import { addTestPerson } from '#db/testing/staff.ts';
import { runPeriodicTasks } from './ticker.ts';

let admin: Person;
const FAR = 400 * DAY;

beforeEach(async () => {
  for (const table of [instanceState, jobs, usedTokens, commentContacts]) await db().delete(table);
  admin ??= await (async () => {
    await addNewsroom();
    return addTestPerson('مدير', 'admin');
  })();
  const commentId = await addComment((await publish()).id);
  await db().transaction((tx) =>
    keepContact(tx, commentId, { email: 'amal@example.org', address: '192.0.2.1' }, NOON),
  );
  await db()
    .insert(usedTokens)
    .values({ nonce: newId(), expiresAt: after(DAY) });
  await db().insert(jobs).values({
    id: newId(),
    kind: 'mail',
    payload: {},
    runAt: NOON,
    attempts: 1,
    doneAt: NOON,
    createdAt: NOON,
  });
  await runPeriodicTasks(NOON);
});

const kept = async () => [
  (await db().select().from(commentContacts)).filter((row) => row.networkIndex !== null).length,
  (await db().select().from(usedTokens)).length,
  (await db().select().from(jobs)).length,
];

it('deletes nothing while the clock is 400 days ahead, and recovers when it is right again', async () => {
  await runPeriodicTasks(after(FAR));
  expect(await kept()).toEqual([1, 1, 1]);
  expect(await getClockHold(after(FAR))).toEqual(NOON);
  await runPeriodicTasks(after(MINUTE));
  expect(await kept()).toEqual([1, 1, 1]);
  expect(await getClockHold(after(MINUTE))).toBeNull();
});

it('continues after an administrator confirms the clock, and records that in the audit log', async () => {
  await runPeriodicTasks(after(FAR));
  await expect(confirmClock(await addTestPerson('سلمى', 'editor'), after(FAR))).rejects.toThrow(NotAllowed);
  await confirmClock(admin, after(FAR));
  expect(await getClockHold(after(FAR))).toBeNull();
  const line = (await db().select().from(auditLog)).find(({ action }) => action === 'site.clockConfirmed');
  expect(line).toMatchObject({ userId: admin.id, before: { clock: NOON.toISOString() } });
  await runPeriodicTasks(after(FAR + MINUTE));
  expect((await kept())[2]).toBe(0);
});

it('never holds a clock that runs normally for a month, and stores it at most once an hour', async () => {
  for (let hour = 1; hour <= 24 * 31; hour += 20) {
    await runPeriodicTasks(after(hour * 60 * MINUTE));
    expect(await getClockHold(after(hour * 60 * MINUTE))).toBeNull();
  }
  const end = after(30 * DAY + MINUTE);
  await runPeriodicTasks(end);
  const counter = commitCounter();
  await runPeriodicTasks(new Date(end.getTime() + MINUTE));
  expect(commitCounter()).toBe(counter);
});

it('also holds a clock that is three years back', async () => {
  await runPeriodicTasks(after(-3 * 365 * DAY));
  expect(await getClockHold(after(-3 * 365 * DAY))).toEqual(NOON);
});

it('runs a job at once that was scheduled while the clock was ahead', async () => {
  await db().transaction((tx) => enqueueJob(tx, 'mail', {}, after(FAR)));
  await runPeriodicTasks(after(MINUTE));
  expect((await db().select().from(jobs)).find(({ attempts }) => attempts === 0)).toMatchObject({
    runAt: after(MINUTE),
  });
});
