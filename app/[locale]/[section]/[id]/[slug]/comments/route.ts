import { getSettings } from '#db/paper/settings.ts';
import { submitComment } from '#db/comments/submit.ts';
import { listTakenNames } from '#db/comments/taken-names.ts';
import { articlePath } from '#lib/articles/path.ts';
import { closingOf } from '#lib/comments/closing.ts';
import { isDecoyFilled } from '#lib/comments/decoy.ts';
import type { CommentFault, FormFault } from '#lib/comments/form-state.ts';
import { makeOwnToken, readFormToken } from '#lib/comments/form-token.ts';
import { ourFault } from '#lib/comments/our-fault.ts';
import { parseComment } from '#lib/comments/rules.ts';
import { countControls } from '#lib/comments/shape.ts';
import { readWriter, writerCookie } from '#lib/comments/writer-token.ts';
import { env } from '#lib/env.ts';
import { getKeys } from '#lib/security/keys.ts';
import { pageRequest } from '#lib/page-request.ts';
import { answerGone, findTarget } from './visible-target.ts';

type Context = { params: Promise<{ locale: string; id: string }> };

const STATUS: Partial<Record<CommentFault, number>> = {
  tooFast: 429,
  slowMode: 429,
  articleFull: 429,
  duplicate: 409,
  tokenUsed: 409,
  replyGone: 409,
  closed: 403,
  closedByAge: 403,
  banned: 403,
  failed: 500,
};

const text = (form: FormData, key: string) => {
  const value = form.get(key);
  return typeof value === 'string' ? value : '';
};

const readForm = (request: Request) => request.formData().catch(() => null);

/**
 * Takes the comment form. Success redirects to the writer's view of the comment. A fault or a preview renders
 * the article again with the form filled in. A form that holds only the shared token of a cached page is
 * shown as a preview first, and the preview gets a token of its own.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const now = new Date();
  const asked = await params;
  const [target, form, settings, takenNames] = await Promise.all([
    findTarget(asked.id, now),
    readForm(request),
    getSettings(),
    listTakenNames(),
  ]);
  if (!form) return new Response(null, { status: 400 });
  if (!target) return answerGone(asked, text(form, 'body'), now);

  const keys = getKeys();
  const typed = { body: text(form, 'body'), name: text(form, 'name'), email: text(form, 'email') };
  const values = { ...typed, replyTo: text(form, 'replyTo'), notify: form.has('notify') };
  const sentToken = text(form, 'token');
  const token = readFormToken(keys.formToken, sentToken, target.number, now, settings.commentFormHours);
  const showAgain = (status: number, faults: FormFault[]) => {
    const path = `/${target.locale}/${target.sectionSlug}/${target.number}/${encodeURIComponent(target.slug)}`;
    // Keep a token that is still valid: it records how long the reader has had the form.
    const isGood = token !== null && token.kind !== 'shared' && faults[0]?.message !== 'tokenUsed';
    const ownToken = isGood ? sentToken : makeOwnToken(keys.formToken, 'returned', target.number, now);
    const [{ wait } = {}] = faults;
    pageRequest()!.renderAgain = {
      path,
      status,
      ...(wait && { retryAfter: wait }),
      commentForm: { values, faults, token: ownToken },
    };
    return new Response(null, { status });
  };
  const refuse = (...faults: FormFault[]) => showAgain(STATUS[faults[0]!.message] ?? 422, faults);

  const closing = closingOf(target, settings.commentsCloseAfterDays, now);
  if (!closing.isOpen)
    return refuse({ field: 'form', message: closing.since ? 'closedByAge' : 'closed', since: closing.since });
  const parsed = parseComment(typed, { commentEmail: settings.commentEmail, takenNames });
  if ('faults' in parsed) return refuse(...parsed.faults);
  if (!token) return refuse({ field: 'form', message: 'tokenExpired' });
  if (token.kind === 'shared' || form.has('preview')) return showAgain(200, []);

  const result = await submitComment(
    {
      ...parsed.input,
      articleId: target.id,
      locale: target.locale,
      replyTo: values.replyTo || null,
      address: pageRequest()!.clientAddress,
      decoyFilled: isDecoyFilled(form),
      writerId: readWriter(keys.commentLink, request.headers.get('cookie')),
      token,
      controls: countControls(`${typed.name}\n${typed.body}`),
      notify: values.notify && parsed.input.email !== '',
    },
    now,
  ).catch(ourFault('A comment could not be taken'));
  if ('fault' in result)
    return refuse({ field: 'form', message: result.fault, ...('wait' in result && { wait: result.wait }) });
  const { comment } = result;
  const location = `${encodeURI(articlePath(target))}?at=${comment.id}&said=sent#comment-${comment.id}`;
  const cookie = writerCookie(keys.commentLink, comment.writerId, env.siteUrl.startsWith('https:'));
  return new Response(null, { status: 303, headers: { Location: location, 'Set-Cookie': cookie } });
}

/** Handles a reload after a rejected form: redirects to the article's comment form. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  const target = await findTarget(id, new Date());
  if (!target) return new Response(null, { status: 404 });
  return new Response(null, {
    status: 303,
    headers: { Location: `${encodeURI(articlePath(target))}#comment-form` },
  });
}
