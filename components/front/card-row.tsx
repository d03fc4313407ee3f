import type { ArticleCard } from '#db/articles/cards.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { Card } from './card.tsx';

type Props = { cards: ArticleCard[]; dates: DateSettings; variant?: 'tall' | 'fold'; heading?: 'h2' | 'h3' };

/** Up to four cards in a grid, with hairlines between them on wide screens. */
export function CardRow({ cards, dates, variant = 'fold', heading = 'h3' }: Props) {
  return (
    <div className="columns grid gap-x-8 gap-y-8 sm:grid-cols-2 lg:grid-cols-4">
      {cards.map((card) => (
        <Card
          key={card.id}
          card={card}
          dates={dates}
          variant={variant}
          heading={heading}
          sizes={`(width >= 64rem) 280px, (width >= 40rem) 48vw, ${variant === 'fold' ? '7rem' : '100vw'}`}
        />
      ))}
    </div>
  );
}
