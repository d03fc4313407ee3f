import type { DateSettings } from '#lib/arabic/dates.ts';
import type { ArticleCard } from '#db/articles/cards.ts';
import { CardRow } from './card-row.tsx';
import { Card } from './card.tsx';

type Props = { lead: ArticleCard; beside: ArticleCard[]; row: ArticleCard[]; dates: DateSettings };

/**
 * The top of the front page: the lead, a column beside it, a row below. If the lead has no picture, the row
 * fills its column.
 */
export function LeadBlock({ lead, beside, row, dates }: Props) {
  const isBare = !lead.image;
  return (
    <>
      <div className={`grid gap-8 lg:grid-cols-12 ${isBare ? 'lg:grid-rows-[auto_1fr]' : ''}`}>
        <div className="lg:col-span-8">
          <Card
            card={lead}
            dates={dates}
            variant="lead"
            heading="h2"
            first
            sizes="(width >= 80rem) 784px, (width >= 64rem) 62vw, 100vw"
          />
        </div>
        <div
          className={`flex flex-col divide-y divide-hairline border-hairline *:py-5 lg:col-span-4 lg:border-s lg:ps-8 lg:*:first:pt-0 ${isBare ? 'lg:row-span-2' : ''}`}
        >
          {beside.map((card) => (
            <Card key={card.id} card={card} dates={dates} variant="row" heading="h2" sizes="11rem" />
          ))}
        </div>
        {isBare && row.length > 0 && (
          <div className="grid content-start gap-8 border-t border-hairline pt-8 sm:grid-cols-2 lg:col-span-8">
            {row.map((card) => (
              <Card key={card.id} card={card} dates={dates} variant="row" heading="h2" sizes="11rem" />
            ))}
          </div>
        )}
      </div>
      {!isBare && row.length > 0 && (
        <div className="mt-12 border-t border-hairline pt-8">
          <CardRow cards={row} dates={dates} variant="tall" heading="h2" />
        </div>
      )}
    </>
  );
}
