import { listTakenNames } from '#db/comments/taken-names.ts';
import { isId } from '#db/engine/ids.ts';
import { getOwnComment, type OwnComment } from '#db/comments/own.ts';
import { appealComment, editComment, withdrawComment } from '#db/comments/writer-acts.ts';
import { cleanMultiline } from '#lib/arabic/bidi.ts';
import { isLongerThan } from '#lib/arabic/count-characters.ts';
import { ownCommentPath } from '#lib/comments/own-path.ts';
import { ourFault } from '#lib/comments/our-fault.ts';
import { parseComment } from '#lib/comments/rules.ts';
import { countControls } from '#lib/comments/shape.ts';
import { APPEAL_LIMIT, type DiscussionFormState } from '#lib/comments/discussion-form.ts';
import { giveBack } from '#lib/comments/unsent.ts';
import { isLocale } from '#lib/locales.ts';
import { pageRequest } from '#lib/page-request.ts';

type Context = { params: Promise<{ locale: string; comment: string; act: string }> };
type Refusal = Pick<DiscussionFormState, 'values' | 'faults'> & { status: number };

/** One command per form. Each does what its name says, or returns the refusal to show. */
const ACTS: Record<
  string,
  (comment: OwnComment, field: (name: string) => string, now: Date) => Promise<Refusal | undefined>
> = {
  async edit(comment, field, now) {
    const values = { name: field('name'), body: field('body') };
    const parsed = parseComment(
      { ...values, email: '' },
      { commentEmail: 'optional', takenNames: await listTakenNames() },
    );
    if ('faults' in parsed) return { values, faults: parsed.faults, status: 422 };
    const controls = countControls(`${values.name}\n${values.body}`);
    const edited = editComment(
      comment.id,
      { ...parsed.input, locale: comment.article.locale, controls },
      now,
    );
    const { fault } = await edited.catch(ourFault('An edit could not be saved'));
    return (
      fault && { values, faults: [{ field: 'form', message: fault }], status: fault === 'failed' ? 500 : 409 }
    );
  },

  async appeal(comment, field, now) {
    const text = cleanMultiline(field('text'));
    const fault =
      text === ''
        ? { message: 'appealMissing' as const }
        : isLongerThan(text, APPEAL_LIMIT)
          ? { message: 'appealTooLong' as const, limit: APPEAL_LIMIT }
          : undefined;
    if (fault) return { values: { text }, faults: [{ field: 'text', ...fault }], status: 422 };
    const done = await appealComment(comment.id, text, now).catch(ourFault('An appeal could not be saved'));
    if (done === true) return undefined;
    const message = done === false ? 'notNow' : done.fault;
    return { values: { text }, faults: [{ field: 'form', message }], status: done === false ? 409 : 500 };
  },

  async withdraw(comment, _field, now) {
    await withdrawComment(comment.id, now);
    return undefined;
  },
};

const reads = (form: FormData) => (name: string) => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

/**
 * Older addresses have a signature after the id, and pages with such forms may still be open. Neither part
 * contains a character that needs escaping.
 */
const idOf = (segment: string) => segment.split('.')[0]!;

/**
 * A writer's own forms; the writer cookie proves who the writer is. Every form leads back to the comment's
 * page.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, comment: segment, act: name } = await params;
  const act = Object.hasOwn(ACTS, name) ? ACTS[name] : undefined;
  const id = idOf(segment);
  const writerId = pageRequest()?.writerId ?? '';
  const [comment, form] = await Promise.all([
    isId(id) ? getOwnComment(id, writerId, new Date()) : undefined,
    request.formData().catch(() => null),
  ]);
  if (!act || !isLocale(locale)) return new Response(null, { status: 404 });
  if (!form) return new Response(null, { status: 400 });
  // The cookie or the comment is gone; return what was typed anyway.
  if (!comment)
    return giveBack(locale, 403, {
      why: 'notYours',
      words: reads(form)('body') || reads(form)('text'),
      href: '',
    });
  const refusal = await act(comment, reads(form), new Date());
  if (!refusal) return new Response(null, { status: 303, headers: { Location: ownCommentPath(locale, id) } });
  const { status, ...shown } = refusal;
  pageRequest()!.renderAgain = {
    path: `/${locale}/comments/${id}`,
    status,
    discussionForm: { kind: name as DiscussionFormState['kind'], ...shown },
  };
  return new Response(null, { status });
}

/** Handles a reload after a rejected form. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale, comment } = await params;
  if (!isLocale(locale)) return new Response(null, { status: 404 });
  return new Response(null, {
    status: 303,
    headers: { Location: ownCommentPath(locale, encodeURIComponent(idOf(comment))) },
  });
}
