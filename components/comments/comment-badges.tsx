import { useTranslations } from 'next-intl';
import type { PublicComment } from '#db/comments/threads.ts';

/** Only a comment that a signed-in member of staff wrote has a badge. A matching name is not enough. */
export function CommentBadges({ comment, byline }: { comment: PublicComment; byline: string[] }) {
  const t = useTranslations('comments');
  if (!comment.isStaff) return null;
  return (
    <span className="ms-2 text-caption font-medium text-sea">
      {t(byline.includes(comment.name) ? 'authorBadge' : 'staffBadge')}
    </span>
  );
}
