import { useTranslations } from 'next-intl';
import type { QueuedComment } from '#db/moderation-queue.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { articlePath } from '#lib/article-path.ts';
import { Time } from '../ui/time.tsx';
import { CommentText } from './comment-text.tsx';

type Props = { comment: QueuedComment; dates: DateSettings; headingId: string; narrowHref?: string };

/** All that a moderator reads before deciding: who, when, on what, in answer to whom, and the words. */
export function CommentContext({ comment, dates, headingId, narrowHref }: Props) {
  const t = useTranslations('newsroom.queue');
  const status = useTranslations('newsroom.status');
  const { article, parent, decision } = comment;
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={headingId} className="text-ui"><bdi>{comment.name}</bdi></h2>
        <p className="text-caption text-ink-soft"><Time at={comment.createdAt} dates={dates} /></p>
      </div>
      <p className="mt-1 text-caption text-ink-soft">
        <span className="font-bold text-madder">{article.sectionNameAr}</span>{' '}
        <a href={articlePath(article)} dir="auto" className="text-ink hover:text-sea hover:underline">{article.headline}</a>
        {narrowHref && (
          <>
            {' · '}
            <a href={narrowHref} className="text-sea hover:underline">{t('narrow')}</a>
          </>
        )}
      </p>
      {parent && (
        <blockquote className="mt-3 border-s-2 border-hairline ps-4 text-ink-soft">
          <p className="text-caption">{t.rich('replyTo', { name: parent.name, n: (chunks) => <bdi className="font-medium">{chunks}</bdi> })}</p>
          <CommentText body={parent.body} className="line-clamp-4" />
        </blockquote>
      )}
      <CommentText body={comment.body} className="mt-3 text-ui" />
      {decision?.rule === 'decoy' && <p className="mt-3 text-caption text-amber">{t('decoyRule')}</p>}
      {decision?.byName && (
        <p className="mt-3 text-caption text-ink-soft">
          {status(decision.toStatus)} · <bdi>{decision.byName}</bdi> · <Time at={decision.createdAt} dates={dates} />
        </p>
      )}
    </>
  );
}
