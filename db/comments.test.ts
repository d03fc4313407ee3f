import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from './client.ts';
import { countApproved, getAnswerable, getCommentTarget, getOwnComment, listThreads } from './comments.ts';
import { newId } from './ids.ts';
import { submitComment } from './submit-comment.ts';
import { commentContacts, comments } from './tables.ts';
import { addComment, addNewsroom, after, NOON, publish, submission } from './test-articles.ts';

let article: Awaited<ReturnType<typeof publish>>;
let other: Awaited<ReturnType<typeof publish>>;

beforeAll(async () => {
  await addNewsroom();
  article = await publish();
  other = await publish({ publishedAt: after(60_000).toISOString(), commentsOpen: false, locale: 'en', section: 'world' });
});
beforeEach(() => db().delete(comments).then(() => undefined));

/** The bodies of the threads: the opening, then its replies. */
const listBodies = async () => (await listThreads(article.id)).map(({ opening, replies }) => [opening, ...replies].map(({ body }) => body));

describe('threads', () => {
  it('stand in the order they were opened, their replies in the order they came', async () => {
    const [one, two] = [newId(), newId()];
    await addComment(article.id, { body: 'ثانية', id: two, threadId: two, createdAt: after(2) });
    await addComment(article.id, { body: 'أولى', id: one, threadId: one, createdAt: after(1) });
    await addComment(article.id, { body: 'رد متأخر', parentId: one, threadId: one, createdAt: after(9) });
    const reply = await addComment(article.id, { body: 'رد', parentId: one, threadId: one, createdAt: after(3) });
    await addComment(article.id, { body: 'رد على الرد', parentId: reply, threadId: one, createdAt: after(4) });
    expect(await listBodies()).toEqual([['أولى', 'رد', 'رد على الرد', 'رد متأخر'], ['ثانية']]);
  });

  it('keep the order of writing when the clock stood still', async () => {
    for (const body of ['١', '٢', '٣']) await addComment(article.id, { body });
    expect(await listBodies()).toEqual([['١'], ['٢'], ['٣']]);
  });

  it.each(['pending', 'rejected', 'spam', 'trash'] as const)('never hold a comment that is %s', async (status) => {
    await addComment(article.id, { status });
    const id = await addComment(article.id, { body: 'منشور' });
    await addComment(article.id, { status, parentId: id, threadId: id });
    expect(await listBodies()).toEqual([['منشور']]);
    expect(await countApproved(article.id)).toBe(1);
  });

  it('go on without an opening that was taken away', async () => {
    const opening = await addComment(article.id, { status: 'trash' });
    await addComment(article.id, { body: 'يتيم', parentId: opening, threadId: opening, createdAt: after(1) });
    await addComment(article.id, { body: 'أخوه', parentId: opening, threadId: opening, createdAt: after(2) });
    await addComment(article.id, { body: 'غيره', createdAt: after(3) });
    expect(await listBodies()).toEqual([['يتيم', 'أخوه'], ['غيره']]);
  });

  it('of another article are not ours', async () => {
    await addComment(other.id);
    expect(await listThreads(article.id)).toEqual([]);
  });
});

describe('one comment', () => {
  it('can be answered only when it is approved, and under its article', async () => {
    const approved = await addComment(article.id);
    expect(await getAnswerable(approved, article.id)).toMatchObject({ id: approved });
    expect(await getAnswerable(approved, other.id)).toBeUndefined();
    expect(await getAnswerable(await addComment(article.id, { status: 'pending' }), article.id)).toBeUndefined();
  });

  it('is shown to its writer in any state', async () => {
    expect(await getOwnComment(await addComment(article.id, { status: 'spam' }))).toMatchObject({ status: 'spam' });
    expect(await getOwnComment(newId())).toBeUndefined();
  });
});

it('finds what the form is about by the article\'s number, also before its time', async () => {
  expect(await getCommentTarget(other.number)).toEqual({
    id: other.id, number: other.number, locale: 'en', slug: other.slug, status: 'published', publishedAt: after(60_000), commentsOpen: false, commentsCloseAt: null, sectionSlug: 'world',
  });
  expect(await getCommentTarget(9)).toBeUndefined();
});

describe('what is known of a writer', () => {
  it('comes out of no public read', async () => {
    const email = 'secret@mailbox.example';
    const result = await submitComment(submission(article.id, { body: 'نص', email, address: '203.0.113.5' }), NOON);
    if ('fault' in result) throw new Error(result.fault);
    const { id } = result.comment;
    await db().update(comments).set({ status: 'approved' });
    const reads = [await listThreads(article.id), await getOwnComment(id), await getAnswerable(id, article.id), await getCommentTarget(article.number)];
    const [contact] = await db().select().from(commentContacts);
    const text = JSON.stringify(reads);
    expect(text).toContain(id);
    for (const secret of [email, contact!.emailCipher, contact!.emailIndex, contact!.networkIndex!]) expect(text).not.toContain(secret);
    expect(Object.keys((await getOwnComment(id))!).sort()).toEqual(['body', 'createdAt', 'id', 'name', 'parentId', 'status', 'threadId']);
  });

  it('is named by one file of db/ alone, so that no query can join it', () => {
    const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
    const naming = files.filter((name) => /comment_?contacts/i.test(readFileSync(join(import.meta.dirname, name), 'utf8')));
    expect(naming.sort()).toEqual(['contacts.ts', 'schema-comments.ts', 'tables.ts']);
  });
});
