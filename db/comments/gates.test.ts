import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '#db/engine/client.ts';
import { contactKeys } from '#db/privacy/addresses/keys.ts';
import { newId } from '#db/engine/ids.ts';
import type { Submission } from './submit.ts';
import { createFirstAdmin } from '#db/people/staff.ts';
import { bans, comments, usedTokens, users, wordRules } from '#db/tables/tables.ts';
import { after, DAY, MINUTE, NOON, publish, submission } from '#db/testing/articles.ts';
import { forgetTokens } from './form-tokens.ts';
import {
  articleId,
  HOUR,
  OWN,
  submit,
  stored,
  set,
  ruleOf,
  decided,
  addCommentedArticle,
  clearComments,
} from '#db/testing/sent-comments.ts';

let userId = '';

beforeAll(async () => {
  await addCommentedArticle();
  await createFirstAdmin();
  userId = (await db().select().from(users))[0]!.id;
});
beforeEach(clearComments);

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
