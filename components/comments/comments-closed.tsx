import { useTranslations } from 'next-intl';

export function CommentsClosed() {
  const t = useTranslations('comments');
  return <p className="mt-8 bg-sheet p-6 text-ui">{t('closed')} <span className="text-ink-soft">{t('closedHelp')}</span></p>;
}
