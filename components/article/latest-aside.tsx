import { useTranslations } from 'next-intl';
import type { ArticleCard } from '#db/articles/cards.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { Card } from '../front/card.tsx';

export function LatestAside({ cards, dates }: { cards: ArticleCard[]; dates: DateSettings }) {
  const t = useTranslations('site');
  if (cards.length === 0) return null;
  return (
    <aside aria-labelledby="latest" className="no-print mt-16 lg:mt-0">
      <div className="lg:top-20 lg:tall:sticky">
        <h2 id="latest" className="border-t-2 border-ink pt-3 text-h3">
          {t('latest')}
        </h2>
        <div className="mt-2 divide-y divide-hairline *:py-4">
          {cards.map((card) => (
            <Card key={card.id} card={card} dates={dates} variant="plain" />
          ))}
        </div>
      </div>
    </aside>
  );
}
