import { useTranslations } from 'next-intl';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import { Icon } from './icon.tsx';

type Props = { dates: DateSettings; page: number; pages: number; hrefFor: (page: number) => string };

/** «Newer» points against the reading direction, «older» along it, in both directions of writing. */
export function Pagination({ dates, page, pages, hrefFor }: Props) {
  const t = useTranslations('list');
  if (pages <= 1) return null;
  const link = 'inline-flex min-h-11 items-center gap-2 rounded-paper px-3 text-sea hover:underline';
  return (
    <nav
      aria-label={t('pagination')}
      className="flex items-center justify-between gap-4 border-t border-hairline pt-4"
    >
      {page > 1 ? (
        <a rel="prev" href={hrefFor(page - 1)} className={link}>
          <Icon name="right" className="size-5 ltr:rotate-180" />
          {t('newer')}
        </a>
      ) : (
        <span />
      )}
      <p className="text-meta text-ink-soft">
        {t('pageOf', { page: formatNumber(page, dates), pages: formatNumber(pages, dates) })}
      </p>
      {page < pages ? (
        <a rel="next" href={hrefFor(page + 1)} className={link}>
          {t('older')}
          <Icon name="left" className="size-5 ltr:rotate-180" />
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}
