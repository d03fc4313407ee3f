import { useTranslations } from 'next-intl';
import type { PublicComment } from '#db/comments/threads.ts';
import { factsOf } from '#lib/comments/states.ts';

/** Replaces a comment that is no longer public but has public replies. */
export function Tombstone({ comment }: { comment: PublicComment }) {
  const t = useTranslations('comments.tombstone');
  return (
    <article id={`comment-${comment.id}`} className="comment">
      <p className="text-meta text-ink-soft">{t(factsOf(comment.status).tombstone)}</p>
    </article>
  );
}
