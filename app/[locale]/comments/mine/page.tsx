import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LinkForm } from '#components/comments/link-form.tsx';
import { OwnComments } from '#components/comments/own-comments.tsx';
import { listOwnComments } from '#db/comments/own.ts';
import { isEditable } from '#db/comments/writer-acts.ts';
import { minePath } from '#lib/comments/own-path.ts';
import { pageRequest, requestTime } from '#lib/page-request.ts';
import { pageOr404, readDates, readerLocale } from '../../reader-page.ts';
import { single, type Query } from '#app/_request/query.ts';
import { SiteFrame } from '../../site-frame.tsx';

type Props = { params: Promise<{ locale: string }>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await readerLocale(params);
  const t = await getTranslations({ locale, namespace: 'comments.mine' });
  return { title: t('title'), robots: { index: false, follow: false } };
}

/** A writer's own comments, found by the browser's cookie, and the form to open them in another browser. */
export default async function MyCommentsPage({ params, searchParams }: Props) {
  const locale = await readerLocale(params);
  const { page, said } = await searchParams;
  const number = pageOr404(page);
  const now = requestTime();
  const [t, dates, { comments, hasMore }] = await Promise.all([
    getTranslations({ locale, namespace: 'comments.mine' }),
    readDates(locale),
    listOwnComments(pageRequest()?.writerId ?? '', number, now),
  ]);
  if (number > 1 && comments.length === 0) notFound();
  const state = pageRequest()?.discussionForm;
  const more = 'inline-flex min-h-11 items-center text-ui text-sea underline';
  return (
    <SiteFrame locale={locale} back={minePath(locale)}>
      <div className="mx-auto flex max-w-[660px] flex-col gap-8">
        <div className="border-b-2 border-ink pb-4">
          <h1 className="text-headline lg:text-headline-wide">{t('title')}</h1>
          <p className="mt-2 text-ui text-ink-soft">{t('lead')}</p>
        </div>
        {single(said) === 'mailed' && (
          <p role="status" className="bg-sheet p-4 text-ui font-medium text-leaf sm:p-6">
            {t('mailed')}
          </p>
        )}
        {comments.length === 0 ? (
          <p className="text-ui">{t('none')}</p>
        ) : (
          <OwnComments
            comments={comments.map((comment) => ({ ...comment, canEdit: isEditable(comment, now) }))}
            dates={dates}
          />
        )}
        {(number > 1 || hasMore) && (
          <nav aria-label={t('pages')} className="flex flex-wrap gap-6">
            {number > 1 && (
              <a href={`${minePath(locale)}?page=${number - 1}`} className={more}>
                {t('newer')}
              </a>
            )}
            {hasMore && (
              <a href={`${minePath(locale)}?page=${number + 1}`} className={more}>
                {t('older')}
              </a>
            )}
          </nav>
        )}
        <LinkForm
          action={`${minePath(locale)}/link`}
          dates={dates}
          {...(state?.kind === 'link' && { state })}
        />
      </div>
    </SiteFrame>
  );
}
