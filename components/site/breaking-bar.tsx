import { useTranslations } from 'next-intl';

/** One line, one link; ends by itself at the time the newsroom gave it. */
export function BreakingBar({ href, headline }: { href: string; headline: string }) {
  const t = useTranslations('site');
  return (
    <aside aria-label={t('breaking')} className="border-b border-hairline">
      <p className="mx-auto flex max-w-[1240px] items-baseline gap-3 px-4 py-2 sm:px-6 lg:px-8">
        <strong className="shrink-0 text-meta font-bold text-madder">{t('breaking')}</strong>{' '}
        <a href={href} className="min-w-0 truncate text-ui font-medium hover:text-madder">{headline}</a>
      </p>
    </aside>
  );
}
