import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { CardRow } from '#components/front/card-row.tsx';
import { SearchForm } from '#components/site/search-form.tsx';
import { listArticles } from '#db/articles/cards.ts';
import { pageRequest, requestTime } from '#lib/page-request.ts';
import { readDates, readerLocale } from '../reader-page.ts';
import { SiteFrame } from '../site-frame.tsx';

type Props = { params: Promise<{ locale: string }> };

const KNOWN = ['400', '403', '404', '410', '413', '500'] as const;

/** The status that the front door requests. Any other request finds no page at this address. */
function readStatus(): (typeof KNOWN)[number] {
  const code = pageRequest()?.statusShown;
  if (!code) notFound();
  return KNOWN.find((known) => known === String(code)) ?? (code >= 500 ? '500' : '404');
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await readerLocale(params);
  const t = await getTranslations({ locale, namespace: 'status' });
  return { title: t(`${readStatus()}.title`), robots: { index: false } };
}

/** What the front door sends, with the right status, when it could not serve a page. */
export default async function StatusPage({ params }: Props) {
  const locale = await readerLocale(params);
  const code = readStatus();
  const [t, search, dates, latest] = await Promise.all([
    getTranslations({ locale, namespace: 'status' }),
    getTranslations({ locale, namespace: 'search' }),
    readDates(locale),
    listArticles({}, { locale, now: requestTime(), limit: 4 }),
  ]);
  return (
    <SiteFrame locale={locale}>
      <div className="mx-auto max-w-[660px] py-8 lg:py-16">
        <p className="text-meta font-bold text-madder">{code}</p>
        <h1 className="mt-1 text-headline lg:text-headline-wide">{t(`${code}.title`)}</h1>
        <p className="mt-3 mb-8 font-serif text-standfirst text-ink-soft">{t(`${code}.text`)}</p>
        <SearchForm locale={locale} id="status-query" />
      </div>
      <section aria-labelledby="status-latest" className="border-t-2 border-ink pt-3">
        <h2 id="status-latest" className="text-h2">
          {search('latest')}
        </h2>
        <div className="mt-5">
          <CardRow cards={latest} dates={dates} />
        </div>
      </section>
    </SiteFrame>
  );
}
