import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { KeyMoments } from '#components/article/key-moments.tsx';
import { LiveEntry } from '#components/article/live-entry.tsx';
import { getLiveArticle, listChanges, listKeyMoments } from '#db/live/entries.ts';
import { articlePath } from '#lib/articles/path.ts';
import { mixedText } from '#lib/text/mixed-text.ts';
import { requestTime } from '#lib/page-request.ts';
import { getBodyContext } from '../../body-context.ts';
import { readDates, readerLocale } from '../../reader-page.ts';
import { single, type Query } from '#app/_request/query.ts';

type Props = { params: Promise<{ locale: string; number: string }>; searchParams: Query };

export const metadata: Metadata = { robots: { index: false } };

/**
 * What changed in a live coverage since a moment. Open pages poll it; the front door caches it like any page,
 * so a thousand polls cost one render.
 */
export default async function LiveNews({ params, searchParams }: Props) {
  const locale = await readerLocale(params);
  const { number } = await params;
  const after = single((await searchParams).after);
  const now = requestTime();
  const article =
    /^[1-9]\d{0,8}$/.test(number) && /^\d{0,15}$/.test(after)
      ? await getLiveArticle(Number(number), now)
      : undefined;
  if (article?.locale !== locale) notFound();
  const since = Number(after);
  const [{ entries, removed, cursor, isTooMuch }, keyMoments] = await Promise.all([
    listChanges(article.id, since),
    listKeyMoments(article.id),
  ]);
  const [t, dates, context] = await Promise.all([
    getTranslations({ locale, namespace: 'live' }),
    readDates(locale),
    getBodyContext(
      entries.map((entry) => entry.body),
      locale,
      now,
    ),
  ]);
  const path = encodeURI(articlePath(article));
  return (
    <main id="main" className="mx-auto max-w-[660px] p-4">
      <h1 className="text-h2">
        <a href={path}>{mixedText(article.headline, article.locale)}</a>
      </h1>
      <h2 className="mt-2 text-h3">{t('updates')}</h2>
      <ol
        id="live-entries"
        data-last={cursor}
        data-removed={removed.join(' ')}
        {...(isTooMuch && { 'data-behind': '' })}
        {...(article.endedAt && { 'data-ended': '' })}
      >
        {entries.map((entry) => (
          <LiveEntry
            key={entry.id}
            entry={entry}
            isNew={entry.createdAt.getTime() > since}
            dates={dates}
            context={context}
            path={path}
          />
        ))}
      </ol>
      <KeyMoments entries={keyMoments} dates={dates} path={path} />
    </main>
  );
}
