import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { CommentForm } from '#components/comments/comment-form.tsx';
import { CommentsClosed } from '#components/comments/comments-closed.tsx';
import { Comments } from '#components/comments/comments.tsx';
import { JsonLd } from '#components/site/json-ld.tsx';
import { getArticle, type ArticlePage } from '#db/articles/articles.ts';
import { normalizeSlug } from '#lib/arabic/slug.ts';
import { articlePath, commentsPath } from '#lib/articles/path.ts';
import { closingOf, closingTime } from '#lib/comments/closing.ts';
import { decoyName } from '#lib/comments/decoy.ts';
import { makeSharedToken, sharedTokenSpan } from '#lib/comments/form-token.ts';
import { getKeys } from '#lib/security/keys.ts';
import { LOCALES, localePath, nameIn } from '#lib/locales.ts';
import { keepUntil, pageRequest, requestTime } from '#lib/page-request.ts';
import { readLive } from '#app/[locale]/article-live.tsx';
import { ArticleView } from '#app/[locale]/article-view.tsx';
import { readDates, readerLocale, readSettings, readSite } from '#app/[locale]/reader-page.ts';
import type { Query } from '#app/_request/query.ts';
import { SiteFrame } from '#app/[locale]/site-frame.tsx';
import { askedOf, readCommentQuery, readComments } from './article-comments.ts';
import { articleJsonLd, articleMetadata } from './article-metadata.ts';

type Props = {
  params: Promise<{ locale: string; section: string; id: string; slug: string }>;
  searchParams: Query;
};

/** Read once for the page and its metadata. */
const readVisible = cache((number: number) => getArticle(number, requestTime()));

/**
 * The article of an address. The number alone identifies it. A wrong section, slug or edition redirects
 * permanently to the right address and keeps the query keys that the page understands.
 */
async function readArticle({ params, searchParams }: Props) {
  const locale = await readerLocale(params);
  const { section, id, slug } = await params;
  if (!/^[1-9]\d{0,9}$/.test(id)) notFound();
  const article = await readVisible(Number(id));
  if (!article) notFound();
  if (article.locale !== locale || article.sectionSlug !== section || article.slug !== normalizeSlug(slug)) {
    permanentRedirect(encodeURI(articlePath(article)) + askedOf(await searchParams));
  }
  return { locale, article };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { article } = await readArticle(props);
  const query = await props.searchParams;
  return articleMetadata(article, {
    isPrivate: ['reply', 'said'].some((key) => key in query),
    siteName: (await readSite(article.locale)).name,
  });
}

/**
 * The page of a retracted article: the head and the notice. There is no discussion, because the text is gone.
 */
const RetractedArticle = async ({ article, now }: { article: ArticlePage; now: Date }) => (
  <SiteFrame locale={article.locale} section={article.sectionSlug} article={article.number}>
    <JsonLd values={articleJsonLd(article, (await readSite(article.locale)).name)} />
    <ArticleView article={article} commentCount={null} now={now} />
  </SiteFrame>
);

export default async function Article(props: Props) {
  const { locale, article } = await readArticle(props);
  const now = requestTime();
  if (article.status === 'retracted') return <RetractedArticle article={article} now={now} />;
  const query = readCommentQuery(await props.searchParams);
  const state = pageRequest()?.commentForm;
  const [site, dates, settings, comments, live] = await Promise.all([
    readSite(locale),
    readDates(locale),
    readSettings(),
    readComments(article, { ...query, reply: state?.values.replyTo || query.reply }),
    readLive(article, await props.searchParams, now),
  ]);
  const path = encodeURI(articlePath(article));
  const closing = closingOf(article, settings.commentsCloseAfterDays, now);
  const tokenSpan = sharedTokenSpan(article.number, now);
  if (closing.isOpen) {
    keepUntil(tokenSpan.until);
    const closes = closingTime(article, settings.commentsCloseAfterDays);
    if (closes) keepUntil(closes);
  }
  const { page, count, sort, own, appreciated, replyTo, said, saidOf } = comments;
  const about = articleJsonLd(article, site.name, { threads: page.threads, commentCount: count });
  return (
    <SiteFrame locale={locale} section={article.sectionSlug} article={article.number}>
      <JsonLd values={live?.describe(about) ?? about} />
      <ArticleView article={article} commentCount={count} now={now} isCounted {...(live && { live })}>
        <Comments
          page={page}
          sort={sort}
          count={count}
          path={path}
          question={article.commentsQuestion}
          own={own}
          discussion={{
            dates,
            action: commentsPath(article),
            canReply: closing.isOpen,
            base: state ? path : '',
            byline: article.authors.flatMap((author) => LOCALES.map((each) => nameIn(author, each))),
            ownIds: own.map(({ id }) => id),
            appreciated,
            ...(said && { said, saidOf }),
          }}
        >
          {closing.isOpen || state ? (
            <CommentForm
              action={`${path}/comments`}
              token={makeSharedToken(getKeys().formToken, article.number, now)}
              decoy={decoyName(getKeys().formToken, tokenSpan.from)}
              tokenPath={localePath(locale, `/comments/token?article=${article.number}`)}
              dates={dates}
              isEmailRequired={settings.commentEmail === 'required'}
              isTrusting={settings.trustAfter > 0}
              {...(replyTo && { replyTo })}
              {...(state && { state })}
            />
          ) : (
            <CommentsClosed closed={closing} dates={dates} />
          )}
        </Comments>
      </ArticleView>
    </SiteFrame>
  );
}
