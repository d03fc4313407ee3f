import { useTranslations } from 'next-intl';
import type { PublicComment } from '#db/comments/threads.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import type { Discussion } from './discussion.ts';

/** The id of the form that all appreciation buttons of a page submit. */
export const APPRECIATION_FORM = 'appreciation';

export function CommentActions({ comment, discussion }: { comment: PublicComment; discussion: Discussion }) {
  const t = useTranslations('comments');
  const { id, name } = comment;
  const own = discussion.appreciated.get(id);
  const count = own ?? comment.appreciations;
  const [n, next] = [count, own === undefined ? count + 1 : count - 1].map((each) =>
    each > 0 ? formatNumber(each, discussion.dates) : '',
  );
  return (
    <p className="comment-actions">
      {discussion.canReply && (
        <a
          href={`${discussion.base}?reply=${id}#comment-form`}
          rel="nofollow"
          data-reply={id}
          aria-label={t('replyTo', { name })}
        >
          {t('reply')}
        </a>
      )}{' '}
      <button
        form={APPRECIATION_FORM}
        formAction={`${discussion.action}/${id}/appreciate`}
        name="back"
        value={own === undefined ? 0 : 1}
        data-next={next}
        aria-pressed={own !== undefined}
      >
        {t('appreciate')} <span>{n}</span>
        {/* The space is inside this span, because the script replaces the number before it. */}
        <span className="sr-only"> {t('appreciateOf', { name })}</span>
      </button>{' '}
      <a href={`${discussion.action}/${id}/report`} rel="nofollow" aria-label={t('reportNamed', { name })}>
        {t('report')}
      </a>
    </p>
  );
}
