import type { DateSettings } from '#lib/arabic/dates.ts';
import { localePath } from '#lib/locales.ts';
import type { ArticleCard } from '#db/articles/cards.ts';
import { Icon } from '../ui/icon.tsx';
import { Card } from './card.tsx';

type Props = {
  slug: string;
  name: string;
  more: string;
  cards: ArticleCard[];
  dates: DateSettings;
  /** Every other block has its wide picture at the other side. */
  flipped: boolean;
};

export function SectionBlock({ slug, name, more, cards, dates, flipped }: Props) {
  const [first, ...others] = cards;
  if (!first) return null;
  const href = localePath(dates.locale, `/${slug}`);
  return (
    <section
      aria-labelledby={`front-${slug}`}
      className="laid-out-late mt-16 [contain-intrinsic-block-size:auto_57rem] md:[contain-intrinsic-block-size:auto_34rem]"
    >
      <div className="flex items-baseline justify-between gap-4 border-t-2 border-ink pt-3">
        <h2 id={`front-${slug}`} className="text-h3 text-madder">
          <a href={href} className="hover:underline">
            {name}
          </a>
        </h2>
        <a
          href={href}
          className="inline-flex min-h-11 items-center gap-1 text-meta text-ink-soft hover:text-madder"
        >
          {more}
          <Icon name="left" className="size-4 ltr:rotate-180" />
        </a>
      </div>
      <div className="mt-4 grid gap-8 md:grid-cols-12">
        <div className={`md:col-span-5 ${flipped ? 'md:order-2' : ''}`}>
          <Card
            card={first}
            dates={dates}
            variant="major"
            showSection={false}
            sizes="(width >= 48rem) 480px, 100vw"
          />
        </div>
        <div
          className={`flex flex-col divide-y divide-hairline border-hairline *:py-5 *:first:pt-0 *:last:pb-0 md:col-span-7 ${flipped ? 'md:border-e md:pe-8' : 'md:border-s md:ps-8'}`}
        >
          {others.map((card) => (
            <Card key={card.id} card={card} dates={dates} variant="row" showSection={false} sizes="11rem" />
          ))}
        </div>
      </div>
    </section>
  );
}
