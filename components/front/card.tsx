import { useTranslations } from 'next-intl';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { articlePath } from '#lib/articles/path.ts';
import { mixedText } from '#lib/text/mixed-text.ts';
import { Picture } from '../ui/picture.tsx';
import { Time } from '../ui/time.tsx';
import type { ArticleCard } from '#db/articles/cards.ts';
import { sectionNameIn } from '#lib/locales.ts';

type Props = {
  /** Marks a breaking story that the breaking bar omits. */
  card: ArticleCard & { isBreaking?: boolean };
  dates: DateSettings;
  /**
   * `lead` opens the front page, `opener` a list (beside its picture), `major` a section. `row` is beside its
   * picture, `fold` only on phones; `plain` has no picture.
   */
  variant?: keyof typeof variants;
  sizes?: string;
  first?: boolean;
  showSection?: boolean;
  heading?: 'h2' | 'h3';
};

const soft = 'mt-2 line-clamp-5 text-meta text-ink-soft';

const variants = {
  lead: {
    box: 'flex flex-col gap-3',
    picture: 'block',
    headline: 'text-headline lg:text-headline-wide xl:text-lead-wide',
    standfirst: 'mt-3 font-serif text-standfirst text-ink-soft',
  },
  opener: {
    box: 'grid items-start gap-3 md:grid-cols-2 md:gap-8',
    picture: 'block',
    headline: 'text-h2 lg:text-headline',
    standfirst: 'mt-3 font-serif text-standfirst text-ink-soft',
  },
  major: { box: 'flex flex-col gap-3', picture: 'block', headline: 'text-h3 lg:text-h2', standfirst: soft },
  tall: { box: 'flex flex-col gap-3', picture: 'block', headline: 'text-h3', standfirst: soft },
  fold: {
    box: 'flex gap-4 sm:flex-col sm:gap-3',
    picture: 'w-28 shrink-0 sm:w-auto',
    headline: 'text-ui font-bold sm:text-h3',
    standfirst: `${soft} max-sm:hidden`,
  },
  row: {
    box: 'flex gap-4 @2xl:gap-6',
    picture: 'w-28 shrink-0 @md:w-44 @2xl:w-56',
    headline: 'text-ui font-bold @md:text-h3',
    standfirst: `${soft} @max-2xl:hidden`,
  },
  plain: { box: '', picture: '', headline: 'text-ui font-bold', standfirst: '' },
};

/** An article in a list: picture, label, headline, a short standfirst, time. */
export function Card({
  card,
  dates,
  variant = 'tall',
  sizes = '100vw',
  first = false,
  showSection = true,
  heading: Heading = 'h3',
}: Props) {
  const [live, site] = [useTranslations('live'), useTranslations('site')];
  const mark = card.isBreaking
    ? site('breaking')
    : card.kind === 'live' && !card.liveEndedAt && live('badge');
  const label = showSection && sectionNameIn(card, dates.locale);
  const href = articlePath(card);
  const style = variants[variant];
  return (
    <article className={variant === 'row' ? '@container' : undefined}>
      <div className={style.box || undefined}>
        {card.image && variant !== 'plain' && (
          <a href={href} tabIndex={-1} aria-hidden="true" className={style.picture}>
            <Picture
              source={card.image}
              sizes={sizes}
              first={first}
              alt=""
              cutTo={3 / 2}
              className="aspect-3/2 rounded-paper object-cover"
            />
          </a>
        )}
        <div className="min-w-0">
          {(mark || label) && (
            <p className="text-meta font-bold text-madder">{[mark, label].filter(Boolean).join(' · ')}</p>
          )}
          <Heading className={`${style.headline} ${mark || label ? 'mt-1' : ''}`}>
            <a href={href} className="hover:text-madder">
              {mixedText(card.headline, card.locale)}
            </a>
          </Heading>
          {style.standfirst && card.standfirst && (
            <p className={style.standfirst}>{mixedText(card.standfirst, card.locale)}</p>
          )}
          <p className="mt-2 text-caption text-ink-soft">
            <Time at={card.publishedAt} dates={dates} />
          </p>
        </div>
      </div>
    </article>
  );
}
