import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { Time } from '#components/ui/time.tsx';
import { getPreview } from '#db/preview.ts';
import { previewPath } from '#lib/preview-link.ts';
import { readLive } from '../../article-live.tsx';
import { ArticleView } from '../../article-view.tsx';
import { type Query, readDates, readerLocale } from '../../reader-page.ts';
import { SiteFrame } from '../../site-frame.tsx';

type Props = { params: Promise<{ locale: string; token: string }>; searchParams: Query };

const readOnce = cache((token: string) => getPreview(token, new Date()));

async function readPreview({ params }: Props) {
  const locale = await readerLocale(params);
  const token = decodeURIComponent((await params).token);
  const preview = (await readOnce(token)) ?? notFound();
  // The edition is the working copy's own; it may have changed since the link was made.
  if (preview.article.locale !== locale) redirect(previewPath(preview.article.locale, token));
  return { locale, token, ...preview };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { article } = await readPreview(props);
  return { title: article.headline, robots: { index: false, follow: false }, referrer: 'no-referrer' };
}

/** What is not published yet, as its readers will see it; whoever holds the link needs no account. */
export default async function Preview(props: Props) {
  const { locale, token, article, expiresAt } = await readPreview(props);
  const now = new Date();
  const path = previewPath(locale, token);
  const [t, dates, live] = await Promise.all([
    getTranslations({ locale, namespace: 'preview' }), readDates(locale), readLive(article, await props.searchParams, now, path),
  ]);
  return (
    <SiteFrame locale={locale} section={article.sectionSlug} article={article.number} back={path}>
      <p role="note" className="mb-6 border-s-3 border-amber bg-sheet px-4 py-3 text-ui">
        <strong className="font-bold text-amber">{t('title')}</strong> · {t('lead')} <Time at={expiresAt} dates={dates} />
      </p>
      <ArticleView article={article} commentCount={null} now={now} {...(live && { live })} />
    </SiteFrame>
  );
}
