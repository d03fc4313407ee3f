import { and, eq, inArray, ne, notInArray, or, sql } from 'drizzle-orm';
import { db, type Runner, type Transaction } from '#db/engine/client.ts';
import type { UsedIn } from '#db/tables/newsroom.ts';
import {
  articles,
  authors,
  liveEntries,
  media,
  mediaUsages,
  pages,
  revisions,
  scheduledRevisions,
} from '#db/tables/tables.ts';

/**
 * Says anew which pictures one thing uses; in the transaction that changed it. What is used cannot be
 * deleted; what is gone already is used by none.
 */
export async function setMediaUsages(
  tx: Transaction,
  usedIn: UsedIn,
  subjectId: string,
  mediaIds: (string | null | undefined)[],
): Promise<void> {
  await tx
    .delete(mediaUsages)
    .where(and(eq(mediaUsages.usedIn, usedIn), eq(mediaUsages.subjectId, subjectId)));
  const named = mediaIds.filter((id) => id != null);
  if (named.length === 0) return;
  const known = await tx.select({ id: media.id }).from(media).where(inArray(media.id, named));
  if (known.length > 0)
    await tx.insert(mediaUsages).values(known.map(({ id }) => ({ mediaId: id, usedIn, subjectId })));
}

/**
 * Where something is in use, once for each article, byline or page; `id` and `number` are the article's,
 * where there is one.
 */
export type MediaUsage = {
  usedIn: UsedIn;
  id: string;
  number: number | null;
  titleAr: string;
  titleEn: string;
  /** By a page's working copy or old versions alone. */
  isUnseen?: true;
};

/** What a reader may come to see; a draft and an old version they may not. */
export const isPublicUse = ({ usedIn, isUnseen }: MediaUsage): boolean =>
  usedIn !== 'draft' && usedIn !== 'revision' && !isUnseen;

const ofArticle = {
  usedIn: mediaUsages.usedIn,
  id: articles.id,
  number: articles.number,
  titleAr: articles.headline,
  titleEn: articles.headline,
};

/**
 * Every use of a picture or document: as told by `setMediaUsages`, and by the columns that name one. A use by
 * what is gone is none.
 */
export async function listUsages(mediaId: string, runner: Runner = db()): Promise<MediaUsage[]> {
  const isTold = (...places: UsedIn[]) =>
    and(eq(mediaUsages.mediaId, mediaId), inArray(mediaUsages.usedIn, places));
  const named = {
    id: articles.id,
    number: articles.number,
    titleAr: articles.headline,
    titleEn: articles.headline,
  };
  // One after the other: in a transaction there is one connection.
  const leads = await runner
    .select(named)
    .from(articles)
    .where(or(eq(articles.leadMediaId, mediaId), eq(articles.socialMediaId, mediaId)));
  const texts = await runner
    .select(ofArticle)
    .from(mediaUsages)
    .innerJoin(articles, eq(mediaUsages.subjectId, articles.id))
    .where(isTold('article', 'draft'));
  const entries = await runner
    .select(ofArticle)
    .from(mediaUsages)
    .innerJoin(liveEntries, eq(mediaUsages.subjectId, liveEntries.id))
    .innerJoin(articles, eq(liveEntries.articleId, articles.id))
    .where(isTold('live_entry'));
  const versions = await runner
    .selectDistinct(ofArticle)
    .from(mediaUsages)
    .innerJoin(revisions, eq(mediaUsages.subjectId, revisions.id))
    .innerJoin(articles, eq(revisions.articleId, articles.id))
    .where(isTold('revision'));
  // A text that waits for its time is approved: its pictures count as published.
  const waiting = await runner
    .select(named)
    .from(mediaUsages)
    .innerJoin(scheduledRevisions, eq(mediaUsages.subjectId, scheduledRevisions.revisionId))
    .innerJoin(articles, eq(scheduledRevisions.articleId, articles.id))
    .where(isTold('revision'));
  const bylines = await runner
    .selectDistinct({ id: authors.id, titleAr: authors.nameAr, titleEn: authors.nameEn })
    .from(authors)
    .leftJoin(mediaUsages, and(isTold('author'), eq(mediaUsages.subjectId, authors.id)))
    .where(or(eq(authors.mediaId, mediaId), eq(mediaUsages.mediaId, mediaId)));
  const others = await runner
    .select({
      usedIn: mediaUsages.usedIn,
      id: mediaUsages.subjectId,
      titleAr: sql<string>`''`,
      titleEn: sql<string>`''`,
    })
    .from(mediaUsages)
    .where(
      and(
        eq(mediaUsages.mediaId, mediaId),
        notInArray(mediaUsages.usedIn, ['article', 'draft', 'live_entry', 'revision', 'author']),
      ),
    );
  // What is told of a page's uses holds its working copy and old versions too.
  const onPages = await runner
    .select({ slug: pages.slug, locale: pages.locale })
    .from(pages)
    .where(sql`cast(${pages.body} as text) like ${sql.param(`%${mediaId}%`)}`);
  const isUnseen = (each: { usedIn: UsedIn; id: string }) =>
    each.usedIn === 'page' && !onPages.some(({ slug, locale }) => `${locale}/${slug}` === each.id);
  const all: MediaUsage[] = [
    ...[...leads, ...waiting].map((each) => ({ ...each, usedIn: 'article' as const })),
    ...texts,
    ...entries,
    ...versions,
    ...bylines.map((each) => ({ ...each, number: null, usedIn: 'author' as const })),
    ...others.map((each) => ({ ...each, number: null, ...(isUnseen(each) && { isUnseen: true as const }) })),
  ];
  // An article's own draft and old versions say nothing new beside it.
  const publicIds = new Set(all.filter(isPublicUse).map(({ id }) => id));
  const kept = all.filter((each) => isPublicUse(each) || !publicIds.has(each.id));
  return [...new Map(kept.map((each) => [`${each.usedIn} ${each.id}`, each])).values()];
}

/**
 * How many things use each of these, roughly: for a list, not for a decision. An article counts once, with
 * its draft and old versions.
 */
export async function countUsages(ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const mine = inArray(mediaUsages.mediaId, ids);
  const told = db()
    .select({ mediaId: mediaUsages.mediaId, id: mediaUsages.subjectId })
    .from(mediaUsages)
    .where(and(mine, ne(mediaUsages.usedIn, 'revision')));
  const versions = db()
    .selectDistinct({ mediaId: mediaUsages.mediaId, id: revisions.articleId })
    .from(mediaUsages)
    .innerJoin(revisions, eq(mediaUsages.subjectId, revisions.id))
    .where(and(mine, eq(mediaUsages.usedIn, 'revision')));
  const leads = db()
    .select({ mediaId: media.id, id: articles.id })
    .from(articles)
    .innerJoin(media, eq(articles.leadMediaId, media.id))
    .where(inArray(media.id, ids));
  const rows = (await Promise.all([told, versions, leads])).flat();
  return new Map(
    ids.map((id) => [id, new Set(rows.filter(({ mediaId }) => mediaId === id).map((row) => row.id)).size]),
  );
}
