import { useTranslations } from 'next-intl';
import type { PublicComment } from '#db/comments/threads.ts';

/** Only a comment written by somebody signed in has one; a name alone never does. */
export function CommentBadges({ comment, byline }: { comment: PublicComment; byline: string[] }) {
  const t = useTranslations('comments');
  if (!comment.isStaff) return null;
  return (
    <span className="ms-2 text-caption font-medium text-sea">
      {t(byline.includes(comment.name) ? 'authorBadge' : 'staffBadge')}
    </span>
  );
}
