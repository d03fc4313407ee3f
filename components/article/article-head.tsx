import { useTranslations } from 'next-intl';
import type { ArticlePage } from '#db/articles/articles.ts';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import { readingMinutes } from '#lib/arabic/reading-time.ts';
import { mixedText } from '#lib/text/mixed-text.ts';
import { localePath, nameIn, scriptOf } from '#lib/locales.ts';
import { Time } from '../ui/time.tsx';

type Props = {
  article: ArticlePage;
  dates: DateSettings;
  /** Null if the page has no discussion. */
  commentCount: number | null;
};

/** The head of an article: section label, headline, standfirst, dateline, authors, dates and reading time. */
export function ArticleHead({ article, dates, commentCount }: Props) {
  const t = useTranslations('article');
  const isRetracted = article.status === 'retracted';
  const minutes = readingMinutes(article.wordCount);
  return (
    <header>
      <p className="text-ui font-bold">
        <a
          href={localePath(dates.locale, `/${article.section.slug}`)}
          className="-my-2.5 inline-block py-2.5 text-madder hover:underline"
        >
          {mixedText(article.label || nameIn(article.section, dates.locale), article.locale)}
        </a>
      </p>
      <h1 className="mt-2 text-headline lg:text-headline-wide">
        {mixedText(article.headline, article.locale)}
      </h1>
      {!isRetracted && article.standfirst && (
        <p className="mt-4 font-serif text-standfirst text-ink-soft">
          {mixedText(article.standfirst, article.locale)}
        </p>
      )}
      <div className="mt-6 flex flex-col gap-1 border-t border-hairline pt-4 text-meta text-ink-soft">
        <p>
          {article.source && (
            <span className="font-bold text-ink">
              {mixedText(
                article.city ? t('dateline', { source: article.source, city: article.city }) : article.source,
                article.locale,
              )}
            </span>
          )}
          {article.authors.length > 0 && (
            <span>
              {article.source && ' · '}
              {t('by')}{' '}
              {article.authors.map((author, place) => (
                <span key={author.slug}>
                  {place > 0 && ` ${t('and')}${scriptOf(dates.locale) === 'arabic' ? '' : ' '}`}
                  <a
                    rel="author"
                    href={localePath(dates.locale, `/author/${author.slug}`)}
                    className="font-bold text-ink hover:text-madder"
                  >
                    {mixedText(nameIn(author, dates.locale), article.locale)}
                  </a>
                </span>
              ))}
            </span>
          )}
        </p>
        <p>
          {t('published')} <Time at={article.publishedAt} dates={dates} show="fullDateTime" />
        </p>
        {article.revisedAt && (
          <p>
            {t('revised')} <Time at={article.revisedAt} dates={dates} />
          </p>
        )}
        {!isRetracted && (
          <p>
            {t('readingTime', { count: minutes, n: formatNumber(minutes, dates) })}
            {commentCount !== null && (
              <>
                {' '}
                ·{' '}
                <a href="#comments" className="text-sea hover:underline">
                  {t('comments', { count: commentCount, n: formatNumber(commentCount, dates) })}
                </a>
              </>
            )}
          </p>
        )}
      </div>
    </header>
  );
}
