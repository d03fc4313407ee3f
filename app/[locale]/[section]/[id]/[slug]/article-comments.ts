import { notFound } from 'next/navigation';
import { SAID } from '#components/comments/talk.ts';
import type { ArticlePage } from '#db/articles.ts';
import { countApproved, getAnswerable, getOwnComment, listThreads, SORTS } from '#db/comments.ts';
import { isId } from '#db/ids.ts';
import { commentStatusPath, readCommentLink } from '#lib/comments/comment-link.ts';
import { getKeys } from '#lib/keys.ts';
import { single } from '../../../reader-page.ts';

/** Query keys of the comments; `after` and `before` name a thread, `at` a comment. */
const KEYS = ['sort', 'after', 'before', 'at', 'comment', 'reply', 'said'] as const;
export type CommentQuery = Record<(typeof KEYS)[number], string>;

export function readCommentQuery(query: Record<string, string | string[] | undefined>): CommentQuery {
  return Object.fromEntries(KEYS.map((key) => [key, single(query[key])])) as CommentQuery;
}

/** The part of a query that an article's page knows, to be carried to another address of it. */
export function askedOf(query: Record<string, string | string[] | undefined>): string {
  const asked = new URLSearchParams([...KEYS, 'live'].flatMap((key) => (single(query[key]) ? [[key, single(query[key])]] : [])));
  return asked.size > 0 ? `?${asked}` : '';
}

/** One of the words, or the first for an empty value; anything else is not found rather than quietly the usual. */
function oneOf<T extends string>(words: readonly T[], value: string): T {
  const found = value === '' ? words[0] : words.find((word) => word === value);
  return found ?? notFound();
}

/** A page of an article's threads, with the writer's own comment when they hold its signed link. */
export async function readComments(article: ArticlePage, { sort, after, before, at, comment, reply, said }: CommentQuery) {
  const order = oneOf(SORTS, sort);
  if ([after, before].some((id) => id !== '' && !isId(id))) notFound();
  const ownId = comment ? readCommentLink(getKeys().commentLink, comment) : null;
  const wanted = ownId ?? (isId(at) ? at : '');
  const [page, count, own, replyTo] = await Promise.all([
    listThreads(article.id, order, { ...(after && { after }), ...(before && { before }), ...(wanted && { at: wanted }) }),
    countApproved(article.id),
    ownId ? getOwnComment(ownId) : undefined,
    reply ? getAnswerable(reply, article.id) : undefined,
  ]);
  if (!page) notFound();
  return {
    page, count, sort: order,
    /** Says what was done to the comment in `at`. */
    said: SAID.find((each) => each === said), saidOf: at,
    ...(own && { own, statusHref: commentStatusPath(article.locale, comment) }),
    ...(replyTo && { replyTo: { id: replyTo.id, name: replyTo.name } }),
  };
}
