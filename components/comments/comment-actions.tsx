import { useTranslations } from 'next-intl';
import type { PublicComment } from '#db/comments.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import type { Talk } from './talk.ts';

/** Belongs to every button «appreciate» of a page. */
export const APPRECIATION_FORM = 'appreciation';

export function CommentActions({ comment, talk }: { comment: PublicComment; talk: Talk }) {
  const t = useTranslations('comments');
  const { id, name } = comment;
  const isAppreciated = talk.said === 'appreciated' && talk.saidOf === id;
  const count = comment.appreciations;
  const n = formatNumber(count, talk.dates);
  const next = formatNumber(count + 1, talk.dates);
  return (
    <p className="comment-actions">
      {talk.canReply && (
        <a href={`${talk.base}?reply=${id}#comment-form`} rel="nofollow" data-reply={id} aria-label={t('replyTo', { name })}>
          {t('reply')}
        </a>
      )}
      <button
        form={APPRECIATION_FORM}
        formAction={`${talk.action}/${id}/appreciate`}
        data-next={next}
        data-next-label={t('appreciateNamed', { name, count: count + 1, n: next })}
        aria-pressed={isAppreciated}
        aria-label={t('appreciateNamed', { name, count, n })}
      >
        {t('appreciate')} <span>{count > 0 && n}</span>
      </button>
      <a href={`${talk.action}/${id}/report`} rel="nofollow" aria-label={t('reportNamed', { name })}>{t('report')}</a>
    </p>
  );
}
