import { count, eq, like } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { getSession, type Visitor } from './auth.ts';
import { db } from '#db/engine/client.ts';
import { newId } from '#db/engine/ids.ts';
import { markBrowser, readKnownBrowser } from './known-browser.ts';
import { forgiveTry, pruneTries, takeTry } from './lockout.ts';
import { askForReset } from './reset-password.ts';
import { signIn } from './sign-in.ts';
import { acceptInvitation, inviteStaff } from './staff.ts';
import { jobs, tryCounts, users } from '#db/tables/tables.ts';

const PASSWORD = 'nine camels read papers';
const OWNER = 'owner@midad.example';
const HOUR = 3_600_000;
const NOW = new Date('2026-11-29T09:00:00Z');
const at = (ms: number) => new Date(NOW.getTime() + ms);
const from = (address: string, cookie = ''): Visitor => ({ address, cookie, userAgent: 'test' });
const toCookie = (lines: string[]) => lines.map((line) => line.split(';')[0]).join('; ');

let ownCookie = '';
let ownId = '';

beforeAll(async () => {
  const { token } = (await inviteStaff({ email: OWNER, name: 'سالم القاضي', role: 'moderator' }, null))!;
  await acceptInvitation(token, PASSWORD);
  const entered = await signIn(OWNER, PASSWORD, from('192.0.2.1'));
  if (entered.outcome !== 'in') throw new Error(entered.outcome);
  ownCookie = toCookie(entered.setCookies);
  ownId = (await getSession(ownCookie))!.user.id;
});

/** The cookie with the mark of the browser only. */
const knownOnly = () => ownCookie.split('; ').find((part) => part.startsWith('midad.known='))!;

describe('guesses from elsewhere', () => {
  it('never lock the owner out of a known browser or network', async () => {
    for (let n = 0; n < 50; n++) {
      const { outcome } = await signIn(OWNER, 'not the password', from(`198.51.100.${n}`));
      expect(outcome).toBe(n < 10 ? 'wrong' : 'locked');
    }
    expect((await signIn(OWNER, PASSWORD, from('203.0.113.1'))).outcome).toBe('locked');
    expect((await signIn(OWNER, PASSWORD, from('203.0.113.2', knownOnly()))).outcome).toBe('in');
    expect((await signIn(OWNER, PASSWORD, from('192.0.2.1'))).outcome).toBe('in');
  });

  it('have to wait longer after each attempt, and are told how long', async () => {
    const waits: number[] = [];
    let ms = 0;
    for (let n = 0; n < 15; n++) {
      const turn = await takeTry('password', 'slow@midad.example', undefined, from(`10.2.0.${n}`), at(ms));
      if (turn.open) continue;
      waits.push(turn.retryAfter);
      ms += turn.retryAfter * 1000;
    }
    expect(waits).toEqual([30, 60, 120]);
  });

  it('from one network are limited for all accounts together, and a right password gives back one attempt', async () => {
    const network = from('2001:db8:1:2::1');
    const turns = [];
    for (let n = 0; n < 21; n++)
      turns.push(
        await takeTry('password', `n${n}@midad.example`, undefined, from(`2001:db8:1:2::${n}`), NOW),
      );
    expect(turns.map(({ open }) => open)).toEqual([...Array.from({ length: 20 }, () => true), false]);
    expect(
      (await takeTry('password', 'other@midad.example', undefined, from('2001:db8:1:3::1'), NOW)).open,
    ).toBe(true);
    await forgiveTry(turns[0] as Extract<(typeof turns)[number], { open: true }>);
    expect((await takeTry('password', 'again@midad.example', undefined, network, at(11_000))).open).toBe(
      true,
    );
    expect((await takeTry('password', 'again@midad.example', undefined, network, at(11_000))).open).toBe(
      false,
    );
  });

  it('at the same moment are counted one by one', async () => {
    // Attempts read the clock out of order.
    const turns = await Promise.all(
      Array.from({ length: 30 }, (_, n) =>
        takeTry('password', 'rush@midad.example', undefined, from(`10.3.0.${n}`), at((n * 7) % 30)),
      ),
    );
    expect(turns.filter(({ open }) => open)).toHaveLength(10);
  });
});

