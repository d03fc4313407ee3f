import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NotAllowed } from '#lib/people/can.ts';
import { db } from '#db/engine/client.ts';
import { exportComments } from './export.ts';
import { auditLog, comments } from '#db/tables/tables.ts';
import { addComment, addNewsroom, NOON, publish } from '#db/testing/articles.ts';
import { addTestPerson } from '#db/testing/staff.ts';
import { item, file, take, all, byBody, replaceArticles } from '#db/testing/wxr.ts';

async function exported(
  asked: Parameters<typeof exportComments>[0] = {},
  actor: Parameters<typeof exportComments>[1] = null,
): Promise<string> {
  const result = await exportComments(asked, actor, NOON);
  if ('fault' in result) return result.fault;
  let text = '';
  for await (const piece of result.file) text += piece;
  return text;
}

let number: number;
let path: string;
beforeAll(addNewsroom);
beforeEach(async () => {
  ({ number, path } = await replaceArticles());
});

describe('an export', () => {
  const source = () =>
    file(
      item(path, [
        {
          id: 1,
          email: 'canary-out@birds.example',
          content: '<b>قال</b>:\n<blockquote>نص &lt;i&gt; ]]]]><![CDATA[></blockquote>رد',
        },
        { id: 2, parent: 1, content: 'رد أول\nسطر\n\nفقرة' },
        { id: 3, parent: 2, approved: '0' },
        { id: 4, approved: 'spam' },
        { id: 5, approved: 'trash' },
      ]),
    );
  const shape = async () =>
    (await all()).map(
      ({ id, parentId, threadId, depth, name, body, bodyKey, status, createdAt, articleId }) => ({
        id,
        parentId,
        threadId,
        depth,
        name,
        body,
        bodyKey,
        status,
        createdAt,
        articleId,
      }),
    );

  it('without personal data contains none, and can be imported again as the same comments', async () => {
    await take(source());
    const one = await byBody('نص 3');
    await addComment(one.articleId, {
      name: 'هدى الكاتبة',
      body: 'مرفوض **و',
      status: 'rejected',
      reasonCode: 'private',
      createdAt: new Date('2026-11-22T09:00:00Z'),
    });
    await addComment(one.articleId, {
      body: '',
      status: 'withdrawn',
      createdAt: new Date('2026-11-22T10:00:00Z'),
    });
    const text = await exported();
    expect(text).not.toMatch(/birds|canary|203\.0\.113|@/i);
    const before = await shape();
    expect(await take(text)).toMatchObject({ imported: {}, known: 7, unmatched: [] });
    expect(await shape()).toEqual(before);
    await db().delete(comments);
    expect((await take(text)).imported).toEqual({
      approved: 2,
      pending: 1,
      spam: 1,
      trash: 1,
      rejected: 1,
      withdrawn: 1,
    });
    expect((await shape()).map((each) => ({ ...each, bodyKey: '' }))).toEqual(
      before.map((each) => ({ ...each, bodyKey: '' })),
    );
    expect((await exported()).replace(/<wp:comment_id>\d+/g, '')).toBe(
      text.replace(/<wp:comment_id>\d+/g, ''),
    );
  });

  it('does not contain the words of withdrawn comments', async () => {
    await take(source());
    const { id } = await byBody('نص 3');
    await db().update(comments).set({ status: 'withdrawn' }).where(eq(comments.id, id));
    const text = await exported();
    expect(text).toContain(id);
    expect(text).not.toContain('نص 3');
  });

  it('with personal data contains the addresses, and a log row says who exported them and why', async () => {
    await take(source());
    const editor = await addTestPerson('عمر', 'editor');
    expect(await exported({ personalData: { reason: 'طلب قضائي' } }, editor)).toContain(
      'canary-out@birds.example',
    );
    await exported({ article: number, personalData: { reason: 'x' } });
    const rows = await db()
      .select()
      .from(auditLog)
      .where(eq(auditLog.action, 'comments.exportedWithPersonalData'))
      .orderBy(auditLog.id);
    expect(rows).toMatchObject([
      { userId: editor.id, detail: { article: null, reason: 'طلب قضائي' } },
      { userId: null, detail: { article: number } },
    ]);
    expect(JSON.stringify(rows)).not.toContain('birds');
    await expect(exportComments({}, { ...editor, role: 'moderator' })).rejects.toThrow(NotAllowed);
  });

  it('can be limited to one article', async () => {
    await take(source());
    const other = await publish({ headline: 'آخر' });
    await addComment(other.id, { body: 'كلام آخر' });
    expect(await exported({ article: other.number })).toContain('كلام آخر');
    expect(await exported({ article: other.number })).not.toContain('رد أول');
    expect(await exported({ article: 999_999 })).toBe('noArticle');
    expect(await exported()).toMatch(/رد أول[\s\S]*كلام آخر/);
  });
});
