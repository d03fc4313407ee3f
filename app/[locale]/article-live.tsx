import { notFound } from 'next/navigation';
import { LiveBadge } from '#components/article/live-badge.tsx';
import { LiveCoverage } from '#components/article/live-coverage.tsx';
import type { ArticlePage } from '#db/articles/articles.ts';
import { isId } from '#db/engine/ids.ts';
import { getLiveOutline, getLivePage } from '#db/live/entries.ts';
import { articlePath } from '#lib/articles/path.ts';
import type { BodyContext } from '#lib/body/context.ts';
import type { Doc } from '#lib/body/doc.ts';
import { docMediaIds, docText } from '#lib/body/doc-text.ts';
import { localePath } from '#lib/locales.ts';
import { liveBlogJsonLd, type JsonLdThing } from '#lib/seo/json-ld.ts';
import { leadImage, searchImages, siteImage } from '#lib/seo/lead-image.ts';
import { getBodyContext } from './body-context.ts';
import { readDates } from './reader-page.ts';
import { single } from '#app/_request/query.ts';

const IN_DATA = 20;

type Live = Pick<
  ArticlePage,
  'id' | 'kind' | 'locale' | 'number' | 'slug' | 'sectionSlug' | 'publishedAt' | 'liveEndedAt' | 'socialImage'
>;

/**
 * The image for search engines: the article's own, or else the first picture in the entries of this page, or
 * else the site's card.
 */
function imageOf(live: Live, bodies: Doc[], { pictures }: BodyContext): string[] {
  if (live.socialImage) return searchImages(live.socialImage);
  const picture = bodies.flatMap(docMediaIds).flatMap((id) => pictures.get(id) ?? [])[0];
  return [picture ? leadImage(picture).path : siteImage.url];
}

/**
 * What a live article has in addition to other articles: a badge above its head, its entries below its text,
 * and their data for search engines. `describe` turns the article's own JSON-LD into a LiveBlogPosting.
 * Returns null for any other article. A page at a `preview` address does not update itself.
 */
export async function readLive(
  article: Live,
  query: { live?: string | string[] | undefined },
  now: Date,
  preview?: string,
) {
  const from = single(query.live);
  if (article.kind !== 'live') return null;
  if (from && !isId(from)) notFound();
  const [page, outline, dates] = await Promise.all([
    getLivePage(article.id, from || undefined),
    getLiveOutline(article.id, IN_DATA),
    readDates(article.locale),
  ]);
  if (!page) notFound();
  const bodies = [...page.pinned, ...page.entries].map((entry) => entry.body);
  const context = await getBodyContext(bodies, article.locale, now);
  const path = preview ?? encodeURI(articlePath(article));
  const updates = outline.entries.map(({ id, headline, body, at, editedAt }) => ({
    id,
    headline,
    text: docText(body),
    at,
    updatedAt: editedAt ?? at,
  }));
  return {
    badge: <LiveBadge endedAt={article.liveEndedAt} dates={dates} />,
    coverage: (
      <LiveCoverage
        page={page}
        endedAt={article.liveEndedAt}
        dates={dates}
        context={context}
        path={path}
        {...(!preview && {
          news: {
            stream: `/live/${article.number}/events`,
            url: localePath(article.locale, `/live/${article.number}`),
          },
        })}
      />
    ),
    describe: ([first, ...others]: JsonLdThing[]): JsonLdThing[] => [
      liveBlogJsonLd(first!, {
        startedAt: outline.startedAt ?? article.publishedAt,
        endedAt: article.liveEndedAt,
        updates,
        images: imageOf(article, bodies, context),
      }),
      ...others,
    ],
  };
}
