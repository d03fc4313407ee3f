import { getCommentTarget } from '#db/comments.ts';
import { getSettings } from '#db/settings.ts';
import { submitComment } from '#db/submit-comment.ts';
import { articlePath } from '#lib/article-path.ts';
import { makeCommentLink } from '#lib/comments/comment-link.ts';
import type { CommentFault, CommentFormState } from '#lib/comments/form-state.ts';
import { isFormTokenValid } from '#lib/comments/form-token.ts';
import { parseComment } from '#lib/comments/rules.ts';
import { getKeys } from '#lib/keys.ts';
import { pageRequest } from '#lib/page-request.ts';

type Context = { params: Promise<{ locale: string; id: string }> };

const STATUS: Partial<Record<CommentFault, number>> = { tooFast: 429, duplicate: 409, closed: 403, replyGone: 409 };

const text = (form: FormData, key: string) => {
  const value = form.get(key);
  return typeof value === 'string' ? value : '';
};

async function findTarget(id: string, now: Date) {
  const target = /^[1-9]\d{0,9}$/.test(id) ? await getCommentTarget(Number(id)) : undefined;
  return target?.status === 'published' && target.publishedAt && target.publishedAt <= now ? target : undefined;
}

const readForm = (request: Request) => request.formData().catch(() => null);

/** Takes the comment form. A fault answers with the article again, form filled in; success leads to the writer's view of it. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const now = new Date();
  const { id } = await params;
  const [target, form, settings] = await Promise.all([findTarget(id, now), readForm(request), getSettings()]);
  if (!target) return new Response(null, { status: 404 });
  if (!form) return new Response(null, { status: 400 });

  const values = { body: text(form, 'body'), name: text(form, 'name'), email: text(form, 'email'), replyTo: text(form, 'replyTo') };
  const refuse = (faults: CommentFormState['faults']) => {
    const status = STATUS[faults[0]!.message] ?? 422;
    const path = `/${target.locale}/${target.sectionSlug}/${target.number}/${encodeURIComponent(target.slug)}`;
    pageRequest()!.renderAgain = { path, status, commentForm: { values, faults } };
    return new Response(null, { status });
  };

  if (!target.commentsOpen) return refuse([{ field: 'form', message: 'closed' }]);
  const parsed = parseComment(values);
  if ('faults' in parsed) return refuse(parsed.faults);
  const keys = getKeys();
  if (!isFormTokenValid(keys.formToken, text(form, 'token'), target.number, now, settings.commentFormHours)) {
    return refuse([{ field: 'form', message: 'tokenExpired' }]);
  }
  const result = await submitComment(
    {
      ...parsed.input,
      articleId: target.id,
      replyTo: values.replyTo || null,
      address: pageRequest()!.clientAddress,
      decoyFilled: text(form, 'website') !== '',
    },
    now,
  );
  if ('fault' in result) return refuse([{ field: 'form', message: result.fault }]);
  const { comment } = result;
  const location = `${encodeURI(articlePath(target))}?comment=${makeCommentLink(keys.commentLink, comment.id)}#comment-${comment.id}`;
  return new Response(null, { status: 303, headers: { Location: location } });
}

/** Reached by reloading after a refused form: leads back to the article. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  const target = await findTarget(id, new Date());
  if (!target) return new Response(null, { status: 404 });
  return new Response(null, { status: 303, headers: { Location: `${encodeURI(articlePath(target))}#comment-form` } });
}
