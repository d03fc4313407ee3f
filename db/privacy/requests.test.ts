import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { NotAllowed, type Person } from '#lib/people/can.ts';
import { encryptText } from '#lib/security/crypto.ts';
import { getKeys } from '#lib/security/keys.ts';
import { db } from '#db/engine/client.ts';
import { keepContact } from '#db/privacy/addresses/keep.ts';
import { addressIndex } from '#db/privacy/addresses/keys.ts';
import { verifyDecisions } from '#db/moderation/chain.ts';
import { recordDecision } from '#db/moderation/decisions.ts';
import { listOwnComments } from '#db/comments/own.ts';
import { eraseWriter, exportWriter, findWriter, passFor, revealAddress } from './requests.ts';
import { deleteExpired } from './retention.ts';
import {
  auditLog,
  commentAppreciations,
  commentContacts,
  commentNotices,
  commentRevisions,
  comments,
  moderationDecisions,
  usedTokens,
  writerAddresses,
  writerLinks,
  type Comment,
} from '#db/tables/tables.ts';
import { askForLink, getLinkMail, useLink } from '#db/comments/writer-addresses.ts';
import { addComment } from '#db/testing/articles.ts';
import { addTestArticle, addTestPerson, AT } from '#db/testing/staff.ts';

const AMAL = 'amal@birds.example';
const now = new Date('2026-11-24T10:00:00Z');
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
let editor: Person;
let articleId: string;

async function send(email: string, values: Partial<Comment> = {}) {
  const id = await addComment(articleId, {
    status: 'pending',
    createdAt: AT,
    body: 'قلت رأيي',
    name: 'أمل',
    writerId: 'browser-1',
    ...values,
  });
  await db().transaction(async (tx) => {
    await keepContact(tx, id, { email, address: '203.0.113.9' }, now);
    await recordDecision(tx, { commentId: id, rule: 'hold-all', to: values.status ?? 'pending' }, now);
  });
  return id;
}
const commentOf = async (id: string) => (await db().select().from(comments).where(eq(comments.id, id)))[0]!;
const addNotice = (commentId: string, values: { createdAt?: Date; confirmedAt?: Date } = {}) =>
  db()
    .insert(commentNotices)
    .values({
      commentId,
      tokenHash: commentId,
      emailCipher: encryptText(getKeys().emailCipher, AMAL),
      emailIndex: addressIndex(AMAL),
      createdAt: now,
      ...values,
    });

beforeAll(async () => {
  editor = await addTestPerson('عمر', 'editor');
  articleId = await addTestArticle();
});

describe('an address', () => {
  it('is revealed only to roles that may see it, with a row in the chain and in the log that does not hold it', async () => {
    const id = await send(AMAL);
    expect(await revealAddress(id, 'شكوى', editor, now)).toBe(AMAL);
    const [row] = await db().select().from(moderationDecisions).where(eq(moderationDecisions.act, 'reveal'));
    expect(row).toMatchObject({
      commentId: id,
      userId: editor.id,
      reason: 'شكوى',
      fromStatus: 'pending',
      toStatus: 'pending',
    });
    expect(JSON.stringify(await db().select().from(auditLog))).not.toContain('birds');
    await expect(revealAddress(id, 'فضول', { ...editor, role: 'moderator' }, now)).rejects.toThrow(
      NotAllowed,
    );
    expect((await verifyDecisions(2)).ok).toBe(true);
  });

  it('is represented by a pass that differs each time and expires', async () => {
    const pass = passFor(AMAL, now);
    expect(pass).not.toBe(passFor(AMAL, now));
    expect((await findWriter(pass, now))!.comments).toHaveLength(1);
    expect(await findWriter(pass, new Date(now.getTime() + 31 * 60_000))).toBeUndefined();
    expect(await findWriter('x', now)).toBeUndefined();
    expect((await findWriter(passFor('amal@birds.exampl', now), now))!.comments).toEqual([]);
  });
});

