import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { Pagination } from '#components/ui/pagination.tsx';
import { Time } from '#components/ui/time.tsx';
import { listCorrections } from '#db/articles/articles.ts';
import { articlePath } from '#lib/articles/path.ts';
import type { Locale } from '#lib/locales.ts';
import { mixedText } from '#lib/text/mixed-text.ts';
import { requestTime } from '#lib/page-request.ts';
import { hrefForPage, listMetadata, PER_PAGE } from '../list-pages.tsx';
import { pageOr404, readDates, readerLocale } from '../reader-page.ts';
import type { Query } from '#app/_request/query.ts';
import { SiteFrame } from '../site-frame.tsx';

type Props = { params: Promise<{ locale: string }>; searchParams: Query };

const PATH = '/corrections';

/** Read once for the page and its metadata. A page number past the end is not found. */
const readCorrections = cache(async (locale: Locale, page: number) => {
  const list = await listCorrections(locale, requestTime(), page, PER_PAGE);
  if (page > list.pages) notFound();
  return list;
});

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = await readerLocale(params);
  const page = pageOr404((await searchParams).page);
  const [t, { pages }] = await Promise.all([
    getTranslations({ locale, namespace: 'corrections' }),
    readCorrections(locale, page),
  ]);
  return listMetadata({
    locale,
    path: PATH,
    title: t('title'),
    description: t('intro'),
    page,
    pages,
    hasCounterpart: true,
  });
}

export default async function CorrectionsPage({ params, searchParams }: Props) {
  const locale = await readerLocale(params);
  const page = pageOr404((await searchParams).page);
  const [t, kinds, dates, { items, pages }] = await Promise.all([
    getTranslations({ locale, namespace: 'corrections' }),
    getTranslations({ locale, namespace: 'article.correctionKinds' }),
    readDates(locale),
    readCorrections(locale, page),
  ]);
  return (
    <SiteFrame locale={locale} other={PATH}>
      <div className="mx-auto max-w-[660px]">
        <header className="border-b-2 border-ink pb-4">
          <h1 className="text-headline lg:text-headline-wide">{t('title')}</h1>
          <p className="mt-2 text-ui text-ink-soft">{t('intro')}</p>
        </header>
        {items.length === 0 && <p className="py-16 text-center text-h3 text-ink-soft">{t('empty')}</p>}
        <ol className="divide-y divide-hairline">
          {items.map((row) => (
            <li key={row.correctionId} className="py-6">
              <p className="text-meta text-ink-soft">
                <strong className="font-bold text-amber">{kinds(row.kind)}</strong> ·{' '}
                <Time at={row.correctedAt} dates={dates} show="date" />
              </p>
              <p className="mt-2 font-serif text-body">{mixedText(row.text, locale)}</p>
              <p className="mt-2 text-meta text-ink-soft">
                {t('inArticle')}{' '}
                <a href={articlePath(row)} className="text-sea underline">
                  {mixedText(row.headline, locale)}
                </a>
              </p>
            </li>
          ))}
        </ol>
        <Pagination dates={dates} page={page} pages={pages} hrefFor={hrefForPage(locale, PATH)} />
      </div>
    </SiteFrame>
  );
}
