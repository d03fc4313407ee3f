import { appreciateComment } from '#db/appreciations.ts';
import { newId } from '#db/ids.ts';
import { articlePath } from '#lib/article-path.ts';
import { sourceOf } from '#lib/comments/network.ts';
import { readWriter, writerCookie } from '#lib/comments/writer-token.ts';
import { env } from '#lib/env.ts';
import { getKeys } from '#lib/keys.ts';
import { pageRequest } from '#lib/page-request.ts';
import { findComment, findTarget } from '../../visible-target.ts';

type Context = { params: Promise<{ id: string; comment: string }> };

/** Counts once and answers the same every time: nobody learns from it who was here before. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const now = new Date();
  const found = await findComment(await params, now);
  if (!found) return new Response(null, { status: 404 });
  const { target, comment } = found;
  const keys = getKeys();
  const known = readWriter(keys.commentLink, request.headers.get('cookie'));
  const writerId = known || newId();
  await appreciateComment({ commentId: comment.id, writerId, source: sourceOf(keys.networkIndex, pageRequest()!.clientAddress, now) }, now);
  const headers = new Headers({ Location: `${encodeURI(articlePath(target))}?at=${comment.id}&said=appreciated#comment-${comment.id}` });
  if (!known) headers.set('Set-Cookie', writerCookie(keys.commentLink, writerId, env.siteUrl.startsWith('https:')));
  return new Response(null, { status: 303, headers });
}

/** Reached by reloading: leads back to the comment. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { id, comment } = await params;
  const target = await findTarget(id, new Date());
  if (!target) return new Response(null, { status: 404 });
  return new Response(null, { status: 303, headers: { Location: `${encodeURI(articlePath(target))}?at=${comment}#comment-${comment}` } });
}
