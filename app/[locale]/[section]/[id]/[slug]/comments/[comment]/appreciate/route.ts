import { appreciateComment, takeBackAppreciation } from '#db/comments/appreciations.ts';
import { newId } from '#db/engine/ids.ts';
import { articlePath } from '#lib/articles/path.ts';
import { sourceOf } from '#lib/comments/network.ts';
import { readWriter, writerCookie } from '#lib/comments/writer-token.ts';
import { env } from '#lib/env.ts';
import { getKeys } from '#lib/security/keys.ts';
import { pageRequest } from '#lib/page-request.ts';
import { findComment, findTarget } from '../../visible-target.ts';

type Context = { params: Promise<{ id: string; comment: string }> };

/**
 * Counts once per writer. The response is the same every time, so that it does not reveal who was here
 * before. With `back=1`, the button's second press, it takes the appreciation back.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const now = new Date();
  const asked = await params;
  const [found, form] = await Promise.all([findComment(asked, now), request.formData().catch(() => null)]);
  if (!found) return leadToComments(asked.id, now);
  const { target, comment } = found;
  const keys = getKeys();
  const known = readWriter(keys.commentLink, request.headers.get('cookie'));
  const writerId = known || newId();
  const isBack = form?.get('back') === '1';
  if (isBack) await takeBackAppreciation({ commentId: comment.id, writerId }, now);
  else
    await appreciateComment(
      {
        commentId: comment.id,
        writerId,
        source: sourceOf(keys.networkIndex, pageRequest()!.clientAddress, now),
      },
      now,
    );
  const headers = new Headers({
    Location: `${encodeURI(articlePath(target))}?at=${comment.id}&said=${isBack ? 'takenBack' : 'appreciated'}#comment-${comment.id}`,
  });
  if (!known)
    headers.set('Set-Cookie', writerCookie(keys.commentLink, writerId, env.siteUrl.startsWith('https:')));
  return new Response(null, { status: 303, headers });
}

/** A removed comment is not the reader's error: redirects to the article's comments with a message. */
async function leadToComments(id: string, now: Date): Promise<Response> {
  const target = await findTarget(id, now);
  if (!target) return new Response(null, { status: 404 });
  return new Response(null, {
    status: 303,
    headers: { Location: `${encodeURI(articlePath(target))}?said=gone#comments` },
  });
}

/** Handles a reload: redirects to the comment. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { id, comment } = await params;
  const target = await findTarget(id, new Date());
  if (!target) return new Response(null, { status: 404 });
  return new Response(null, {
    status: 303,
    headers: { Location: `${encodeURI(articlePath(target))}?at=${comment}#comment-${comment}` },
  });
}
