import { useTranslations } from 'next-intl';
import { formatDate, type DateSettings } from '#lib/arabic/dates.ts';
import type { Closed } from '#lib/comments/closing.ts';

const REASONS = { age: 'closedByAge', article: 'closedByArticle', newsroom: 'closed' } as const;

/** Says that comments are closed, and why: by age, by a date set for the article, or by the newsroom. */
export function CommentsClosed({ closed, dates }: { closed: Closed; dates: DateSettings }) {
  const t = useTranslations('comments');
  const reason = t(REASONS[closed.why], { date: closed.since ? formatDate(closed.since, dates) : '' });
  return (
    <p className="mt-8 bg-sheet p-6 text-ui">
      {reason} <span className="text-ink-soft">{t('closedHelp')}</span>
    </p>
  );
}
