import type { DateSettings } from '#lib/arabic/dates.ts';
import { articlePath } from '#lib/article-path.ts';
import { Picture } from '../ui/picture.tsx';
import { Time } from '../ui/time.tsx';
import type { ArticleCard } from '#db/article-cards.ts';

type Props = {
  card: ArticleCard;
  dates: DateSettings;
  /** `lead` opens the front page, `row` stands beside its picture, `plain` has no picture. */
  look?: 'lead' | 'tall' | 'row' | 'plain';
  sizes?: string;
  first?: boolean;
  showSection?: boolean;
  heading?: 'h2' | 'h3';
};

const headlines = {
  lead: 'text-headline lg:text-headline-wide xl:text-lead-wide',
  tall: 'text-h3',
  row: 'text-ui font-bold @md:text-h3',
  plain: 'text-ui font-bold',
};

/** A story in a list: picture, label, headline, a line of standfirst, time. */
export function Card({ card, dates, look = 'tall', sizes = '100vw', first = false, showSection = true, heading: Heading = 'h3' }: Props) {
  const href = articlePath(card);
  const picture = card.image && look !== 'plain' && (
    <a href={href} tabIndex={-1} aria-hidden="true" className={look === 'row' ? 'w-28 shrink-0 @md:w-44' : 'block'}>
      <Picture source={card.image} sizes={sizes} first={first} alt="" className="aspect-3/2 rounded-paper object-cover" />
    </a>
  );
  const words = (
    <div className="min-w-0">
      {showSection && <p className="text-meta font-bold text-madder">{dates.locale === 'ar' ? card.sectionNameAr : card.sectionNameEn}</p>}
      <Heading className={`${headlines[look]} ${showSection ? 'mt-1' : ''}`}>
        <a href={href} className="hover:text-madder">{card.headline}</a>
      </Heading>
      {(look === 'lead' || look === 'tall') && card.standfirst && (
        <p className={look === 'lead' ? 'mt-3 font-serif text-standfirst text-ink-soft' : 'mt-2 line-clamp-2 text-meta text-ink-soft'}>
          {card.standfirst}
        </p>
      )}
      <p className="mt-2 text-caption text-ink-soft"><Time at={card.publishedAt} dates={dates} /></p>
    </div>
  );
  if (look === 'row') return <article className="@container"><div className="flex gap-4">{picture}{words}</div></article>;
  return <article className="flex flex-col gap-3">{picture}{words}</article>;
}
