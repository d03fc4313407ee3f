import { notFound } from 'next/navigation';
import { SAID } from '#components/comments/discussion.ts';
import type { ArticlePage } from '#db/articles/articles.ts';
import { listAppreciatedOn } from '#db/comments/appreciations.ts';
import { countApproved, getAnswerable, listThreads } from '#db/comments/threads.ts';
import { isId } from '#db/engine/ids.ts';
import { listOwnOn } from '#db/comments/own.ts';
import { pageRequest } from '#lib/page-request.ts';
import { single } from '#app/_request/query.ts';
import { SORTS } from '#lib/comments/sorts.ts';

/** Query keys of the comments. `after` and `before` name a thread; `at` names a comment. */
const KEYS = ['sort', 'after', 'before', 'at', 'reply', 'said'] as const;
export type CommentQuery = Record<(typeof KEYS)[number], string>;

export function readCommentQuery(query: Record<string, string | string[] | undefined>): CommentQuery {
  return Object.fromEntries(KEYS.map((key) => [key, single(query[key])])) as CommentQuery;
}

/**
 * The query keys that an article's page understands, as a query string for another address of the article.
 */
export function askedOf(query: Record<string, string | string[] | undefined>): string {
  const asked = new URLSearchParams(
    [...KEYS, 'live'].flatMap((key) => (single(query[key]) ? [[key, single(query[key])]] : [])),
  );
  return asked.size > 0 ? `?${asked}` : '';
}

/**
 * The given word, or the first word for an empty value. Any other value is not found, instead of quietly
 * becoming the default.
 */
function oneOf<T extends string>(words: readonly T[], value: string): T {
  const found = value === '' ? words[0] : words.find((word) => word === value);
  return found ?? notFound();
}

/**
 * One page of an article's threads. On a page rendered for one writer it includes that writer's waiting
 * comments.
 */
export async function readComments(
  article: ArticlePage,
  { sort, after, before, at, reply, said }: CommentQuery,
) {
  const order = oneOf(SORTS, sort);
  if ([after, before].some((id) => id !== '' && !isId(id))) notFound();
  const writerId = pageRequest()?.writerId;
  const wanted = isId(at) ? at : '';
  const [page, count, own, appreciated, replyTo] = await Promise.all([
    listThreads(article.id, order, {
      ...(after && { after }),
      ...(before && { before }),
      ...(wanted && { at: wanted }),
    }),
    countApproved(article.id),
    writerId ? listOwnOn(writerId, article.id, wanted) : [],
    writerId ? listAppreciatedOn(writerId, article.id) : new Map<string, number>(),
    reply ? getAnswerable(reply, article.id) : undefined,
  ]);
  if (!page) notFound();
  return {
    page,
    count,
    sort: order,
    /** What was done to the comment in `at`, including that it was sent. */
    said: SAID.find((each) => each === said),
    saidOf: at,
    own,
    appreciated,
    ...(replyTo && { replyTo: { id: replyTo.id, name: replyTo.name } }),
  };
}
