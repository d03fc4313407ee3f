import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { CommentQuote } from '#components/comments/comment-quote.tsx';
import { OwnStatus } from '#components/comments/own-status.tsx';
import { WriterForms } from '#components/comments/writer-forms.tsx';
import { isEditable } from '#db/writer-acts.ts';
import { countWaitingBefore, getUsualWait, getWriterComment } from '#db/writer-status.ts';
import { articlePath } from '#lib/article-path.ts';
import { commentStatusPath, readCommentLink } from '#lib/comments/comment-link.ts';
import { getKeys } from '#lib/keys.ts';
import { pageRequest } from '#lib/page-request.ts';
import { readDates, readerLocale } from '../../reader-page.ts';
import { SiteFrame } from '../../site-frame.tsx';

type Props = { params: Promise<{ locale: string; token: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await readerLocale(params);
  const t = await getTranslations({ locale, namespace: 'comments.status' });
  // the address is a key to the comment: it goes to no other site
  return { title: t('title'), robots: { index: false, follow: false }, referrer: 'no-referrer' };
}

/** Where a writer follows a comment of theirs; whoever has its signed address is its writer. */
export default async function CommentStatusPage({ params }: Props) {
  const locale = await readerLocale(params);
  const { token } = await params;
  const id = readCommentLink(getKeys().commentLink, token);
  const now = new Date();
  const comment = id ? await getWriterComment(id, now) : undefined;
  if (!comment) notFound();
  const waits = comment.status === 'pending' || comment.status === 'spam';
  const [t, dates, before, usualWait] = await Promise.all([
    getTranslations({ locale, namespace: 'comments.status' }), readDates(locale), waits ? countWaitingBefore(comment.createdAt) : 0, waits ? getUsualWait() : undefined,
  ]);
  const article = encodeURI(articlePath(comment.article));
  const path = commentStatusPath(locale, token);
  const state = pageRequest()?.talkForm;
  return (
    <SiteFrame locale={locale} back={path}>
      <div className="mx-auto flex max-w-[660px] flex-col gap-6">
        <div className="border-b-2 border-ink pb-4">
          <h1 className="text-headline lg:text-headline-wide">{t('title')}</h1>
          <p className="mt-2 text-ui text-ink-soft">
            {t('on')} {comment.article.isPublic ? <a href={article} className="text-sea underline"><bdi>{comment.article.headline}</bdi></a> : t('articleAway')}
          </p>
        </div>
        <OwnStatus comment={comment} dates={dates} place={before + 1} permalink={`${article}?at=${comment.id}#comment-${comment.id}`} {...(usualWait !== undefined && { usualWait })} />
        <CommentQuote name={comment.name} body={comment.body} at={comment.createdAt} dates={dates} />
        <WriterForms comment={comment} path={path} canEdit={isEditable(comment, now)} dates={dates} {...(state && { state })} />
      </div>
    </SiteFrame>
  );
}
