import type { ReactNode } from 'react';
import { ArticleHead } from '#components/article/article-head.tsx';
import { Corrections } from '#components/article/corrections.tsx';
import { LeadFigure } from '#components/article/lead-figure.tsx';
import { Neighbours } from '#components/article/neighbours.tsx';
import { PrintedAddress } from '#components/article/printed-address.tsx';
import { RankingAside } from '#components/article/ranking-lists.tsx';
import { Related } from '#components/article/related.tsx';
import { Retraction } from '#components/article/retraction.tsx';
import { Share } from '#components/article/share.tsx';
import { TagList } from '#components/article/tag-list.tsx';
import { getNeighbours, type ArticlePage } from '#db/articles/articles.ts';
import { listRankings } from '#db/articles/rankings.ts';
import { listRelated } from '#db/articles/related.ts';
import { shortPath } from '#lib/articles/path.ts';
import { renderBody } from '#lib/body/render.ts';
import { env } from '#lib/env.ts';
import { getBodyContext } from './body-context.ts';
import { readDates } from './reader-page.ts';

const RELATED = 4;
const RANKED = 5;

type Props = {
  article: ArticlePage;
  commentCount: number | null;
  now: Date;
  /** Whether the script of readers counts a reading of this page. */
  isCounted?: boolean;
  /** For a live coverage: rendered above the head and below the text. */
  live?: {
    badge: ReactNode;
    coverage: ReactNode;
  };
  /** Rendered below the article: the discussion about it. */
  children?: ReactNode;
};

/** An article as readers see it: on its page, and in the preview of what is not published yet. */
export async function ArticleView({ article, commentCount, now, isCounted = false, live, children }: Props) {
  const { locale } = article;
  const [dates, related, neighbours, rankings, body] = await Promise.all([
    readDates(locale),
    listRelated(article, RELATED, now),
    getNeighbours(article, now),
    listRankings(locale, { now, limit: RANKED, except: article.id }),
    getBodyContext([article.body], locale, now),
  ]);
  const hasAside = rankings.read.length + rankings.discussed.length > 0;
  const isRetracted = article.status === 'retracted';
  const shortUrl = env.siteUrl + shortPath(article.number);
  return (
    <div
      className={
        hasAside
          ? 'lg:grid lg:grid-cols-[minmax(0,41.25rem)_18.75rem] lg:justify-center lg:gap-16'
          : undefined
      }
    >
      <div className={`mx-auto w-full max-w-[660px] ${hasAside ? 'lg:max-w-none' : ''}`}>
        <article data-read={isCounted ? article.number : undefined}>
          {live?.badge}
          <ArticleHead article={article} dates={dates} commentCount={commentCount} />
          {isRetracted ? (
            <Retraction corrections={article.corrections} dates={dates} />
          ) : (
            <>
              <LeadFigure article={article} />
              <Share headline={article.headline} shortUrl={shortUrl} />
              <div className="article-body mt-8">{renderBody(article.body, body)}</div>
              {live?.coverage}
              <Corrections corrections={article.corrections} dates={dates} />
              <TagList tags={article.tags} locale={locale} />
            </>
          )}
          <PrintedAddress url={shortUrl} />
        </article>
        <Related cards={related} dates={dates} />
        <Neighbours {...neighbours} />
        {children}
      </div>
      {hasAside && <RankingAside lists={rankings} dates={dates} />}
    </div>
  );
}
