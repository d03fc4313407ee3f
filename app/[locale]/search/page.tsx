import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Fragment } from 'react';
import { getTranslations } from 'next-intl/server';
import { CardRow } from '#components/front/card-row.tsx';
import { SearchResult } from '#components/front/search-result.tsx';
import { SearchForm } from '#components/site/search-form.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { Words } from '#components/ui/words.tsx';
import { listArticles } from '#db/articles/cards.ts';
import { searchArticles, type SearchOrder } from '#db/search/find-articles.ts';
import { cleanLine } from '#lib/arabic/bidi.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import { localePath } from '#lib/locales.ts';
import { mixedText } from '#lib/text/mixed-text.ts';
import { requestTime } from '#lib/page-request.ts';
import { pageOr404, readDates, readerLocale } from '../reader-page.ts';
import { single, type Query } from '#app/_request/query.ts';
import { SiteFrame } from '../site-frame.tsx';

type Props = { params: Promise<{ locale: string }>; searchParams: Query };

const PER_PAGE = 10;
const MAX_QUERY = 200;
const ORDERS: SearchOrder[] = ['relevance', 'newest'];

async function readSearch({ params, searchParams }: Props) {
  const locale = await readerLocale(params);
  const asked = await searchParams;
  const query = [...cleanLine(single(asked.q))].slice(0, MAX_QUERY).join('');
  const order: SearchOrder = asked.order === 'newest' ? 'newest' : 'relevance';
  const t = await getTranslations({ locale, namespace: 'search' });
  return {
    locale,
    query,
    order,
    page: pageOr404(asked.page),
    t,
    title: query ? t('resultsFor', { query }) : t('title'),
  };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, title, page, t } = await readSearch(props);
  const shown =
    page > 1 ? t('titleOfPage', { title, page: formatNumber(page, await readDates(locale)) }) : title;
  return { title: shown, robots: { index: false, follow: true } };
}

export default async function SearchPage(props: Props) {
  const { locale, query, order, page, t, title } = await readSearch(props);
  const now = requestTime();
  const [dates, found] = await Promise.all([
    readDates(locale),
    query ? searchArticles(query, { locale, now, order, page, perPage: PER_PAGE }) : null,
  ]);
  if (page > (found?.pages ?? 1)) notFound();
  const href = (to: { order?: SearchOrder; page?: number }) => {
    const search = new URLSearchParams({ q: query });
    if ((to.order ?? order) === 'newest') search.set('order', 'newest');
    if ((to.page ?? 1) > 1) search.set('page', String(to.page));
    return `${localePath(locale, '/search')}?${search}`;
  };
  const latest = found && found.total > 0 ? [] : await listArticles({}, { locale, now, limit: 4 });
  return (
    <SiteFrame locale={locale} other={query ? `/search?${new URLSearchParams({ q: query })}` : '/search'}>
      <div className="mx-auto max-w-[760px]">
        <h1 className="mb-6 text-headline lg:text-headline-wide">{mixedText(title, locale)}</h1>
        <SearchForm
          locale={locale}
          id="search-page-query"
          query={query}
          {...(order === 'newest' && { order })}
        />
        {found && found.total > 0 && (
          <>
            <div className="mt-8 flex flex-wrap items-center justify-between gap-x-6 border-b border-hairline pb-2">
              <p role="status" className="text-meta text-ink-soft">
                {t(found.isMore ? 'countMore' : 'count', {
                  count: found.total,
                  n: formatNumber(found.total, dates),
                })}
              </p>
              <nav aria-label={t('order')} className="flex gap-4 text-meta">
                {ORDERS.map((each) => (
                  <Fragment key={each}>
                    <a
                      href={href({ order: each })}
                      {...(each === order && { 'aria-current': 'true' as const })}
                      className="inline-flex min-h-11 items-center text-sea hover:underline aria-[current]:font-bold aria-[current]:text-ink"
                    >
                      {t(each)}
                    </a>{' '}
                  </Fragment>
                ))}
              </nav>
            </div>
            <ol className="divide-y divide-hairline">
              {found.items.map((card) => (
                <li key={card.id} className="py-6">
                  <SearchResult card={card} stems={found.stems} dates={dates} />
                </li>
              ))}
            </ol>
            <Pagination dates={dates} page={page} pages={found.pages} hrefFor={(to) => href({ page: to })} />
          </>
        )}
        {query && (!found || found.total === 0) && (
          <div role="status" className="mt-8 border-s-3 border-amber bg-sheet p-6">
            <p className="text-h3 font-bold">{t.rich('none', { query, q: () => <Words of={query} /> })}</p>
            <p className="mt-2 text-ui text-ink-soft">{t('help')}</p>
          </div>
        )}
        <p className="mt-6 text-meta text-ink-soft">{query ? t('tips') : t('start')}</p>
      </div>
      {latest.length > 0 && (
        <section aria-labelledby="search-latest" className="mt-12 border-t-2 border-ink pt-3">
          <h2 id="search-latest" className="text-h2">
            {t('latest')}
          </h2>
          <div className="mt-5">
            <CardRow cards={latest} dates={dates} />
          </div>
        </section>
      )}
    </SiteFrame>
  );
}
