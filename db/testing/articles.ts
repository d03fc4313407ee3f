import { eq } from 'drizzle-orm';
import type { ArticleInput } from '#lib/articles/input.ts';
import { getArticle } from '#db/articles/articles.ts';
import { db, type Transaction } from '#db/engine/client.ts';
import { newId } from '#db/engine/ids.ts';
import { importArticle } from '#db/articles/file-import.ts';
import type { Submission } from '#db/comments/submit.ts';
import { articles, authors, comments, sections, type Article, type Comment } from '#db/tables/tables.ts';

/** The fixed times of tests. */
export const NOON = new Date('2026-11-23T12:00:00Z');
export const after = (milliseconds: number) => new Date(NOON.getTime() + milliseconds);
export const MINUTE = 60_000;
export const DAY = 86_400_000;

export async function addNewsroom() {
  const described = { descriptionAr: '', descriptionEn: '' };
  await db()
    .insert(sections)
    .values([
      { id: newId(), slug: 'local', nameAr: 'محلي', nameEn: 'Local', position: 1, ...described },
      { id: newId(), slug: 'world', nameAr: 'عالم', nameEn: 'World', position: 2, ...described },
    ]);
  await db()
    .insert(authors)
    .values([
      { id: newId(), slug: 'salma', nameAr: 'سلمى', nameEn: 'Salma', bioAr: '', bioEn: '' },
      { id: newId(), slug: 'omar', nameAr: 'عمر', nameEn: 'Omar', bioAr: '', bioEn: '' },
    ]);
}

export const publish = (file: Partial<ArticleInput> = {}, now = NOON) =>
  importArticle({ section: 'local', headline: 'خبر', body: ['نص الخبر.'], ...file }, { now });

/** Changes an article's row directly, without an act of the newsroom. */
export const changeArticle = (id: string, change: Partial<Article>) =>
  db().update(articles).set(change).where(eq(articles.id, id));

/** The article as `getArticle` returns it. Throws if it is not visible: that is a bug in the test. */
export async function getPage(number: number, now = NOON) {
  const article = await getArticle(number, now);
  if (!article) throw new Error(`No visible article ${number}`);
  return article;
}

export async function addComment(articleId: string, given: Partial<Comment> = {}): Promise<string> {
  const id = newId();
  const body = given.body ?? 'تعليق';
  await db()
    .insert(comments)
    .values({
      id,
      articleId,
      parentId: null,
      threadId: id,
      name: 'قارئ',
      body,
      bodyKey: body,
      status: 'approved',
      createdAt: NOON,
      ...given,
    });
  return id;
}

/** Changes a comment's status directly, without a decision. */
export const setStatus = (tx: Transaction, commentId: string, status: Comment['status']) =>
  tx.update(comments).set({ status }).where(eq(comments.id, commentId));

/** The submission of a comment form by an unknown reader, with an unused token that is one minute old. */
export function submission(articleId: string, given: Partial<Submission> = {}, now = NOON): Submission {
  const token = {
    kind: 'fresh',
    nonce: newId(),
    issuedAt: new Date(now.getTime() - MINUTE),
    expiresAt: new Date(now.getTime() + DAY),
  } as const;
  const own = { name: 'قارئ', body: 'رأي', email: 'reader@example.org', address: '192.0.2.1' };
  return {
    articleId,
    locale: 'ar',
    replyTo: null,
    decoyFilled: false,
    writerId: '',
    token,
    controls: { all: 0, deceiving: 0 },
    notify: false,
    ...own,
    ...given,
  };
}
