import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { Time } from '#components/ui/time.tsx';
import { getPagePreview } from '#db/paper/page-preview.ts';
import { getPreview } from '#db/articles/preview.ts';
import type { Locale } from '#lib/locales.ts';
import { answerWith, pageRequest, requestTime } from '#lib/page-request.ts';
import { previewPath } from '#lib/articles/preview-link.ts';
import { readLive } from '../../article-live.tsx';
import { ArticleView } from '../../article-view.tsx';
import { readDates, readerLocale } from '../../reader-page.ts';
import type { Query } from '#app/_request/query.ts';
import { SiteFrame } from '../../site-frame.tsx';
import { StaticPageView } from '../../static-page.tsx';

type Props = { params: Promise<{ locale: string; token: string }>; searchParams: Query };

const readOnce = cache((token: string) => getPreview(token, requestTime()));
const readPageOnce = cache((token: string) => getPagePreview(token, requestTime()));

const tokenOf = async ({ params }: Props) => decodeURIComponent((await params).token);

async function readPagePreview(props: Props) {
  const locale = await readerLocale(props.params);
  const token = await tokenOf(props);
  const found = await readPageOnce(token);
  if (found && found.page.locale !== locale) redirect(previewPath(found.page.locale, token));
  return found;
}

async function readPreview(props: Props) {
  const locale = await readerLocale(props.params);
  const token = await tokenOf(props);
  const preview = (await readOnce(token)) ?? notFound();
  if (preview === 'ended') return { locale, ended: true as const };
  // The edition belongs to the working copy; it may have changed since the link was made.
  if (preview.article.locale !== locale) redirect(previewPath(preview.article.locale, token));
  return { locale, token, ended: false as const, ...preview };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await readPagePreview(props);
  if (found)
    return { title: found.page.title, robots: { index: false, follow: false }, referrer: 'no-referrer' };
  const preview = await readPreview(props);
  const t = await getTranslations({ locale: preview.locale, namespace: 'preview' });
  return {
    title: preview.ended ? t('endedTitle') : preview.article.headline,
    robots: { index: false, follow: false },
    referrer: 'no-referrer',
  };
}

/** The link was valid once. Its holder should request another one instead of looking for a typing error. */
async function EndedPreview({ locale }: { locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'preview' });
  answerWith(410);
  return (
    <SiteFrame locale={locale}>
      <div className="mx-auto max-w-[660px] py-8 lg:py-16">
        <h1 className="text-headline lg:text-headline-wide">{t('endedTitle')}</h1>
        <p className="mt-3 font-serif text-standfirst text-ink-soft">{t('endedText')}</p>
      </div>
    </SiteFrame>
  );
}

/** Unpublished content as readers will see it. The holder of the link needs no account. */
export default async function Preview(props: Props) {
  const found = await readPagePreview(props);
  if (found) return <PagePreview {...found} />;
  const preview = await readPreview(props);
  if (preview.ended) return <EndedPreview locale={preview.locale} />;
  const { locale, token, article, nonce, expiresAt } = preview;
  const request = pageRequest();
  if (request) request.previewOf = { id: article.id, nonce, expiresAt };
  const now = requestTime();
  const path = previewPath(locale, token);
  const live = await readLive(article, await props.searchParams, now, path);
  return (
    <SiteFrame locale={locale} section={article.sectionSlug} article={article.number} back={path}>
      <PreviewNote locale={locale} expiresAt={expiresAt} />
      <ArticleView article={article} commentCount={null} now={now} {...(live && { live })} />
    </SiteFrame>
  );
}

async function PreviewNote({ locale, expiresAt }: { locale: Locale; expiresAt: Date }) {
  const [t, dates] = await Promise.all([
    getTranslations({ locale, namespace: 'preview' }),
    readDates(locale),
  ]);
  return (
    <p role="note" className="mb-6 border-s-3 border-amber bg-sheet px-4 py-3 text-ui">
      <strong className="font-bold text-amber">{t('title')}</strong> · {t('lead')}{' '}
      <Time at={expiresAt} dates={dates} />
    </p>
  );
}

/** The same for a static page. */
function PagePreview({ page, expiresAt }: NonNullable<Awaited<ReturnType<typeof getPagePreview>>>) {
  const request = pageRequest();
  if (request) request.previewOf = { id: `${page.locale}/${page.slug}`, nonce: page.previewNonce, expiresAt };
  return (
    <SiteFrame locale={page.locale}>
      <PreviewNote locale={page.locale} expiresAt={expiresAt} />
      <StaticPageView title={page.title} body={page.body} locale={page.locale} />
    </SiteFrame>
  );
}
