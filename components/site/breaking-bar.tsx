import { useTranslations } from 'next-intl';

/** One link, one line where it fits: a headline is not cut on phones. Ends by itself at the time the newsroom gave it. */
export function BreakingBar({ href, headline }: { href: string; headline: string }) {
  const t = useTranslations('site');
  return (
    <aside aria-label={t('breaking')} className="no-print border-b border-hairline">
      <p className="mx-auto flex max-w-[1240px] items-baseline gap-3 px-4 sm:px-6 lg:px-8">
        <strong className="shrink-0 text-meta font-bold text-madder">{t('breaking')}</strong>{' '}
        <a href={href} className="min-w-0 flex-1 py-2.5 text-ui font-medium text-pretty hover:text-madder sm:truncate">{headline}</a>
      </p>
    </aside>
  );
}
