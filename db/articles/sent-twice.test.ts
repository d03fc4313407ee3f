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
import { letOut, sectionId, type, write } from '#db/testing/desk.ts';
import { addTestPerson } from '#db/testing/staff.ts';

/*
 * A form whose answer was lost is sent again by who wrote it, with the same words and the key of the first
 * sending.
 */
let editor: Person;
let other: Person;
let sendings = 0;
const newKey = () => `${NOON.getTime()}.${String(sendings++).padStart(32, '0')}`;

beforeAll(async () => {
  await addNewsroom();
  editor = await addTestPerson('هدى', 'editor');
  other = await addTestPerson('ليلى', 'admin');
});

describe('the id of a sending', () => {
  it('is one for a key and a person, and an id like others', () => {
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
  ])('is none without a key: %s', (key) => {
    expect(sentId(key, editor.id)).toBeUndefined();
  });
});

describe('a form that is sent twice', () => {
  it('begins one article', async () => {
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

  it('writes one update into a coverage, also when both come at once', async () => {
    const { id: articleId } = await write(editor, { kind: 'live' });
    await letOut(articleId, editor);
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
    // A colleague removed it before its writer, who had no answer, sent it again.
    expect(await removeLiveEntry({ articleId, entryId: entry.id! }, other, after(MINUTE))).toEqual({
      id: entry.id,
    });
    expect(await addLiveEntry(entry, editor, after(2 * MINUTE))).toEqual({ id: entry.id });
    const [row] = await db().select().from(liveEntries).where(eq(liveEntries.articleId, articleId));
    expect(row!.removedAt).toEqual(after(MINUTE));
  });

  it('writes one correction, with a new text or without', async () => {
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
    // The page asks which of the two it is by whether the working copy is ahead, which it is no more.
    expect(await correctArticle(whole, editor, after(4 * MINUTE))).toHaveProperty('correction');
    expect(await db().$count(corrections, eq(corrections.articleId, articleId))).toBe(2);
  });

  it('answers a reader once', async () => {
    const commentId = await addComment((await publish()).id);
    const id = sentId(newKey(), editor.id);
    for (let n = 0; n < 2; n++)
      expect(await replyAsStaff(commentId, 'شكرًا لكم', editor, NOON, id)).toEqual({ id });
    expect(await db().$count(comments, eq(comments.parentId, commentId))).toBe(1);
  });
});
