import { highlight, snippet } from '#lib/arabic/highlight.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { articlePath } from '#lib/articles/path.ts';
import type { ArticleCard } from '#db/articles/cards.ts';
import { Time } from '../ui/time.tsx';
import { Marked } from './marked.tsx';
import { sectionNameIn } from '#lib/locales.ts';

type Props = { card: ArticleCard & { bodyText: string }; stems: ReadonlySet<string>; dates: DateSettings };

const SNIPPET = 240;

export function SearchResult({ card, stems, dates }: Props) {
  const passage = snippet(`${card.standfirst} ${card.bodyText}`, stems, { length: SNIPPET });
  return (
    <article>
      <p className="text-meta">
        <span className="font-bold text-madder">{sectionNameIn(card, dates.locale)}</span>
      </p>
      <h2 className="mt-1 text-h3">
        <a href={articlePath(card)} className="hover:underline">
          <Marked parts={highlight(card.headline, stems)} locale={card.locale} />
        </a>
      </h2>
      <p className="mt-2 font-serif text-ui text-ink-soft">
        {passage.cutBefore && '… '}
        <Marked parts={passage.parts} locale={card.locale} />
        {passage.cutAfter && ' …'}
      </p>
      <p className="mt-2 text-caption text-ink-soft">
        <Time at={card.publishedAt} dates={dates} show="date" />
      </p>
    </article>
  );
}
