import { and, eq, sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import type { Person } from '#lib/people/can.ts';
import { trashArticle, unpublishArticle } from './acts.ts';
import { db } from '#db/engine/client.ts';
import { verifyDecisions } from '#db/moderation/chain.ts';
import { recordDecision } from '#db/moderation/decisions.ts';
import { beginArticle, saveDraft } from './drafts.ts';
import { eraseArticle } from './erase.ts';
import { newId } from '#db/engine/ids.ts';
import { setMediaUsages } from '#db/media/usages.ts';
import { findRedirect } from '#db/paper/redirects.ts';
import { recordRevision } from './record-revision.ts';
import { articles, auditLog, comments, drafts, media, mediaUsages, revisions } from '#db/tables/tables.ts';
import { addComment, addNewsroom, after, DAY, NOON, publish } from '#db/testing/articles.ts';
import { addTestPerson } from '#db/testing/staff.ts';
import { readContent } from './content.ts';

let admin: Person;
let editor: Person;
let pictureId: string;
beforeAll(async () => {
  await addNewsroom();
  admin = await addTestPerson('هدى', 'admin');
  editor = await addTestPerson('ليلى', 'editor');
  pictureId = newId();
  await db()
    .insert(media)
    .values({
      id: pictureId,
      type: 'image',
      hash: 'b'.repeat(16),
      fileName: 'b.jpg',
      width: 1600,
      height: 900,
      alt: 'ميناء',
      credit: 'مداد',
      createdAt: NOON,
    });
});

const versionOf = async (id: string) =>
  (await db().select({ version: articles.version }).from(articles).where(eq(articles.id, id)))[0]!.version;

/** An article in the trash that was public before, with comments, decisions, versions and pictures. */
async function trashed() {
  const article = await publish({ headline: 'خبر يُمحى', publishedAt: after(-DAY).toISOString() });
  const commentId = await addComment(article.id, { body: 'كلمات قارئ' });
  await addComment(article.id, { parentId: commentId, threadId: commentId, body: 'رد' });
  await db().transaction(async (tx) => {
    await recordDecision(tx, { commentId, userId: editor.id, from: 'pending', to: 'approved' }, NOON);
    const revision = await recordRevision(
      tx,
      { articleId: article.id, act: 'save', content: await readContent(tx, article), userId: editor.id },
      NOON,
    );
    await setMediaUsages(tx, 'revision', revision.id, [pictureId]);
    await setMediaUsages(tx, 'article', article.id, [pictureId]);
  });
  await unpublishArticle({ articleId: article.id }, editor, NOON);
  await trashArticle({ articleId: article.id }, editor, NOON);
  return article;
}

const erase = async (
  article: { id: string; number: number },
  given: { typed?: string; articleVersion?: number } = {},
  person = admin,
) =>
  eraseArticle(
    {
      articleId: article.id,
      articleVersion: await versionOf(article.id),
      typed: String(article.number),
      ...given,
    },
    person,
    after(DAY),
  );

it('deletes all data of the article but the audit log without its words, and the decisions on its comments', async () => {
  const article = await trashed();
  const other = await publish({ headline: 'خبر يبقى' });
  await addComment(other.id);
  expect(await erase(article)).toEqual({ number: article.number });
  for (const table of [articles, drafts, revisions, comments]) {
    const column = table === articles ? articles.id : (table as typeof drafts).articleId;
    expect(await db().select().from(table).where(eq(column, article.id))).toEqual([]);
  }
  expect(await db().select().from(mediaUsages).where(eq(mediaUsages.mediaId, pictureId))).toEqual([]);
  expect(await db().all(sql`select count(*) from article_search where rowid = ${article.number}`)).toEqual([
    [0],
  ]);
  expect(await db().$count(comments, eq(comments.articleId, other.id))).toBe(1);
  expect(await verifyDecisions()).toMatchObject({ ok: true });
  const log = await db().select().from(auditLog).where(eq(auditLog.subject, article.id));
  expect(log.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['article.unpublished', 'article.trashed', 'article.erased']),
  );
  expect(JSON.stringify(log)).not.toContain('خبر يُمحى');
  expect(log.find(({ action }) => action === 'article.erased')).toMatchObject({
    userId: admin.id,
    detail: { number: article.number, comments: 2 },
  });
});

