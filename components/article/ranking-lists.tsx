import { useTranslations } from 'next-intl';
import type { RankedArticle, Rankings } from '#db/articles/rankings.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import { articlePath } from '#lib/articles/path.ts';
import { mixedText } from '#lib/text/mixed-text.ts';

type ListProps = { id: string; title: string; articles: RankedArticle[]; dates: DateSettings };

function RankingList({ id, title, articles, dates }: ListProps) {
  if (articles.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="border-t-2 border-ink pt-3 text-h3">
        {title}
      </h2>
      <ol className="mt-2 divide-y divide-hairline">
        {articles.map((article, n) => (
          <li key={article.number}>
            <a href={articlePath(article)} className="flex items-baseline gap-4 py-3 hover:text-madder">
              <span aria-hidden="true" className="min-w-5 text-h2 font-bold text-madder tabular-nums">
                {formatNumber(n + 1, dates)}
              </span>{' '}
              <span className="text-ui font-bold">{mixedText(article.headline, article.locale)}</span>
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}

type Props = { lists: Rankings; dates: DateSettings };

/** What readers read and discuss most. A list without articles is left out; the parent places the lists. */
export function RankingLists({ lists, dates }: Props) {
  const t = useTranslations('site');
  return (
    <>
      <RankingList id="most-read" title={t('mostRead')} articles={lists.read} dates={dates} />
      <RankingList id="most-discussed" title={t('mostDiscussed')} articles={lists.discussed} dates={dates} />
    </>
  );
}

/** The lists beside an article; on narrow screens below it. */
export function RankingAside(props: Props) {
  const t = useTranslations('site');
  return (
    <aside
      aria-label={t('popular')}
      className="no-print mt-16 grid content-start gap-12 sm:grid-cols-2 sm:gap-x-8 lg:mt-0 lg:grid-cols-1"
    >
      <RankingLists {...props} />
    </aside>
  );
}
