import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { docFromLines } from '#lib/body/from-lines.ts';
import type { Person } from '#lib/people/can.ts';
import { db } from '#db/engine/client.ts';
import { correctArticle, publishCorrected } from './corrections.ts';
import { beginArticle } from './drafts.ts';
import { isId, sentId } from '#db/engine/ids.ts';
import { addLiveEntry, removeLiveEntry } from '#db/live/desk.ts';
import { replyAsStaff } from '#db/moderation/staff-reply.ts';
import { articles, auditLog, comments, corrections, liveEntries } from '#db/tables/tables.ts';
import { addComment, addNewsroom, after, MINUTE, NOON, publish } from '#db/testing/articles.ts';
import { publishNow, sectionId, type, write } from '#db/testing/desk.ts';
import { addTestPerson } from '#db/testing/staff.ts';

/* A form whose response was lost is sent again by the same person, with the same words and submission key. */
let editor: Person;
let other: Person;
let sendings = 0;
const newKey = () => `${NOON.getTime()}.${String(sendings++).padStart(32, '0')}`;

beforeAll(async () => {
  await addNewsroom();
  editor = await addTestPerson('هدى', 'editor');
  other = await addTestPerson('ليلى', 'admin');
});

describe('the id of a submission', () => {
  it('is a valid id, stable for the same key and person and different for others', () => {
    const key = newKey();
    expect(sentId(key, editor.id)).toBe(sentId(key, editor.id));
    expect(isId(sentId(key, editor.id)!)).toBe(true);
    expect(sentId(key, other.id)).not.toBe(sentId(key, editor.id));
    expect(sentId(newKey(), editor.id)).not.toBe(sentId(key, editor.id));
  });

  it.each([
    null,
    undefined,
    '',
    '1',
    'x'.repeat(46),
    `${NOON.getTime()}.${'A'.repeat(32)}`,
    new File([], 'a'),
  ])('is undefined for the invalid key %s', (key) => {
    expect(sentId(key, editor.id)).toBeUndefined();
  });
});

describe('a form that is sent twice', () => {
  it('creates one article', async () => {
    const beginning = {
      locale: 'ar' as const,
      kind: 'article' as const,
      sectionId: await sectionId(),
      headline: 'يُرسل مرتين',
      id: sentId(newKey(), editor.id),
    };
    const first = await beginArticle(beginning, editor, NOON);
    expect(await beginArticle(beginning, editor, after(MINUTE))).toEqual(first);
    expect(await db().$count(articles, eq(articles.headline, 'يُرسل مرتين'))).toBe(1);
    expect(await db().$count(auditLog, eq(auditLog.subject, first.id))).toBe(1);
    await beginArticle({ ...beginning, id: undefined }, editor, NOON);
    expect(await db().$count(articles, eq(articles.headline, 'يُرسل مرتين'))).toBe(2);
  });

  it('adds one entry to a coverage, also if both requests are concurrent', async () => {
    const { id: articleId } = await write(editor, { kind: 'live' });
    await publishNow(articleId, editor);
    const entry = {
      articleId,
      at: NOON,
      headline: 'تحديث',
      body: docFromLines(['نص']),
      isKey: false,
      isPinned: false,
      id: sentId(newKey(), editor.id),
    };
    const answers = await Promise.all([addLiveEntry(entry, editor, NOON), addLiveEntry(entry, editor, NOON)]);
    expect(answers).toEqual([{ id: entry.id }, { id: entry.id }]);
    expect(await db().$count(liveEntries, eq(liveEntries.articleId, articleId))).toBe(1);
    // A colleague removes the entry before its author, who got no response, sends it again.
    expect(await removeLiveEntry({ articleId, entryId: entry.id! }, other, after(MINUTE))).toEqual({
      id: entry.id,
    });
    expect(await addLiveEntry(entry, editor, after(2 * MINUTE))).toEqual({ id: entry.id });
    const [row] = await db().select().from(liveEntries).where(eq(liveEntries.articleId, articleId));
    expect(row!.removedAt).toEqual(after(MINUTE));
  });

  it('adds one correction, with or without a new text', async () => {
    const { id: articleId } = await publish();
    const said = {
      articleId,
      kind: 'correction' as const,
      text: 'كان الرقم خطأ',
      id: sentId(newKey(), editor.id),
    };
    const first = await correctArticle(said, editor, after(MINUTE));
    expect(await correctArticle(said, editor, after(2 * MINUTE))).toEqual(first);
    const { version } = await type(
      articleId,
      editor,
      { headline: 'عنوان أصح', standfirst: 'مقدمة', source: 'مداد' },
      after(MINUTE),
    );
    const whole = { ...said, text: 'كان العنوان خطأ', id: sentId(newKey(), editor.id) };
    expect(await publishCorrected({ ...whole, version }, editor, after(3 * MINUTE))).toHaveProperty(
      'correction',
    );
    // The page chooses between the two functions by `isAhead`, which is false after the first submission.
    expect(await correctArticle(whole, editor, after(4 * MINUTE))).toHaveProperty('correction');
    expect(await db().$count(corrections, eq(corrections.articleId, articleId))).toBe(2);
  });

  it('adds one staff reply to a comment', async () => {
    const commentId = await addComment((await publish()).id);
    const id = sentId(newKey(), editor.id);
    for (let n = 0; n < 2; n++)
      expect(await replyAsStaff(commentId, 'شكرًا لكم', editor, NOON, id)).toEqual({ id });
    expect(await db().$count(comments, eq(comments.parentId, commentId))).toBe(1);
  });
});