it('marks the old address as gone and does not reuse the number', async () => {
  const article = await trashed();
  await erase(article);
  expect(await findRedirect(`/local/${article.number}/${article.slug}`)).toBe('');
  const next = await beginArticle(
    { locale: 'ar', kind: 'article', sectionId: article.sectionId, headline: 'خبر جديد' },
    editor,
    NOON,
  );
  expect(next.number).toBe(article.number + 1);
  expect((await publish()).number).toBe(article.number + 2);
});

it('requires an administrator, an article in the trash, its typed number and its current version', async () => {
  const article = await trashed();
  await expect(erase(article, {}, editor)).rejects.toThrow('may not eraseArticles');
  expect(await erase(article, { typed: '' })).toEqual({ fault: 'typed' });
  expect(await erase(article, { typed: String(article.number + 1) })).toEqual({ fault: 'typed' });
  expect(await erase(article, { articleVersion: 1 })).toEqual({ fault: 'conflict' });
  const visible = await publish();
  expect(await erase(visible)).toEqual({ fault: 'state' });
  expect(await eraseArticle({ articleId: newId(), articleVersion: 1, typed: '1' }, admin, NOON)).toEqual({
    fault: 'gone',
  });
  expect(await db().$count(articles, eq(articles.id, article.id))).toBe(1);
});

it('rejects a later save of the draft as gone', async () => {
  const article = await trashed();
  const [draft] = await db().select().from(drafts).where(eq(drafts.articleId, article.id));
  const content = await db().transaction((tx) => readContent(tx, article));
  await erase(article);
  expect(
    await saveDraft(
      { articleId: article.id, content, version: draft?.version ?? 1, notes: '' },
      editor,
      NOON,
    ),
  ).toMatchObject({ fault: 'gone' });
});

it('lets other writes run while it deletes 2000 comments, and logs their number', async () => {
  const [article, other] = [await trashed(), await publish({ headline: 'خبر آخر' })];
  const [like] = await db().select().from(comments).where(eq(comments.articleId, article.id)).limit(1);
  const many = Array.from({ length: 1998 }, () => newId());
  for (let from = 0; from < many.length; from += 500) {
    await db()
      .insert(comments)
      .values(
        many.slice(from, from + 500).map((id) => ({ ...like!, id, threadId: id, parentId: null, depth: 0 })),
      );
  }
  const order: string[] = [];
  const erased = erase(article).then((result) => {
    order.push('erased');
    return result;
  });
  // Wait until the deletion has begun.
  while ((await db().$count(comments, eq(comments.articleId, article.id))) === 2000)
    await new Promise(setImmediate);
  const written = db()
    .update(articles)
    .set({ updatedAt: NOON })
    .where(eq(articles.id, other.id))
    .then(() => order.push('written'));
  await Promise.all([erased, written]);
  expect(order).toEqual(['written', 'erased']);
  expect(await erased).toEqual({ number: article.number });
  expect(await db().$count(comments, eq(comments.articleId, article.id))).toBe(0);
  const [line] = await db()
    .select({ detail: auditLog.detail })
    .from(auditLog)
    .where(and(eq(auditLog.subject, article.id), eq(auditLog.action, 'article.erased')));
  expect(line!.detail).toMatchObject({ comments: 2000 });
  // After an interruption, this line would be the only record of the deleted comments.
  expect(
    await db().$count(
      auditLog,
      and(eq(auditLog.subject, article.id), eq(auditLog.action, 'article.eraseBegun')),
    ),
  ).toBe(1);
  expect(await verifyDecisions()).toMatchObject({ ok: true });
});
