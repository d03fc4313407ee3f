import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { ArticleHead } from '#components/article/article-head.tsx';
import { Corrections } from '#components/article/corrections.tsx';
import { LatestAside } from '#components/article/latest-aside.tsx';
import { LeadFigure } from '#components/article/lead-figure.tsx';
import { Neighbours } from '#components/article/neighbours.tsx';
import { Related } from '#components/article/related.tsx';
import { Share } from '#components/article/share.tsx';
import { TagList } from '#components/article/tag-list.tsx';
import { CommentForm } from '#components/comments/comment-form.tsx';
import { CommentsClosed } from '#components/comments/comments-closed.tsx';
import { Comments } from '#components/comments/comments.tsx';
import { JsonLd } from '#components/site/json-ld.tsx';
import { listNewestBut } from '#db/article-cards.ts';
import { getArticle, getNeighbours } from '#db/articles.ts';
import { listRelated } from '#db/related.ts';
import { getSettings } from '#db/settings.ts';
import { normalizeSlug } from '#lib/arabic/slug.ts';
import { articlePath, shortPath, talkPath } from '#lib/article-path.ts';
import { renderBody } from '#lib/body/render.ts';
import { closingOf } from '#lib/comments/closing.ts';
import { decoyName } from '#lib/comments/decoy.ts';
import { makeSharedToken } from '#lib/comments/form-token.ts';
import { env } from '#lib/env.ts';
import { getKeys } from '#lib/keys.ts';
import { localePath } from '#lib/locales.ts';
import { pageRequest } from '#lib/page-request.ts';
import { getBodyContext } from '../../../body-context.ts';
import { type Query, readDates, readerLocale, readSite } from '../../../reader-page.ts';
import { SiteFrame } from '../../../site-frame.tsx';
import { readCommentQuery, readComments } from './article-comments.ts';
import { readLive } from './article-live.tsx';
import { articleJsonLd, articleMetadata } from './article-metadata.ts';

type Props = { params: Promise<{ locale: string; section: string; id: string; slug: string }>; searchParams: Query };

const RELATED = 4;
const LATEST = 5;

/** Read once for the page and its metadata. */
const readVisible = cache((number: number) => getArticle(number, new Date()));

/** The article of an address. The number decides; a wrong section, slug or edition leads to the right address for good. */
async function readArticle({ params }: Props) {
  const locale = await readerLocale(params);
  const { section, id, slug } = await params;
  if (!/^[1-9]\d{0,9}$/.test(id)) notFound();
  const article = await readVisible(Number(id));
  if (!article) notFound();
  if (article.locale !== locale || article.sectionSlug !== section || article.slug !== normalizeSlug(slug)) {
    permanentRedirect(encodeURI(articlePath(article)));
  }
  return { locale, article };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { article } = await readArticle(props);
  const query = await props.searchParams;
  return articleMetadata(article, { isPrivate: ['comment', 'reply', 'said'].some((key) => key in query) });
}

export default async function Article(props: Props) {
  const { locale, article } = await readArticle(props);
  const now = new Date();
  const query = readCommentQuery(await props.searchParams);
  const state = pageRequest()?.commentForm;
  const [site, dates, settings, comments, related, neighbours, latest, body, live] = await Promise.all([
    readSite(locale),
    readDates(locale),
    getSettings(),
    readComments(article, { ...query, reply: state?.values.replyTo || query.reply }),
    listRelated(article, RELATED, now),
    getNeighbours(article, now),
    listNewestBut(article.id, { locale, now, limit: LATEST }),
    getBodyContext([article.body], locale, now),
    readLive(article, await props.searchParams, now),
  ]);
  const path = encodeURI(articlePath(article));
  const closing = closingOf(article, settings.commentsCloseAfterDays, now);
  const { page, count, sort, own, statusHref, replyTo, said, saidOf } = comments;
  const about = articleJsonLd(article, { threads: page.threads, commentCount: count }, site.name);
  return (
    <SiteFrame locale={locale} section={article.sectionSlug} article={article.number}>
      <JsonLd values={live?.describe(about) ?? about} />
      <div className="lg:grid lg:grid-cols-[minmax(0,41.25rem)_18.75rem] lg:justify-center lg:gap-16">
        <div className="mx-auto w-full max-w-[660px] lg:max-w-none">
          <article>
            {live?.badge}
            <ArticleHead article={article} dates={dates} commentCount={count} />
            <LeadFigure article={article} />
            <Share headline={article.headline} shortUrl={env.siteUrl + shortPath(article.number)} />
            <div className="article-body mt-8">{renderBody(article.body, body)}</div>
            {live?.coverage}
            <Corrections corrections={article.corrections} dates={dates} />
            <TagList tags={article.tags} locale={locale} />
          </article>
          <Related cards={related} dates={dates} />
          <Neighbours {...neighbours} />
          <Comments
            page={page}
            sort={sort}
            count={count}
            path={path}
            question={article.commentsQuestion}
            {...(own && { own, statusHref })}
            talk={{
              dates, action: talkPath(article), canReply: closing.isOpen, base: state ? path : '', byline: article.authors.flatMap((author) => [author.nameAr, author.nameEn]),
              ...(own && { ownId: own.id }), ...(said && { said, saidOf }),
            }}
          >
            {closing.isOpen || state ? (
              <CommentForm
                action={`${path}/comments`}
                token={makeSharedToken(getKeys().formToken, article.number, now)}
                decoy={decoyName(getKeys().formToken, now)}
                tokenPath={localePath(locale, `/comments/token?article=${article.number}`)}
                dates={dates}
                isEmailRequired={settings.commentEmail === 'required'}
                isTrusting={settings.trustAfter > 0}
                {...(replyTo && { replyTo })}
                {...(state && { state })}
              />
            ) : <CommentsClosed closed={closing} dates={dates} />}
          </Comments>
        </div>
        <LatestAside cards={latest} dates={dates} />
      </div>
    </SiteFrame>
  );
}
