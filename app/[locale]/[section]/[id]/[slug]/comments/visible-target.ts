import { getAnswerable, getCommentTarget } from '#db/comments.ts';
import { isId } from '#db/ids.ts';

/** The article in a form's address, when readers can see it now. */
export async function findTarget(number: string, now: Date) {
  const target = /^[1-9]\d{0,9}$/.test(number) ? await getCommentTarget(Number(number)) : undefined;
  return target?.status === 'published' && target.publishedAt && target.publishedAt <= now ? target : undefined;
}

/** The published comment of such an address. */
export async function findComment(params: { id: string; comment: string }, now: Date) {
  const target = isId(params.comment) ? await findTarget(params.id, now) : undefined;
  const comment = target && (await getAnswerable(params.comment, target.id));
  return target && comment ? { target, comment } : undefined;
}
