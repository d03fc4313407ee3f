import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '#db/engine/client.ts';
import { keepContact } from '#db/privacy/addresses/keep.ts';
import { contactKeys } from '#db/privacy/addresses/keys.ts';
import { newId } from '#db/engine/ids.ts';
import { changeSettings, type Settings } from '#db/paper/settings.ts';
import { createFirstAdmin } from '#db/people/staff.ts';
import { submitComment, type Submission } from './submit.ts';
import { bans, comments, moderationDecisions, settings, users, type Comment } from '#db/tables/tables.ts';
import {
  addComment,
  addNewsroom,
  after,
  DAY,
  MINUTE,
  NOON,
  publish,
  submission,
} from '#db/testing/articles.ts';

let articleId = '';
let userId = '';
let sent = 0;
const HOUR = 60 * MINUTE;
/** The address of a writer with earlier comments. */
const OWN = 'known@example.org';

/** Sends from a new network each time, so that only the tested value is the same. */
function submit(given: Partial<Submission> = {}, now = NOON) {
  sent += 1;
  const own = { body: `رأي ${newId()}`, email: `reader${sent}@example.org`, address: `10.${sent % 250}.1.1` };
  return submitComment(submission(articleId, { ...own, ...given }, now), now);
}
async function stored(given: Partial<Submission> = {}, now = NOON): Promise<Comment> {
  const result = await submit(given, now);
  if ('fault' in result) throw new Error(result.fault);
  return result.comment;
}
const set = (changes: Partial<Settings>) => db().transaction((tx) => changeSettings(tx, changes));
const ruleOf = async ({ id }: Comment) =>
  (await db().select().from(moderationDecisions).where(eq(moderationDecisions.commentId, id)))[0]!.rule;
/** Adds comments of a writer that a person approved, sent with an address. */
async function approved(writerId: string, count: number, email = OWN) {
  for (let n = 0; n < count; n++) {
    const id = await addComment(articleId, {
      writerId,
      status: 'approved',
      reviewedAt: after(-DAY),
      createdAt: after(-40 * DAY + n),
    });
    await db().transaction((tx) =>
      keepContact(tx, id, { email, address: '10.250.1.1' }, after(-40 * DAY + n)),
    );
  }
}

beforeAll(async () => {
  await addNewsroom();
  articleId = (await publish()).id;
  await createFirstAdmin();
  userId = (await db().select().from(users))[0]!.id;
});
beforeEach(async () => {
  for (const table of [comments, settings, bans]) await db().delete(table);
});

describe('what is known of an address alone', () => {
  const email = 'secret.person@example.org';
  const body = 'كلمات لا يعرف صاحبها إلا نحن';
  const banEmail = () =>
    db()
      .insert(bans)
      .values({
        id: newId(),
        kind: 'email',
        key: contactKeys({ email, address: '' }, NOON).emailIndex,
        reason: 'إساءة',
        userId,
        createdAt: NOON,
        until: after(HOUR),
      });

  it.each<[string, string, 'pending' | 'spam', () => Promise<unknown>]>([
    ['a ban on the address', 'address-ban', 'spam', banEmail],
    ['the same text from the address', 'address-duplicate', 'pending', () => stored({ body, email })],
    [
      'exceeding the limit of the address',
      'address-limit',
      'pending',
      async () => {
        for (let n = 0; n < 2; n++) await stored({ email });
      },
    ],
    [
      'sending too soon in slow mode',
      'address-limit',
      'pending',
      async () => {
        await set({ slowModeUntil: after(HOUR).toISOString(), slowModeSeconds: 300 });
        await stored({ email });
      },
    ],
  ])(
    '%s does not change the response: the comment is accepted and decided silently',
    async (_name, rule, status, make) => {
      await make();
      const right = await stored({ body, email });
      expect([right.status, await ruleOf(right)]).toEqual([status, rule]);
      const wrong = await stored({ body, email: 'wrong.guess@example.org' });
      expect([wrong.status, await ruleOf(wrong)]).toEqual([
        'pending',
        expect.not.stringContaining('address'),
      ]);
    },
  );

  it('does not show when the same words are sent again, whatever state the first comment got', async () => {
    await banEmail();
    await stored({ body, email, writerId: 'guesser' });
    expect(
      await submit({ body, email: 'wrong.guess@example.org', writerId: 'guesser' }, after(MINUTE)),
    ).toEqual({ fault: 'duplicate' });
  });

  it('does not show in the rejection of a full article', async () => {
    await banEmail();
    const rows = Array.from({ length: 200 }, (_, n) => {
      const id = newId();
      return {
        id,
        articleId,
        threadId: id,
        name: 'قارئ',
        body: `${n}`,
        bodyKey: `${n}`,
        status: 'pending' as const,
        createdAt: after(-DAY),
      };
    });
    await db().insert(comments).values(rows);
    expect(await submit({ email })).toEqual({ fault: 'articleFull', wait: 900 });
    expect(await submit({ email: 'wrong.guess@example.org' })).toEqual({ fault: 'articleFull', wait: 900 });
  });

  it('does not show to a trusted writer: with any address but their own they wait for review', async () => {
    await set({ trustAfter: 3 });
    await approved('trusted', 3);
    await approved('owner', 9, email);
    expect(await stored({ writerId: 'trusted', email }, NOON)).toMatchObject({ status: 'pending' });
    expect(
      await stored({ writerId: 'trusted', email: 'wrong.guess@example.org' }, after(MINUTE)),
    ).toMatchObject({ status: 'pending' });
    expect(await stored({ writerId: 'trusted', email: OWN }, after(2 * MINUTE))).toMatchObject({
      status: 'approved',
    });
  });
});
