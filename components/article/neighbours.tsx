import { useTranslations } from 'next-intl';
import type { ArticleCard } from '#db/articles/cards.ts';
import { articlePath } from '#lib/articles/path.ts';
import { mixedText } from '#lib/text/mixed-text.ts';
import { Icon } from '../ui/icon.tsx';

type Props = { previous?: ArticleCard; next?: ArticleCard };

export function Neighbours({ previous, next }: Props) {
  const t = useTranslations('article');
  if (!previous && !next) return null;
  return (
    <nav
      aria-label={t('neighbours')}
      className="no-print mt-12 grid gap-6 border-t border-hairline pt-6 sm:grid-cols-2"
    >
      {previous ? (
        <a rel="prev" href={articlePath(previous)} className="group block">
          <span className="flex items-center gap-1 text-meta text-ink-soft">
            <Icon name="right" className="size-4 ltr:rotate-180" />
            {t('previous')}
          </span>{' '}
          <span className="mt-1 block font-bold group-hover:text-madder">
            {mixedText(previous.headline, previous.locale)}
          </span>
        </a>
      ) : (
        <span />
      )}{' '}
      {next && (
        <a rel="next" href={articlePath(next)} className="group block text-end">
          <span className="flex items-center justify-end gap-1 text-meta text-ink-soft">
            {t('next')}
            <Icon name="left" className="size-4 ltr:rotate-180" />
          </span>{' '}
          <span className="mt-1 block font-bold group-hover:text-madder">
            {mixedText(next.headline, next.locale)}
          </span>
        </a>
      )}
    </nav>
  );
}
