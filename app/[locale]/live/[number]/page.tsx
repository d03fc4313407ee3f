import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LiveEntry } from '#components/article/live-entry.tsx';
import { isId } from '#db/ids.ts';
import { getLiveArticle, listEntriesAfter } from '#db/live-entries.ts';
import { articlePath } from '#lib/article-path.ts';
import { getBodyContext } from '../../body-context.ts';
import { type Query, readDates, readerLocale, single } from '../../reader-page.ts';

type Props = { params: Promise<{ locale: string; number: string }>; searchParams: Query };

export const metadata: Metadata = { robots: { index: false } };

/** What is new in a live coverage since an entry: asked for by open pages, kept by the front door like any page, so that a thousand ask for one. */
export default async function LiveNews({ params, searchParams }: Props) {
  const locale = await readerLocale(params);
  const { number } = await params;
  const after = single((await searchParams).after);
  const now = new Date();
  const article = /^[1-9]\d{0,8}$/.test(number) && (after === '' || isId(after)) ? await getLiveArticle(Number(number), now) : undefined;
  if (article?.locale !== locale) notFound();
  const entries = await listEntriesAfter(article.id, after);
  const [t, dates, context] = await Promise.all([
    getTranslations({ locale, namespace: 'live' }), readDates(locale), getBodyContext(entries.map((entry) => entry.body), locale, now),
  ]);
  const path = encodeURI(articlePath(article));
  const last = entries.map((entry) => entry.id).sort().at(-1) ?? after;
  return (
    <main id="main" className="mx-auto max-w-[660px] p-4">
      <h1 className="text-h2"><a href={path}>{article.headline}</a></h1>
      <h2 className="mt-2 text-h3">{t('updates')}</h2>
      <ol id="live-entries" data-last={last} {...(article.endedAt && { 'data-ended': '' })}>
        {entries.map((entry) => <LiveEntry key={entry.id} entry={entry} dates={dates} context={context} path={path} />)}
      </ol>
    </main>
  );
}
