import { useTranslations } from 'next-intl';
import type { CardContext } from '#db/moderation/queue-context.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import { Time } from '#components/ui/time.tsx';
import { CommentText } from './comment-text.tsx';
import { More } from '#components/newsroom/ui/more.tsx';

type Props = { card: CardContext; dates: DateSettings; showHidden: boolean };

function Line({
  comment,
  dates,
  showHidden,
}: {
  comment: CardContext['replies'][number];
  dates: DateSettings;
  showHidden: boolean;
}) {
  const status = useTranslations('newsroom.status');
  return (
    <li className="border-s-2 border-hairline ps-3">
      <p className="text-caption text-ink-soft">
        <bdi className="font-medium text-ink">{comment.name}</bdi> · {status(comment.status)} ·{' '}
        <Time at={comment.createdAt} dates={dates} />
      </p>
      <CommentText body={comment.body} showHidden={showHidden} />
    </li>
  );
}

/** The thread around a comment: its ancestors and its replies. */
export function ThreadContext({ card, dates, showHidden }: Props) {
  const t = useTranslations('newsroom.thread');
  const { ancestors, replies } = card;
  const count = ancestors.length + replies.length;
  if (count === 0) return null;
  return (
    <More summary={t('open', { count, n: formatNumber(count, dates) })}>
      {ancestors.length > 0 && (
        <>
          <p className="mb-1 text-caption text-ink-soft">{t('above')}</p>
          <ol className="space-y-3">
            {ancestors.map((each) => (
              <Line key={each.id} comment={each} dates={dates} showHidden={showHidden} />
            ))}
          </ol>
        </>
      )}
      {replies.length > 0 && (
        <>
          <p className="mt-3 mb-1 text-caption text-ink-soft">{t('below')}</p>
          <ol className="space-y-3">
            {replies.map((each) => (
              <Line key={each.id} comment={each} dates={dates} showHidden={showHidden} />
            ))}
          </ol>
        </>
      )}
    </More>
  );
}
