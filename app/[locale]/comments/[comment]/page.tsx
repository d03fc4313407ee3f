import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { CommentQuote } from '#components/comments/comment-quote.tsx';
import { OwnStatus } from '#components/comments/own-status.tsx';
import { WriterForms } from '#components/comments/writer-forms.tsx';
import { Headline } from '#components/ui/words.tsx';
import { isId } from '#db/engine/ids.ts';
import { getOwnComment } from '#db/comments/own.ts';
import { isEditable } from '#db/comments/writer-acts.ts';
import { countWaitingBefore, getUsualWait } from '#db/comments/writer-status.ts';
import { articlePath } from '#lib/articles/path.ts';
import { minePath, ownCommentPath } from '#lib/comments/own-path.ts';
import { factsOf } from '#lib/comments/states.ts';
import { pageRequest, requestTime } from '#lib/page-request.ts';
import { readDates, readerLocale } from '../../reader-page.ts';
import { SiteFrame } from '../../site-frame.tsx';

type Props = { params: Promise<{ locale: string; comment: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await readerLocale(params);
  const t = await getTranslations({ locale, namespace: 'comments.status' });
  return { title: t('title'), robots: { index: false, follow: false } };
}

/**
 * Where a writer follows one of their comments. The cookie identifies the writer; the address shows nothing.
 */
export default async function OwnCommentPage({ params }: Props) {
  const locale = await readerLocale(params);
  // Older addresses have a signature after the id.
  const [id = ''] = (await params).comment.split('.');
  const now = requestTime();
  const comment = isId(id) ? await getOwnComment(id, pageRequest()?.writerId ?? '', now) : undefined;
  if (!comment) redirect(minePath(locale));
  const waits = factsOf(comment.status).told === 'waiting';
  const [t, mine, dates, before, usualWait] = await Promise.all([
    getTranslations({ locale, namespace: 'comments.status' }),
    getTranslations({ locale, namespace: 'comments.mine' }),
    readDates(locale),
    waits ? countWaitingBefore(comment.createdAt, pageRequest()?.writerId) : 0,
    waits ? getUsualWait() : undefined,
  ]);
  const article = encodeURI(articlePath(comment.article));
  const path = ownCommentPath(locale, comment.id);
  const state = pageRequest()?.discussionForm;
  return (
    <SiteFrame locale={locale} back={path}>
      <div className="mx-auto flex max-w-[660px] flex-col gap-6">
        <div className="border-b-2 border-ink pb-4">
          <h1 className="text-headline lg:text-headline-wide">{t('title')}</h1>
          <p className="mt-2 text-ui text-ink-soft">
            {t('on')}{' '}
            {comment.article.isPublic ? (
              <a href={article} className="text-sea underline">
                <Headline of={comment.article.headline} locale={comment.article.locale} />
              </a>
            ) : (
              t('articleAway')
            )}
          </p>
        </div>
        <OwnStatus
          comment={comment}
          dates={dates}
          place={before + 1}
          permalink={`${article}?at=${comment.id}#comment-${comment.id}`}
          {...(usualWait !== undefined && { usualWait })}
        />
        <CommentQuote name={comment.name} body={comment.body} at={comment.createdAt} dates={dates} />
        <WriterForms
          comment={comment}
          path={path}
          canEdit={isEditable(comment, now)}
          dates={dates}
          {...(state && { state })}
        />
        <p>
          <a href={minePath(locale)} className="inline-flex min-h-11 items-center text-ui text-sea underline">
            {mine('all')}
          </a>
        </p>
      </div>
    </SiteFrame>
  );
}
