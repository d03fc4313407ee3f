import { getAnswerable, getOwnComment, listThreads } from '#db/comments.ts';
import type { ArticlePage } from '#db/articles.ts';
import { readCommentLink } from '#lib/comments/comment-link.ts';
import { getKeys } from '#lib/keys.ts';

/** The public threads of an article, with the writer's own comment when they hold its signed link. */
export async function readComments(article: ArticlePage, { comment, reply }: { comment: string; reply: string }) {
  const ownId = comment ? readCommentLink(getKeys().commentLink, comment) : null;
  const [threads, own, replyTo] = await Promise.all([
    listThreads(article.id),
    ownId ? getOwnComment(ownId) : undefined,
    reply ? getAnswerable(reply, article.id) : undefined,
  ]);
  const count = threads.reduce((sum, thread) => sum + 1 + thread.replies.length, 0);
  return { threads, count, ...(own && { own }), ...(replyTo && { replyTo: { id: replyTo.id, name: replyTo.name } }) };
}
