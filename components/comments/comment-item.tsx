import { useTranslations } from 'next-intl';
import type { PublicComment } from '#db/comments.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { Icon } from '../ui/icon.tsx';
import { Time } from '../ui/time.tsx';
import { Avatar } from './avatar.tsx';
import { CommentText } from './comment-text.tsx';

type Props = {
  comment: PublicComment;
  dates: DateSettings;
  /** The name of the comment answered, where the place in the thread does not say it. */
  answered?: string;
  canReply: boolean;
  isOwn?: boolean;
};

export function CommentItem({ comment, dates, answered, canReply, isOwn = false }: Props) {
  const t = useTranslations('comments');
  const waits = comment.status === 'pending' || comment.status === 'spam';
  return (
    <article id={`comment-${comment.id}`} aria-label={isOwn ? t('own') : undefined} className={`py-5 ${isOwn ? 'border-s-3 border-amber ps-4' : ''}`}>
      <header className="flex items-center gap-3">
        <Avatar name={comment.name} />
        <div className="min-w-0">
          <p className="text-ui font-bold wrap-break-word"><bdi>{comment.name}</bdi></p>
          <p className="text-caption text-ink-soft">
            <a href={`#comment-${comment.id}`} title={t('permalink')} className="hover:text-sea"><Time at={comment.createdAt} dates={dates} /></a>
            {answered && <> · {t('inReplyTo')} <bdi>{answered}</bdi></>}
          </p>
        </div>
      </header>
      {isOwn && waits && (
        <p className="mt-3 flex items-center gap-2 text-meta font-bold text-amber"><Icon name="clock" className="size-4" />{t('waiting')}</p>
      )}
      <div className="mt-3"><CommentText text={comment.body} /></div>
      {canReply && comment.status === 'approved' && (
        <p className="no-print mt-1">
          <a
            href={`?reply=${comment.id}#comment-form`}
            rel="nofollow"
            aria-label={t('replyTo', { name: comment.name })}
            className="-ms-2 inline-flex min-h-11 items-center gap-1.5 px-2 text-meta text-ink-soft hover:text-sea"
          >
            <Icon name="reply" className="size-4 ltr:-scale-x-100" />
            {t('reply')}
          </a>
        </p>
      )}
    </article>
  );
}
