import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '#db/engine/client.ts';
import { keepContact } from '#db/privacy/addresses/keep.ts';
import { contactKeys } from '#db/privacy/addresses/keys.ts';
import { getNextDueTime } from '#db/front/next-change.ts';
import { newId } from '#db/engine/ids.ts';
import { confirmNotice, endNotices, noticeToken } from './notices.ts';
import { changeSettings, type Settings } from '#db/paper/settings.ts';
import { submitComment, type Submission } from './submit.ts';
import { createFirstAdmin } from '#db/people/staff.ts';
import {
  articles,
  bans,
  comments,
  jobs,
  moderationDecisions,
  settings,
  usedTokens,
  users,
  wordRules,
  type Comment,
} from '#db/tables/tables.ts';
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
import { forgetTokens } from './form-tokens.ts';

let articleId = '';
let userId = '';
let sent = 0;
const HOUR = 60 * MINUTE;
/** The address of a writer with earlier comments. */
const OWN = 'known@example.org';
// Bodies with nothing in common, so that none is a copy of another.
const BODIES = [
  'المدرسة بعيدة عن بيتنا كثيرًا',
  'سعر الخبز لا يناسب أحدًا هنا',
  'أين صور الافتتاح يا جماعة؟',
  'شكرًا على التقرير الوافي',
  'الميناء يحتاج إلى عمق أكبر',
  'غدًا تمطر كما قالوا أمس',
];

