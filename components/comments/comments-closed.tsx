import { useTranslations } from 'next-intl';
import { formatDate, type DateSettings } from '#lib/arabic/dates.ts';

/** Says that comments are closed, and why: by age on a day, or by the newsroom. */
export function CommentsClosed({ since, dates }: { since: Date | null; dates: DateSettings }) {
  const t = useTranslations('comments');
  const reason = since ? t('closedByAge', { date: formatDate(since, dates) }) : t('closed');
  return <p className="mt-8 bg-sheet p-6 text-ui">{reason} <span className="text-ink-soft">{t('closedHelp')}</span></p>;
}
