import { useTranslations } from 'next-intl';
import type { PublicComment } from '#db/comments/threads.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import { factsOf } from '#lib/comments/states.ts';
import { ownCommentPath } from '#lib/comments/own-path.ts';
import { Icon } from '../ui/icon.tsx';
import { Time } from '../ui/time.tsx';
import { Words } from '../ui/words.tsx';
import { Avatar } from './avatar.tsx';
import { CommentActions } from './comment-actions.tsx';
import { CommentBadges } from './comment-badges.tsx';
import { FoldedText } from './folded-text.tsx';
import type { Discussion } from './discussion.ts';
import { Tombstone } from './tombstone.tsx';

type Props = {
  comment: PublicComment;
  discussion: Discussion;
  /** The depth in the thread; 0 for the comment that opened it. */
  level?: number;
  /**
   * The comment that this one replies to. Its name is read aloud, and shown if the position in the thread
   * does not make it clear.
   */
  answered?: PublicComment;
  isFlat?: boolean;
};

export function CommentItem({ comment, discussion, level = 0, answered, isFlat = false }: Props) {
  const t = useTranslations('comments');
  const isOwn = discussion.ownIds.includes(comment.id);
  const { isPublic, told } = factsOf(comment.status);
  if (!isPublic && !isOwn) return <Tombstone comment={comment} />;
  const name = answered?.name || undefined;
  const step = formatNumber(level, discussion.dates);
  return (
    <article
      id={`comment-${comment.id}`}
      aria-label={isOwn ? t('own') : undefined}
      className={isOwn ? 'comment comment-own' : 'comment'}
    >
      <header className="comment-head">
        <Avatar name={comment.name} />
        <div>
          <p className="comment-name">
            <Words of={comment.name} />
            <CommentBadges comment={comment} byline={discussion.byline} />
          </p>
          {level > 0 && (
            <p className="sr-only">
              {name
                ? t.rich('level', { level: step, name, n: () => <Words of={name} /> })
                : t('levelOnly', { level: step })}
            </p>
          )}
          <p className="comment-time">
            <a
              href={`${discussion.base}?at=${comment.id}#comment-${comment.id}`}
              rel="nofollow"
              title={t('permalink')}
            >
              <Time at={comment.createdAt} dates={discussion.dates} />
            </a>
            {comment.editedAt && <> · {t('edited')}</>}
            {isFlat && name && (
              <>
                {' '}
                · {t('inReplyTo')} <Words of={name} />
              </>
            )}
          </p>
        </div>
      </header>
      {comment.featuredAt && (
        <p className="mt-3 border-s-3 border-madder ps-3 text-meta">
          <strong className="text-madder">{t('featured')}</strong>
          {comment.featuredLine && (
            <>
              {' '}
              · <Words of={comment.featuredLine} />
            </>
          )}
        </p>
      )}
      {isOwn && told === 'waiting' && (
        <p className="mt-3 flex items-center gap-2 text-meta font-bold text-amber">
          <Icon name="clock" className="size-4" />
          {t('waiting')}
        </p>
      )}
      <div className="comment-words">
        <FoldedText text={comment.body} />
      </div>
      {discussion.said &&
        discussion.said !== 'sent' &&
        discussion.said !== 'gone' &&
        discussion.saidOf === comment.id && (
          <p role="status" className="mt-2 flex items-center gap-2 text-meta font-bold text-leaf">
            <Icon name="check" className="size-4" />
            {t(`said.${discussion.said}`)}
          </p>
        )}
      {isOwn && (
        <p>
          <a
            href={ownCommentPath(discussion.dates.locale, comment.id)}
            className="inline-flex min-h-11 items-center text-meta text-sea underline"
          >
            {t('statusLink')}
          </a>
        </p>
      )}
      {isPublic && <CommentActions comment={comment} discussion={discussion} />}
    </article>
  );
}
