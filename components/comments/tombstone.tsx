import { useTranslations } from 'next-intl';
import type { PublicComment } from '#db/comments/threads.ts';

/** Replaces a comment that is no longer public but has public replies. */
export function Tombstone({ comment }: { comment: PublicComment }) {
  const t = useTranslations('comments.tombstone');
  const why = comment.status === 'withdrawn' || comment.status === 'pending' ? comment.status : 'removed';
  return (
    <article id={`comment-${comment.id}`} className="comment">
      <p className="text-meta text-ink-soft">{t(why)}</p>
    </article>
  );
}
