import { useTranslations } from 'next-intl';
import type { ArticleCard } from '#db/articles/cards.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { Card } from '../front/card.tsx';

export function Related({ cards, dates }: { cards: ArticleCard[]; dates: DateSettings }) {
  const t = useTranslations('article');
  if (cards.length === 0) return null;
  return (
    <section
      aria-labelledby="related"
      className="laid-out-late no-print mt-12 border-t-2 border-ink pt-3 [contain-intrinsic-block-size:auto_43rem] sm:[contain-intrinsic-block-size:auto_63rem]"
    >
      <h2 id="related" className="text-h2">
        {t('related')}
      </h2>
      <div className="mt-5 grid gap-x-6 gap-y-8 sm:grid-cols-2">
        {cards.map((card) => (
          <Card
            key={card.id}
            card={card}
            dates={dates}
            variant="fold"
            sizes="(width >= 64rem) 318px, (width >= 40rem) 48vw, 7rem"
          />
        ))}
      </div>
    </section>
  );
}