describe('a known browser', () => {
  it('has its own count, which locks as well', async () => {
    const outcomes = [];
    for (let n = 0; n < 11; n++)
      outcomes.push((await signIn(OWNER, 'not the password', from('203.0.113.9', knownOnly()))).outcome);
    expect(outcomes).toEqual([...Array.from({ length: 10 }, () => 'wrong'), 'locked']);
  });

  it('is recognised only by a valid mark, which names at most five people', () => {
    const mark = markBrowser('', ownId).split(';')[0]!;
    expect(readKnownBrowser(mark)?.userIds).toEqual([ownId]);
    expect(readKnownBrowser(mark.replace(ownId, newId()))).toBeUndefined();
    expect(readKnownBrowser('midad.known=%E0%A4%A')).toBeUndefined();
    expect(readKnownBrowser('')).toBeUndefined();
    let line = mark;
    for (let n = 0; n < 8; n++) line = markBrowser(line, newId()).split(';')[0]!;
    expect(readKnownBrowser(line)?.userIds).toHaveLength(5);
    expect(readKnownBrowser(line)?.id).toBe(readKnownBrowser(mark)?.id);
  });
});

describe('a request for a new password', () => {
  const mails = async (id: string) =>
    (await db().select().from(jobs).where(eq(jobs.kind, 'staffMail'))).filter(
      ({ payload }) => (payload as { userId: string }).userId === id,
    );

  it('gets the same answer for every address, and three mails at most before it slows down; a known browser has its own count', async () => {
    for (let n = 0; n < 6; n++)
      expect(await askForReset(OWNER, from(`203.0.114.${n}`), NOW)).toEqual({ outcome: 'asked' });
    for (let n = 0; n < 6; n++)
      expect(await askForReset('nobody@midad.example', from(`203.0.115.${n}`), NOW)).toEqual({
        outcome: 'asked',
      });
    expect(await mails(ownId)).toHaveLength(3);
    await askForReset(OWNER, from('203.0.116.1', knownOnly()), NOW);
    expect(await mails(ownId)).toHaveLength(4);
  });

  it('is limited per network, and sends nothing to a disabled account', async () => {
    const outcomes = [];
    for (let n = 0; n < 6; n++)
      outcomes.push(await askForReset(`a${n}@midad.example`, from('203.0.117.1'), NOW));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual([
      'asked',
      'asked',
      'asked',
      'asked',
      'asked',
      'locked',
    ]);
    expect(outcomes[5]).toMatchObject({ retryAfter: 60 });
    const id = newId();
    await db().insert(users).values({
      id,
      name: 'موقوف',
      email: 'shut@midad.example',
      emailVerified: true,
      role: 'author',
      createdAt: NOW,
      updatedAt: NOW,
      disabledAt: NOW,
    });
    expect(await askForReset('shut@midad.example', from('203.0.118.1'), NOW)).toEqual({ outcome: 'asked' });
    expect(await mails(id)).toEqual([]);
  });
});

it('counts are removed when they expire, and only a limited number is kept', async () => {
  const row = (key: string, expiresAt: Date) => ({ key: `test ${key}`, count: 1, openAt: NOW, expiresAt });
  await db()
    .insert(tryCounts)
    .values([
      row('old', at(-1)),
      ...Array.from({ length: 9 }, (_, n) => row(String(n), at(100 * 24 * HOUR + n))),
    ]);
  await pruneTries(NOW, 5);
  const [all] = await db().select({ count: count() }).from(tryCounts);
  expect(all!.count).toBe(5);
  const left = await db().select({ key: tryCounts.key }).from(tryCounts).where(like(tryCounts.key, 'test %'));
  expect(left.map(({ key }) => key).sort()).toEqual(['test 4', 'test 5', 'test 6', 'test 7', 'test 8']);
});
