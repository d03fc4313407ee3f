import { listTakenNames } from '#db/taken-names.ts';
import { appealComment, editComment, withdrawComment } from '#db/writer-acts.ts';
import { getWriterComment, type WriterComment } from '#db/writer-status.ts';
import { cleanMultiline } from '#lib/arabic/bidi.ts';
import { isLongerThan } from '#lib/arabic/count-characters.ts';
import { commentStatusPath, readCommentLink } from '#lib/comments/comment-link.ts';
import { parseComment } from '#lib/comments/rules.ts';
import { countControls } from '#lib/comments/shape.ts';
import { APPEAL_LIMIT, type TalkFormState } from '#lib/comments/talk-form.ts';
import { getKeys } from '#lib/keys.ts';
import { isLocale } from '#lib/locales.ts';
import { pageRequest } from '#lib/page-request.ts';

type Context = { params: Promise<{ locale: string; token: string; act: string }> };
type Refusal = Pick<TalkFormState, 'values' | 'faults'> & { status: number };

/** Each does what it is named after, or says why not. */
const ACTS: Record<string, (comment: WriterComment, field: (name: string) => string, now: Date) => Promise<Refusal | undefined>> = {
  async edit(comment, field, now) {
    const values = { name: field('name'), body: field('body') };
    const parsed = parseComment({ ...values, email: '' }, { commentEmail: 'optional', takenNames: await listTakenNames() });
    if ('faults' in parsed) return { values, faults: parsed.faults, status: 422 };
    const controls = countControls(`${values.name}\n${values.body}`);
    const { fault } = await editComment(comment.id, { ...parsed.input, locale: comment.article.locale, controls }, now);
    return fault && { values, faults: [{ field: 'form', message: fault }], status: 409 };
  },

  async appeal(comment, field, now) {
    const text = cleanMultiline(field('text'));
    const fault = text === '' ? { message: 'appealMissing' as const } : isLongerThan(text, APPEAL_LIMIT) ? { message: 'appealTooLong' as const, limit: APPEAL_LIMIT } : undefined;
    if (fault) return { values: { text }, faults: [{ field: 'text', ...fault }], status: 422 };
    const done = await appealComment(comment.id, text, now);
    return done ? undefined : { values: { text }, faults: [{ field: 'form', message: 'notNow' }], status: 409 };
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

/** A writer's own forms; the signed address is what says that they are the writer. All lead back to the comment's page. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, token, act: name } = await params;
  const act = Object.hasOwn(ACTS, name) ? ACTS[name] : undefined;
  const id = readCommentLink(getKeys().commentLink, token);
  const [comment, form] = await Promise.all([id ? getWriterComment(id, new Date()) : undefined, request.formData().catch(() => null)]);
  if (!act || !comment || !isLocale(locale)) return new Response(null, { status: 404 });
  if (!form) return new Response(null, { status: 400 });
  const refusal = await act(comment, reads(form), new Date());
  if (!refusal) return new Response(null, { status: 303, headers: { Location: commentStatusPath(locale, token) } });
  const { status, ...shown } = refusal;
  pageRequest()!.renderAgain = { path: `/${locale}/comments/${token}`, status, talkForm: { kind: name as TalkFormState['kind'], ...shown } };
  return new Response(null, { status });
}

/** Reached by reloading a refused form. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale, token } = await params;
  if (!isLocale(locale)) return new Response(null, { status: 404 });
  return new Response(null, { status: 303, headers: { Location: commentStatusPath(locale, token) } });
}
