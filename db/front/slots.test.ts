import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { SECOND } from '#lib/articles/front-places.ts';
import { endBreaking, setBreaking } from './breaking.ts';
import { db } from '#db/engine/client.ts';
import { getNextDueTime } from './next-change.ts';
import { composeFront } from './page.ts';
import { pinStory, readSlots, unpinStory } from './slots.ts';
import { addNewsroom, after, DAY, MINUTE, NOON, publish } from '#db/testing/articles.ts';
import { addTestPerson } from '#db/testing/staff.ts';
import { articles, auditLog, drafts, frontSlots } from '#db/tables/tables.ts';
import type { Person } from '#lib/people/can.ts';

let editor: Person;
let author: Person;
beforeAll(async () => {
  await addNewsroom();
  editor = await addTestPerson('ليلى', 'editor');
  author = await addTestPerson('سامر', 'author');
});
beforeEach(async () => {
  await db().delete(frontSlots);
  await db().delete(articles);
});

/** Stories one minute apart, newest first. */
async function publishSome(count: number, file: Parameters<typeof publish>[0] = {}) {
  const made = [];
  for (let n = 0; n < count; n++)
    made.push(
      await publish({ ...file, headline: `خبر ${n}`, publishedAt: after(-n * MINUTE).toISOString() }),
    );
  return made;
}

const pin = async (
  articleId: string,
  place: string,
  {
    from = '',
    expiresAt = null,
    now = NOON,
    person = editor,
  }: { from?: string; expiresAt?: Date | null; now?: Date; person?: Person } = {},
) =>
  pinStory(
    { locale: 'ar', articleId, place, from, expiresAt, stamp: (await readSlots('ar', now)).stamp },
    person,
    now,
  );

async function standing(at = NOON) {
  const front = await composeFront('ar', at);
  return [front.lead, ...front.second, ...front.blocks.flatMap((block) => block.cards)].map(
    (card) => card?.id,
  );
}

it('is filled with the newest stories without duplicates', async () => {
  const made = await publishSome(20);
  const ids = await standing();
  expect(ids).toEqual(made.slice(0, 14).map((each) => each.id));
  expect(new Set(ids).size).toBe(ids.length);
});

