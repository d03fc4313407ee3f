import { useTranslations } from 'next-intl';
import type { DateSettings } from '#lib/arabic/dates.ts';
import type { QueuedComment } from '#db/moderation-queue.ts';
import { Time } from '../ui/time.tsx';

/** The near-copies that stand under one card, to be read before one decision takes them all. */
export function AlikeList({ alike, dates }: { alike: QueuedComment[]; dates: DateSettings }) {
  const t = useTranslations('newsroom.queue');
  return (
    <ul aria-label={t('alikeList')} className="divide-y divide-hairline">
      {alike.map((comment) => (
        <li key={comment.id} className="py-2">
          <p className="text-caption text-ink-soft"><bdi className="font-medium text-ink">{comment.name}</bdi> · <Time at={comment.createdAt} dates={dates} /></p>
          <p dir="auto" className="line-clamp-3 text-start">{comment.body}</p>
        </li>
      ))}
    </ul>
  );
}
