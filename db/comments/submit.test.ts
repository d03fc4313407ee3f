import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CommentFault } from '#lib/comments/form-state.ts';
import { decryptText } from '#lib/security/crypto.ts';
import { env } from '#lib/env.ts';
import { getKeys } from '#lib/security/keys.ts';
import { db } from '#db/engine/client.ts';
import { forgetNetworks } from '#db/privacy/addresses/forget.ts';
import { newId } from '#db/engine/ids.ts';
import { submitComment, type Submission } from './submit.ts';
import { commentContacts, comments, moderationDecisions, type Comment } from '#db/tables/tables.ts';
import { addComment, addNewsroom, after, DAY, NOON, publish, submission } from '#db/testing/articles.ts';

let articleId = '';
let otherArticleId = '';
let sent = 0;

/** Sends a comment that differs from all others in words, address and network. */
function submit(given: Partial<Submission> = {}, now = NOON) {
  sent += 1;
  const own = {
    body: `رأي رقم ${sent}`,
    email: `reader${sent}@example.org`,
    address: `10.${sent % 250}.${Math.floor(sent / 250)}.1`,
  };
  return submitComment(submission(articleId, { ...own, ...given }, now), now);
}

async function stored(given: Partial<Submission> = {}, now = NOON): Promise<Comment> {
  const result = await submit(given, now);
  if ('fault' in result) throw new Error(result.fault);
  return result.comment;
}

const faultOf = async (given: Partial<Submission>, now = NOON): Promise<CommentFault | null> => {
  const result = await submit(given, now);
  return 'fault' in result ? result.fault : null;
};

/** A token of a form that was opened one second before it was sent. */
const hastyToken = () => ({ ...submission(articleId).token, issuedAt: after(-1000) });

const contactOf = async (commentId: string) =>
  (await db().select().from(commentContacts).where(eq(commentContacts.commentId, commentId)))[0]!;
const setStatus = (id: string, status: Comment['status']) =>
  db().update(comments).set({ status }).where(eq(comments.id, id));

beforeAll(async () => {
  await addNewsroom();
  articleId = (await publish()).id;
  otherArticleId = (await publish()).id;
});
beforeEach(() =>
  db()
    .delete(comments)
    .then(() => undefined),
);

describe('a comment', () => {
  it('waits for review, with a decision that names the rule', async () => {
    const comment = await stored({ name: 'سلمى', body: 'مرحبا' });
    expect(comment).toMatchObject({
      articleId,
      parentId: null,
      threadId: comment.id,
      name: 'سلمى',
      body: 'مرحبا',
      status: 'pending',
      createdAt: NOON,
    });
    expect(
      await db().select().from(moderationDecisions).where(eq(moderationDecisions.commentId, comment.id)),
    ).toMatchObject([
      {
        commentId: comment.id,
        userId: null,
        rule: 'hold-all',
        fromStatus: null,
        toStatus: 'pending',
        createdAt: NOON,
      },
    ]);
  });

  it('with the decoy filled in by a program is stored as spam, without a fault', async () => {
    const comment = await stored({ decoyFilled: true, token: hastyToken() });
    expect(comment.status).toBe('spam');
    expect(
      await db().select().from(moderationDecisions).where(eq(moderationDecisions.commentId, comment.id)),
    ).toMatchObject([{ rule: 'decoy', toStatus: 'spam' }]);
  });
});

describe('an address', () => {
  it('is not in the files of the database, not even before a checkpoint', async () => {
    const email = 'sawsan.private@mailbox-of-readers.example';
    const address = '203.0.113.77';
    await stored({ email, address });
    const files = readdirSync(env.dataDir).filter((name) => name.startsWith('midad.sqlite'));
    expect(files).toContain('midad.sqlite-wal');
    const bytes = files.map((name) => readFileSync(join(env.dataDir, name)).toString('latin1')).join('\n');
    expect(bytes).toContain('hold-all');
    for (const secret of [email, 'mailbox-of-readers', 'sawsan.private', address, '203.0.113'])
      expect(bytes).not.toContain(secret);
  });

  it('can be decrypted with the key, and is encrypted differently each time', async () => {
    const one = await contactOf((await stored({ email: 'a@example.org' })).id);
    const two = await contactOf((await stored({ email: 'a@example.org' })).id);
    expect([one, two].map((contact) => decryptText(getKeys().emailCipher, contact.emailCipher))).toEqual([
      'a@example.org',
      'a@example.org',
    ]);
    expect(one.emailCipher).not.toBe(two.emailCipher);
    expect(one.emailIndex).toBe(two.emailIndex);
  });
});

describe('a network', () => {
  const address = '198.51.100.7';

  it('is recognised on the same day only', async () => {
    const today = await contactOf((await stored({ address })).id);
    const neighbour = await contactOf((await stored({ address: '198.51.100.200' })).id);
    const tomorrow = await contactOf((await stored({ address }, after(DAY))).id);
    expect(neighbour.networkIndex).toBe(today.networkIndex);
    expect(tomorrow.networkIndex).not.toBe(today.networkIndex);
  });

  it('is erased after thirty days, unlike the address', async () => {
    const { id } = await stored({ address });
    const young = await stored({}, after(DAY));
    const end = 30 * DAY;
    expect(await forgetNetworks(after(end))).toBe(0);
    expect(await forgetNetworks(after(end + 1))).toBe(1);
    expect(await contactOf(id)).toMatchObject({
      networkIndex: null,
      networkExpiresAt: null,
      emailCipher: expect.any(String),
    });
    expect((await contactOf(young.id)).networkIndex).not.toBeNull();
    expect(await forgetNetworks(after(end + 1))).toBe(0);
  });
});

describe('a reply', () => {
  it('to a reply stays in the thread', async () => {
    const opening = await addComment(articleId);
    const reply = await stored({ replyTo: opening });
    expect(reply).toMatchObject({ parentId: opening, threadId: opening });
    await setStatus(reply.id, 'approved');
    expect(await stored({ replyTo: reply.id })).toMatchObject({ parentId: reply.id, threadId: opening });
  });

  it.each(['pending', 'rejected', 'spam', 'trash'] as const)(
    'to a %s comment is rejected',
    async (status) => {
      expect(await faultOf({ replyTo: await addComment(articleId, { status }) })).toBe('replyGone');
      expect(await db().select().from(commentContacts)).toEqual([]);
    },
  );

  it('to an unknown comment, or to one of another article, is rejected', async () => {
    expect(await faultOf({ replyTo: newId() })).toBe('replyGone');
    expect(await faultOf({ replyTo: "x' or 1=1" })).toBe('replyGone');
    expect(await faultOf({ replyTo: await addComment(otherArticleId) })).toBe('replyGone');
  });
});