describe('a person', () => {
  it('gets a copy of all comments in every state, and the export is logged', async () => {
    await send(AMAL, { status: 'spam', body: 'اربح' });
    const copy = await exportWriter(passFor(AMAL.toUpperCase(), now), 'json', editor, now);
    expect(copy!.email).toBe(AMAL);
    expect(copy!.comments.map(({ status }) => status).sort()).toEqual(['pending', 'spam']);
    const [row] = await db().select().from(auditLog).where(eq(auditLog.action, 'privacy.exported'));
    expect(row).toMatchObject({ userId: editor.id, detail: { format: 'json', comments: 2 } });
    await expect(exportWriter(passFor(AMAL), 'csv', { ...editor, role: 'author' })).rejects.toThrow(
      NotAllowed,
    );
  });

  it('is erased everywhere at once, and others are not', async () => {
    const other = await send('other@birds.example', { writerId: 'browser-2', name: 'سالم' });
    const published = await send(AMAL, { status: 'approved', appreciations: 1, body: 'منشور' });
    await db()
      .insert(commentRevisions)
      .values({ id: 'r', commentId: published, name: 'أمل', body: 'قبل', replacedAt: now });
    await db()
      .insert(commentAppreciations)
      .values([
        { commentId: other, writerId: 'browser-1', source: 'a', createdAt: now },
        { commentId: published, writerId: 'browser-2', source: 'b', createdAt: now },
      ]);
    await addNotice(published);
    // Confirmed in another browser, with a requested link.
    await askForLink({ email: AMAL, address: '203.0.113.1', locale: 'ar' }, now);
    const [{ id: linkId } = { id: '' }] = await db().select({ id: writerLinks.id }).from(writerLinks);
    expect(await useLink((await getLinkMail(linkId, now))!.token, 'browser-3', now)).toBe(true);
    await askForLink({ email: AMAL, address: '203.0.113.1', locale: 'ar' }, now);
    expect((await listOwnComments('browser-3', 1, now)).comments.map(({ id }) => id)).toContain(published);
    expect(await eraseWriter(passFor(AMAL, now), 'keep', editor, now)).toBe(3);
    expect(await commentOf(published)).toMatchObject({
      name: 'معلّق',
      body: 'منشور',
      status: 'approved',
      writerId: '',
      appreciations: 1,
    });
    expect(await commentOf(other)).toMatchObject({ name: 'سالم', writerId: 'browser-2', appreciations: 0 });
    expect(await db().select().from(commentNotices)).toEqual([]);
    expect([await db().select().from(writerLinks), await db().select().from(writerAddresses)]).toEqual([
      [],
      [],
    ]);
    for (const browser of ['browser-1', 'browser-3'])
      expect((await listOwnComments(browser, 1, now)).comments).toEqual([]);
    expect(await db().select().from(commentRevisions)).toEqual([]);
    expect(
      (await db().select({ id: commentContacts.commentId }).from(commentContacts)).map(({ id }) => id),
    ).toEqual([other]);
    expect((await findWriter(passFor(AMAL, now), now))!.comments).toEqual([]);
    expect((await verifyDecisions()).ok).toBe(true);
  });

  it('leaves an empty placeholder if the words are removed as well', async () => {
    const id = await send(AMAL, { status: 'approved', body: 'يُمحى' });
    expect(await eraseWriter(passFor(AMAL, now), 'remove', editor, now)).toBe(1);
    expect(await commentOf(id)).toMatchObject({ name: 'معلّق', body: '', status: 'withdrawn' });
    const [row] = await db()
      .select()
      .from(moderationDecisions)
      .where(eq(moderationDecisions.commentId, id))
      .orderBy(moderationDecisions.sequence)
      .offset(1)
      .limit(1);
    expect(row).toMatchObject({ act: 'erase', fromStatus: 'approved', toStatus: 'withdrawn' });
  });
});

describe('the retention task', () => {
  it('removes spam texts, addresses of closed discussions, unconfirmed requests and used tokens, and keeps the rest', async () => {
    const [old, fresh] = [
      await send(AMAL, { status: 'spam', createdAt: ago(31), body: 'قديم' }),
      await send(AMAL, { status: 'spam', createdAt: ago(29), body: 'جديد' }),
    ];
    const undecided = await send(AMAL, {
      status: 'trash',
      createdAt: ago(40),
      reviewedAt: ago(1),
      body: 'حُذف أمس',
    });
    await addNotice(old, { createdAt: ago(8) });
    await addNotice(fresh, { createdAt: ago(8), confirmedAt: ago(8) });
    await db()
      .insert(usedTokens)
      .values([
        { nonce: 'a', expiresAt: ago(1) },
        { nonce: 'b', expiresAt: ago(-1) },
      ]);
    const longClosed = await addTestArticle({ publishedAt: ago(61) });
    const keptOpen = await addTestArticle({ publishedAt: ago(61), commentsCloseAt: ago(-1) });
    const [forgotten, remembered] = [
      await send(AMAL, { articleId: longClosed }),
      await send(AMAL, { articleId: keptOpen }),
    ];

    expect(await deleteExpired(now)).toMatchObject({
      texts: 1,
      unconfirmed: 1,
      addresses: 1,
      formTokens: 1,
    });
    expect([
      (await commentOf(old)).body,
      (await commentOf(fresh)).body,
      (await commentOf(undecided)).body,
    ]).toEqual(['', 'جديد', 'حُذف أمس']);
    const kept = (await db().select({ id: commentContacts.commentId }).from(commentContacts)).map(
      ({ id }) => id,
    );
    expect(kept).toContain(remembered);
    expect(kept).not.toContain(forgotten);
    expect(await deleteExpired(now)).toMatchObject({
      texts: 0,
      unconfirmed: 0,
      addresses: 0,
      formTokens: 0,
    });
  });
});
