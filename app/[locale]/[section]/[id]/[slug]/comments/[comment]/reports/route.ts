import { REPORT_REASONS } from '#db/tables/content.ts';
import { reportComment } from '#db/moderation/reports.ts';
import { cleanMultiline } from '#lib/arabic/bidi.ts';
import { isLongerThan } from '#lib/arabic/count-characters.ts';
import { articlePath, commentsPath } from '#lib/articles/path.ts';
import { sourceOf } from '#lib/comments/network.ts';
import { ourFault } from '#lib/comments/our-fault.ts';
import { REPORT_NOTE_LIMIT, type DiscussionFormState } from '#lib/comments/discussion-form.ts';
import { getKeys } from '#lib/security/keys.ts';
import { pageRequest } from '#lib/page-request.ts';
import { answerGone, findComment, findTarget } from '../../visible-target.ts';

type Context = { params: Promise<{ locale: string; id: string; comment: string }> };

const text = (form: FormData, key: string) => {
  const value = form.get(key);
  return typeof value === 'string' ? value : '';
};

/** The faults of a report, in the order of the form. */
function findFaults(reason: string | undefined, note: string): DiscussionFormState['faults'] {
  return [
    ...(reason ? [] : [{ field: 'reason', message: 'reasonMissing' as const }]),
    ...(reason === 'factual' && note === '' ? [{ field: 'note', message: 'noteMissing' as const }] : []),
    ...(isLongerThan(note, REPORT_NOTE_LIMIT)
      ? [{ field: 'note', message: 'noteTooLong' as const, limit: REPORT_NOTE_LIMIT }]
      : []),
  ];
}

/** Takes a report. A fault renders the form again, filled in; success redirects to the comment. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const now = new Date();
  const asked = await params;
  const [found, form] = await Promise.all([findComment(asked, now), request.formData().catch(() => null)]);
  if (!form) return new Response(null, { status: 400 });
  if (!found) return answerGone(asked, text(form, 'note'), now);
  const { target, comment } = found;
  const reason = REPORT_REASONS.find((each) => each === text(form, 'reason'));
  const note = cleanMultiline(text(form, 'note'));
  const refuse = (faults: DiscussionFormState['faults'], status: number, retryAfter?: number) => {
    const path = `/${target.locale}/${target.sectionSlug}/${target.number}/${encodeURIComponent(target.slug)}/comments/${comment.id}/report`;
    pageRequest()!.renderAgain = {
      path,
      status,
      ...(retryAfter && { retryAfter }),
      discussionForm: { kind: 'report', values: { reason: reason ?? '', note }, faults },
    };
    return new Response(null, { status });
  };
  const faults = findFaults(reason, note);
  if (!reason || faults.length > 0) return refuse(faults, 422);
  const source = sourceOf(getKeys().networkIndex, pageRequest()!.clientAddress, now);
  const reported = await reportComment({ commentId: comment.id, source, reason, note }, now).catch(
    ourFault('A report could not be taken'),
  );
  const { fault } = reported;
  if (fault === 'failed') return refuse([{ field: 'form', message: fault }], 500);
  if (fault === 'gone') return answerGone(asked, note, now);
  if (fault === 'tooFast') return refuse([{ field: 'form', message: 'reportedTooFast' }], 429, reported.wait);
  const location = `${encodeURI(articlePath(target))}?at=${comment.id}&said=reported#comment-${comment.id}`;
  return new Response(null, { status: 303, headers: { Location: location } });
}

/** Handles a reload after a rejected form: redirects to the form. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { id, comment } = await params;
  const target = await findTarget(id, new Date());
  if (!target) return new Response(null, { status: 404 });
  const location = `${commentsPath(target)}/${encodeURIComponent(comment)}/report`;
  return new Response(null, { status: 303, headers: { Location: location } });
}
