import { getAnswerable, getCommentTarget } from '#db/comments/threads.ts';
import { isId } from '#db/engine/ids.ts';
import { articlePath } from '#lib/articles/path.ts';
import { giveBack } from '#lib/comments/unsent.ts';
import { DEFAULT_LOCALE, isLocale } from '#lib/locales.ts';

const readTarget = async (number: string) =>
  /^[1-9]\d{0,9}$/.test(number) ? await getCommentTarget(Number(number)) : undefined;
type Target = NonNullable<Awaited<ReturnType<typeof readTarget>>>;

const wasOut = (target: Target | undefined, now: Date) =>
  target?.publishedAt != null && target.publishedAt <= now;

/** The article that a form's address names, if readers can see it now. */
export async function findTarget(number: string, now: Date) {
  const target = await readTarget(number);
  return target?.status === 'published' && wasOut(target, now) ? target : undefined;
}

/** The published comment that such an address names. */
export async function findComment(params: { id: string; comment: string }, now: Date) {
  const target = isId(params.comment) ? await findTarget(params.id, now) : undefined;
  const comment = target && (await getAnswerable(params.comment, target.id));
  return target && comment ? { target, comment } : undefined;
}

/**
 * The response to a form below an article that readers cannot see (any more), or about a comment that is
 * gone. It returns the typed words and says what happened. An article that was never published gets the same
 * response as a missing one.
 */
export async function answerGone(
  params: { locale: string; id: string },
  words: string,
  now: Date,
): Promise<Response> {
  const target = await readTarget(params.id);
  const locale = target?.locale ?? (isLocale(params.locale) ? params.locale : DEFAULT_LOCALE);
  if (!target || !wasOut(target, now)) return giveBack(locale, 404, { why: 'articleAway', words, href: '' });
  const href = encodeURI(articlePath(target));
  if (target.status === 'retracted') return giveBack(locale, 403, { why: 'articleRetracted', words, href });
  if (target.status === 'published')
    return giveBack(locale, 410, { why: 'commentGone', words, href: `${href}#comments` });
  return giveBack(locale, 410, { why: 'articleAway', words, href: '' });
}