function submit(given: Partial<Submission> = {}, now = NOON) {
  sent += 1;
  const own = {
    body: BODIES[sent % BODIES.length]!,
    email: `reader${sent}@example.org`,
    address: `10.${sent % 250}.1.1`,
  };
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
/** Adds comments of a writer that a person has decided on. */
async function decided(
  writerId: string,
  count: number,
  status: Comment['status'],
  reviewedAt: Date | null = after(-DAY),
  email = OWN,
) {
  for (let n = 0; n < count; n++) {
    const id = await addComment(articleId, { writerId, status, reviewedAt, createdAt: after(-40 * DAY + n) });
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
  await db().delete(comments);
  await db().delete(settings);
  await db().delete(bans);
});

describe('a token', () => {
  it('is used up by the comment that is stored, and not by a rejected one', async () => {
    const { token } = submission(articleId);
    expect(await submit({ token, replyTo: newId() })).toEqual({ fault: 'replyGone' });
    await stored({ token });
    expect(await submit({ token })).toEqual({ fault: 'tokenUsed' });
    expect(await db().select().from(comments)).toHaveLength(1);
  });

  it('that is submitted several times at once stores one comment', async () => {
    const { token } = submission(articleId);
    const results = await Promise.all(Array.from({ length: 4 }, () => submit({ token })));
    expect(results.filter((result) => 'comment' in result)).toHaveLength(1);
  });

  it('is stored until it has expired', async () => {
    await db().delete(usedTokens);
    await stored();
    expect(await forgetTokens(after(DAY))).toBe(0);
    expect(await forgetTokens(after(DAY + 1))).toBe(1);
  });
});

describe('a banned sender', () => {
  it.each<['writer' | 'network', Partial<Submission>]>([
    ['writer', { writerId: 'banned-browser' }],
    ['network', { address: '198.51.100.20' }],
  ])('identified by %s gets the fault `banned` until the ban ends', async (kind, given) => {
    const { networkIndex } = contactKeys({ email: '', address: given.address ?? '' }, NOON);
    const key = kind === 'writer' ? given.writerId! : networkIndex;
    await db()
      .insert(bans)
      .values({ id: newId(), kind, key, reason: 'إساءة', userId, createdAt: NOON, until: after(HOUR) });
    expect(await submit(given)).toEqual({ fault: 'banned' });
    expect(await submit()).not.toHaveProperty('fault');
    expect(await submit(given, after(HOUR))).not.toHaveProperty('fault');
  });
});

describe('the result of the rules', () => {
  it('is stored with the comment: score, signals with their places, and a signature', async () => {
    const comment = await stored({ body: 'زوروا https://offers.example اليوم' });
    expect(comment).toMatchObject({
      status: 'pending',
      score: 15,
      signature: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(comment.signals).toContainEqual({
      rule: 'link',
      points: 15,
      start: 6,
      end: 28,
      detail: 'offers.example',
    });
    expect(await ruleOf(comment)).toBe('score');
  });

  it('sends a comment to spam from the configured threshold on', async () => {
    const body = 'زوروا https://a.example و https://b.example';
    expect(await stored({ body })).toMatchObject({ status: 'pending', score: 30 });
    await set({ spamScore: 30 });
    const spam = await stored({ body });
    expect(spam.status).toBe('spam');
    expect(await ruleOf(spam)).toBe('score');
  });

  it('counts haste only for a fresh form, not for one that was returned with a fault', async () => {
    const { token } = submission(articleId);
    const hasty = { ...token, issuedAt: after(-2999) };
    expect(await stored({ token: { ...hasty, nonce: newId() } })).toMatchObject({
      score: 40,
      status: 'pending',
    });
    expect(await stored({ token: { ...hasty, nonce: newId(), issuedAt: after(-3000) } })).toMatchObject({
      score: 0,
    });
    expect(await stored({ token: { ...hasty, nonce: newId(), kind: 'returned' } })).toMatchObject({
      score: 0,
    });
  });

  it('includes near-copies of the last seven days, on any article', async () => {
    const body = 'أفضل شركة تنظيف خزانات وعزل أسطح بضمان عشر سنوات';
    const elsewhere = (await publish()).id;
    await stored({ body, articleId: elsewhere }, after(-7 * DAY));
    expect(await stored({ body: `${body} الآن` }, after(1))).toMatchObject({ score: 0 });
    expect(await stored({ body: `${body} اليوم` }, after(2))).toMatchObject({ score: 40, status: 'pending' });
  });

  it('includes suspect and banned words in the text and in the name', async () => {
    await db()
      .insert(wordRules)
      .values({ id: newId(), word: 'بطيخ', mode: 'affixes', level: 'banned', userId: null, createdAt: NOON });
    expect((await stored({ body: 'يا للبطيخ' })).signals).toMatchObject([{ rule: 'bannedWord', start: 3 }]);
    expect((await stored({ name: 'أبو البطيخ' })).signals).toMatchObject([
      { rule: 'bannedWord', field: 'name' },
    ]);
    await db().delete(wordRules);
  });
});

describe('a writer whom the newsroom trusts', () => {
  const writerId = 'known-browser';

  it('is published at once, without a review', async () => {
    await set({ trustAfter: 3 });
    await decided(writerId, 3, 'approved');
    const comment = await stored({ writerId, email: OWN });
    expect(comment).toMatchObject({ status: 'approved', reviewedAt: null });
    expect(await ruleOf(comment)).toBe('trusted');
    expect((await db().select().from(jobs)).at(-1)).toMatchObject({
      kind: 'webhook',
      payload: { event: 'comment.approved', commentId: comment.id },
    });
  });

  it.each<[string, Partial<Settings>, () => Promise<void>]>([
    ['when the newsroom trusts nobody', { trustAfter: 0 }, () => decided(writerId, 9, 'approved')],
    ['with one approved too few', { trustAfter: 3 }, () => decided(writerId, 2, 'approved')],
    [
      'when rules approved and no person did',
      { trustAfter: 3 },
      () => decided(writerId, 3, 'approved', null),
    ],
    [
      'after a refusal within thirty days',
      { trustAfter: 3 },
      () => decided(writerId, 3, 'approved').then(() => decided(writerId, 1, 'rejected', after(-30 * DAY))),
    ],
    [
      'while everything is held',
      { trustAfter: 3, holdAllUntil: after(1).toISOString() },
      () => decided(writerId, 3, 'approved'),
    ],
  ])('waits like all others %s', async (_name, changes, before) => {
    await set(changes);
    await before();
    expect(await stored({ writerId, email: OWN })).toMatchObject({ status: 'pending' });
  });

  it('is trusted again when the refusal is older, and when the hold of all comments has ended', async () => {
    await set({ trustAfter: 3, holdAllUntil: NOON.toISOString() });
    await decided(writerId, 3, 'approved');
    await decided(writerId, 1, 'rejected', after(-30 * DAY - 1));
    expect(await stored({ writerId, email: OWN })).toMatchObject({ status: 'approved' });
  });

  it('waits if the comment itself scores too high', async () => {
    await set({ trustAfter: 1, holdScore: 10 });
    await decided(writerId, 1, 'approved');
    expect(
      await stored({ writerId, email: OWN, body: 'https://a.example و https://b.example' }),
    ).toMatchObject({ status: 'pending', score: 10 });
  });
});

describe('a writer whom the newsroom trusts, in another browser', () => {
  const email = 'layla@example.org';
  const [laptop, phone] = ['laptop', 'phone'];
  let asked = 0;
  async function askFrom(writerId: string) {
    const { id } = await stored({ writerId, email, notify: true }, after((asked += 1) * HOUR - 20 * DAY));
    return { confirm: () => confirmNotice(noticeToken(id), after(-DAY)) };
  }

  beforeEach(() => set({ trustAfter: 3 }));

  it('is trusted there once both browsers have confirmed the same address', async () => {
    await (await askFrom(laptop)).confirm();
    await decided(laptop, 3, 'approved', after(-DAY), email);
    const { confirm } = await askFrom(phone);
    expect(await stored({ writerId: phone, email })).toMatchObject({ status: 'pending' });
    await confirm();
    expect(await stored({ writerId: phone, email }, after(HOUR))).toMatchObject({ status: 'approved' });
    await decided(laptop, 1, 'rejected');
    expect(await stored({ writerId: phone, email }, after(2 * HOUR))).toMatchObject({ status: 'pending' });
  });

  it('is not recognised by an address that is only typed, even one that its owner confirmed', async () => {
    await (await askFrom(laptop)).confirm();
    await decided(laptop, 9, 'approved', after(-DAY), email);
    await askFrom('stranger');
    expect(await stored({ writerId: 'stranger', email })).toMatchObject({ status: 'pending' });
    expect(await stored({ writerId: '', email }, after(HOUR))).toMatchObject({ status: 'pending' });
  });

  it('is not trusted by an address that nobody confirmed, however many of its comments were approved', async () => {
    for (let n = 0; n < 5; n++) await askFrom(`browser ${n}`);
    await db()
      .update(comments)
      .set({ status: 'approved', reviewedAt: after(-DAY) });
    expect(await stored({ writerId: phone, email })).toMatchObject({ status: 'pending' });
  });

  it('is not trusted there any more after ending the mails', async () => {
    await (await askFrom(laptop)).confirm();
    await (await askFrom(phone)).confirm();
    await decided(laptop, 3, 'approved', after(-DAY), email);
    const [first] = await db().select().from(comments).where(eq(comments.writerId, phone));
    await endNotices(noticeToken(first!.id), NOON);
    expect(await stored({ writerId: phone, email })).toMatchObject({ status: 'pending' });
  });
});

describe('an article with two hundred pending comments', () => {
  const fill = (count: number) =>
    db()
      .insert(comments)
      .values(
        Array.from({ length: count }, (_, n) => {
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
        }),
      );

  it('rejects another comment for now, and uses up no token', async () => {
    await fill(199);
    const { token } = submission(articleId);
    const last = await stored();
    expect(await submit({ token })).toEqual({ fault: 'articleFull', wait: 900 });
    await db().update(comments).set({ status: 'approved' }).where(eq(comments.id, last.id));
    expect(await stored({ token })).toMatchObject({ status: 'pending' });
  });

  it('still accepts comments that do not wait for review', async () => {
    await fill(200);
    await set({ trustAfter: 3 });
    await decided('known-browser', 3, 'approved');
    expect(await stored({ writerId: 'known-browser', email: OWN })).toMatchObject({ status: 'approved' });
    expect(
      await stored({ decoyFilled: true, token: { ...submission(articleId).token, issuedAt: after(-1000) } }),
    ).toMatchObject({ status: 'spam' });
    expect(await submit({ articleId: (await publish()).id })).not.toHaveProperty('fault');
  });
});

describe('in slow mode', () => {
  beforeEach(() => set({ slowModeUntil: after(HOUR).toISOString(), slowModeSeconds: 300 }));

  it('one reader can send once per interval, and is told how long to wait', async () => {
    await stored({ writerId: 'slow' });
    expect(await submit({ writerId: 'slow' }, after(MINUTE))).toEqual({ fault: 'slowMode', wait: 241 });
    expect(await submit({}, after(MINUTE))).not.toHaveProperty('fault');
    expect(await submit({ writerId: 'slow' }, after(5 * MINUTE + 1))).not.toHaveProperty('fault');
  });

  it('the network limits a reader of whom nothing else is known', async () => {
    await stored({ email: '', address: '192.0.2.50' });
    expect(await submit({ email: '', address: '192.0.2.51' }, after(MINUTE))).toMatchObject({
      fault: 'slowMode',
    });
    expect(await submit({ address: '192.0.2.52' }, after(MINUTE))).not.toHaveProperty('fault');
  });

  it('the limit ends at its time', async () => {
    await set({ slowModeUntil: after(MINUTE).toISOString() });
    await stored({ writerId: 'slow' });
    expect(await submit({ writerId: 'slow' }, after(MINUTE))).not.toHaveProperty('fault');
  });
});

it("the next due time is when comments next close, by an article's own time or by the setting", async () => {
  // 30 days after the articles of this newsroom were published at noon
  expect(await getNextDueTime(after(30 * DAY - 1))).toEqual(after(30 * DAY));
  await db()
    .update(articles)
    .set({ commentsCloseAt: after(HOUR) })
    .where(eq(articles.id, articleId));
  expect(await getNextDueTime(NOON)).toEqual(after(HOUR));
  expect(await getNextDueTime(after(HOUR))).not.toEqual(after(HOUR));
  await set({ commentsCloseAfterDays: 0 });
  expect((await getNextDueTime(after(30 * DAY - 1))).getTime()).toBeGreaterThan(after(30 * DAY).getTime());
});
