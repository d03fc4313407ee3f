import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { CommentQuote } from '#components/comments/comment-quote.tsx';
import { ReportForm } from '#components/comments/report-form.tsx';
import { REPORT_REASONS } from '#db/tables/content.ts';
import { articlePath, commentsPath } from '#lib/articles/path.ts';
import { pageRequest, requestTime } from '#lib/page-request.ts';
import { readDates, readerLocale } from '#app/[locale]/reader-page.ts';
import { SiteFrame } from '#app/[locale]/site-frame.tsx';
import { findComment, findTarget } from '../../visible-target.ts';

type Props = { params: Promise<{ locale: string; id: string; comment: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await readerLocale(params);
  const t = await getTranslations({ locale, namespace: 'comments.reporting' });
  return { title: t('title'), robots: { index: false } };
}

/** The form with which a reader reports a comment. */
export default async function ReportPage({ params }: Props) {
  const locale = await readerLocale(params);
  const now = requestTime();
  const found = await findComment(await params, now);
  const article = found?.target ?? (await findTarget((await params).id, now));
  if (article?.locale !== locale) notFound();
  // The comment was removed while the page with the link was open, so nothing is left to report.
  if (!found) redirect(`${encodeURI(articlePath(article))}?said=gone#comments`);
  const { target, comment } = found;
  const [t, dates] = await Promise.all([
    getTranslations({ locale, namespace: 'comments.reporting' }),
    readDates(locale),
  ]);
  const path = encodeURI(articlePath(target));
  const state = pageRequest()?.discussionForm;
  return (
    <SiteFrame locale={locale} section={target.sectionSlug}>
      <div className="mx-auto max-w-[660px]">
        <h1 className="mb-6 border-b-2 border-ink pb-4 text-headline lg:text-headline-wide">{t('title')}</h1>
        <CommentQuote name={comment.name} body={comment.body} at={comment.createdAt} dates={dates} />
        <ReportForm
          reasons={REPORT_REASONS}
          action={`${commentsPath(target)}/${comment.id}/reports`}
          cancelHref={`${path}?at=${comment.id}#comment-${comment.id}`}
          dates={dates}
          {...(state?.kind === 'report' && { state })}
        />
      </div>
    </SiteFrame>
  );
}