it('keeps pinned stories in their places and fills the other places', async () => {
  const made = await publishSome(20);
  await pin(made[15]!.id, 'lead');
  await pin(made[0]!.id, 'second-3');
  const ids = await standing();
  expect(ids[0]).toBe(made[15]!.id);
  expect(ids.slice(1, 6)).toEqual([made[1]!.id, made[2]!.id, made[3]!.id, made[0]!.id, made[4]!.id]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toHaveLength(1 + SECOND + 4);
});

it('ignores a pin after its end and while its story is not visible', async () => {
  const made = await publishSome(6);
  const end = after(10 * MINUTE);
  await pin(made[4]!.id, 'lead', { expiresAt: end });
  expect(await getNextDueTime(NOON)).toEqual(end);
  expect((await composeFront('ar', after(10 * MINUTE - 1))).lead?.id).toBe(made[4]!.id);
  expect((await composeFront('ar', end)).lead?.id).toBe(made[0]!.id);
  for (const status of ['draft', 'retracted', 'trash'] as const) {
    await db().update(articles).set({ status }).where(eq(articles.id, made[4]!.id));
    expect((await composeFront('ar', NOON)).lead?.id).toBe(made[0]!.id);
    expect((await readSlots('ar', NOON)).away).toMatchObject([
      { place: 'lead', headline: 'خبر 4', from: null },
    ]);
  }
});

it('shows a pinned scheduled story when it appears, and the earlier pin until then', async () => {
  const made = await publishSome(4);
  const coming = await publish({ headline: 'قادم', publishedAt: after(DAY).toISOString() });
  await pin(made[2]!.id, 'lead');
  await pin(coming.id, 'lead', { now: after(MINUTE) });
  expect((await composeFront('ar', after(2 * MINUTE))).lead?.id).toBe(made[2]!.id);
  expect((await composeFront('ar', after(DAY))).lead?.id).toBe(coming.id);
  expect(await standing(after(DAY))).toContain(made[2]!.id);
  expect((await readSlots('ar', NOON)).away).toMatchObject([{ place: 'lead', from: after(DAY) }]);
});

it('swaps two pinned stories, and fills an unpinned place automatically', async () => {
  const made = await publishSome(8);
  await pin(made[5]!.id, 'second-0');
  await pin(made[6]!.id, 'second-1');
  await pin(made[6]!.id, 'second-0', { from: 'second-1' });
  expect((await standing()).slice(1, 3)).toEqual([made[6]!.id, made[5]!.id]);
  const { second } = await composeFront('ar', NOON);
  const { stamp } = await readSlots('ar', NOON);
  expect(await unpinStory({ locale: 'ar', slotId: second[0]!.pin!.id, stamp }, editor, NOON)).toEqual({
    headline: 'خبر 6',
    place: 'second-0',
  });
  expect((await standing()).slice(0, 4)).toEqual([made[0]!.id, made[1]!.id, made[5]!.id, made[2]!.id]);
  const rows = await db().select().from(auditLog).where(eq(auditLog.subject, made[5]!.id));
  expect(rows.map(({ action, before, after: then }) => [action, before, then])).toEqual([
    ['front.pinned', null, { place: 'second-0', expiresAt: null }],
    ['front.moved', { place: 'second-0', expiresAt: null }, { place: 'second-1', expiresAt: null }],
  ]);
});

it('rejects a pin or unpin with an old stamp as a conflict', async () => {
  const made = await publishSome(3);
  const { stamp } = await readSlots('ar', NOON);
  await pin(made[1]!.id, 'lead');
  expect(
    await pinStory(
      { locale: 'ar', articleId: made[2]!.id, place: 'lead', from: '', expiresAt: null, stamp },
      editor,
      NOON,
    ),
  ).toEqual({ fault: 'conflict' });
  expect(await unpinStory({ locale: 'ar', slotId: 'x', stamp }, editor, NOON)).toEqual({ fault: 'conflict' });
});

it('rejects unknown places, a past end, stories of another edition and people who may not curate', async () => {
  const [story] = await publishSome(1);
  const english = await publish({ locale: 'en', headline: 'News' });
  expect(await pin(story!.id, 'second-9')).toEqual({ fault: 'place' });
  expect(await pin(story!.id, 'section-0-nowhere')).toEqual({ fault: 'place' });
  expect(await pin(story!.id, 'lead', { expiresAt: NOON })).toEqual({ fault: 'past' });
  expect(await pin(english.id, 'lead')).toEqual({ fault: 'gone' });
  await expect(pin(story!.id, 'lead', { person: author })).rejects.toThrow();
});

it('shows a breaking story either in the bar or in its pinned place', async () => {
  const made = await publishSome(5);
  const until = after(2 * 60 * MINUTE);
  expect(await setBreaking({ articleId: made[0]!.id, until }, editor, NOON)).toEqual({
    headline: 'خبر 0',
    until,
  });
  const front = await composeFront('ar', NOON);
  expect(front.breaking.map((card) => card.id)).toEqual([made[0]!.id]);
  expect(await standing()).not.toContain(made[0]!.id);
  await pin(made[0]!.id, 'lead');
  expect((await composeFront('ar', NOON)).breaking).toEqual([]);
  expect((await standing())[0]).toBe(made[0]!.id);
  expect((await composeFront('ar', until)).breaking).toEqual([]);
});

it('shows the only story as the lead when it is breaking', async () => {
  const [only] = await publishSome(1);
  await setBreaking({ articleId: only!.id, until: after(DAY) }, editor, NOON);
  expect(await composeFront('ar', NOON)).toMatchObject({ lead: { id: only!.id }, breaking: [] });
});

it('ends a breaking line early, also in the working copy', async () => {
  const [story] = await publishSome(1);
  await db()
    .insert(drafts)
    .values({
      articleId: story!.id,
      content: { headline: 'خبر' } as never,
      version: 3,
      isAhead: false,
      updatedAt: NOON,
    });
  await setBreaking({ articleId: story!.id, until: after(DAY) }, editor, NOON);
  await endBreaking(story!.id, editor, NOON);
  const [draft] = await db().select().from(drafts).where(eq(drafts.articleId, story!.id));
  // Setting and ending each make a new version, so an open editor gets a conflict and cannot write the old
  // time back.
  expect(draft).toMatchObject({ version: 5, content: { headline: 'خبر', breakingUntil: null } });
  expect((await composeFront('ar', NOON)).breaking).toEqual([]);
  expect(await setBreaking({ articleId: story!.id, until: NOON }, editor, NOON)).toEqual({ fault: 'until' });
  expect(await setBreaking({ articleId: story!.id, until: after(4 * DAY) }, editor, NOON)).toEqual({
    fault: 'until',
  });
  await expect(endBreaking(story!.id, author, NOON)).rejects.toThrow();
});
