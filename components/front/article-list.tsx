import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { localePath } from '#lib/locales.ts';
import type { ArticleCard } from '#db/articles/cards.ts';
import { mixedText } from '#lib/text/mixed-text.ts';
import { Pagination } from '../ui/pagination.tsx';
import { Card } from './card.tsx';

type Props = {
  title: ReactNode;
  label?: string;
  /** Text, or an element. */
  description?: ReactNode;
  items: ArticleCard[];
  dates: DateSettings;
  showSection?: boolean;
  page: number;
  pages: number;
  hrefFor: (page: number) => string;
};

/** A page that lists the articles of a section, tag, author or day. */
export function ArticleList({
  title,
  label,
  description,
  items,
  dates,
  showSection = true,
  page,
  pages,
  hrefFor,
}: Props) {
  const t = useTranslations('list');
  return (
    <div className="mx-auto max-w-[1024px]">
      <header className="border-b-2 border-ink pb-4">
        {label && <p className="text-meta font-bold text-madder">{label}</p>}
        <h1 className="text-headline lg:text-headline-wide">
          {typeof title === 'string' ? mixedText(title, dates.locale) : title}
        </h1>
        {typeof description === 'string'
          ? description && (
              <p className="mt-2 max-w-[660px] text-ui text-ink-soft">
                {mixedText(description, dates.locale)}
              </p>
            )
          : description}
      </header>
      {items.length === 0 ? (
        <div className="py-16 text-center">
          <p className="text-h3 font-bold">{t('empty')}</p>
          <p className="mt-2 text-ui text-ink-soft">
            <a href={localePath(dates.locale, '/')} className="text-sea underline">
              {t('emptyHelp')}
            </a>
          </p>
        </div>
      ) : (
        <ol className="divide-y divide-hairline">
          {items.map((card, place) => (
            <li key={card.id} className="py-6">
              {place === 0 && page === 1 ? (
                <Card
                  card={card}
                  dates={dates}
                  variant="opener"
                  heading="h2"
                  first
                  showSection={showSection}
                  sizes="(width >= 48rem) 496px, 100vw"
                />
              ) : (
                <Card
                  card={card}
                  dates={dates}
                  variant="row"
                  heading="h2"
                  showSection={showSection}
                  sizes="14rem"
                />
              )}
            </li>
          ))}
        </ol>
      )}
      <Pagination dates={dates} page={page} pages={pages} hrefFor={hrefFor} />
    </div>
  );
}
