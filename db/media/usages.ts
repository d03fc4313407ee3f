import { and, asc, eq, inArray, ne, notInArray, or, sql, type SQL } from 'drizzle-orm';
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
 * Replaces the recorded media of one subject, in the transaction that changes the subject. Media in use
 * cannot be deleted. Ids of media that no longer exist are skipped.
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
 * A use, listed once for each article, byline or page. `id` and `number` are those of the article, if there
 * is one.
 */
export type MediaUsage = {
  usedIn: UsedIn;
  id: string;
  number: number | null;
  titleAr: string;
  titleEn: string;
  /** Only in a page's working copy or old versions. */
  isUnseen?: true;
};

/**
 * Whether readers can see the use now or later without another decision; drafts and old versions do not
 * count.
 */
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
 * All uses of a picture or document: rows of `setMediaUsages` and columns that name it. Uses by deleted
 * subjects do not count.
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
  // One query after the other: a transaction has one connection.
  const leads = await runner
    .select(named)
    .from(articles)
    .where(or(eq(articles.leadMediaId, mediaId), eq(articles.socialMediaId, mediaId)))
    .limit(MOST_USES);
  const texts = await runner
    .select(ofArticle)
    .from(mediaUsages)
    .innerJoin(articles, eq(mediaUsages.subjectId, articles.id))
    .where(isTold('article', 'draft'))
    .orderBy(asc(mediaUsages.usedIn))
    .limit(MOST_USES);
  const entries = await runner
    .select(ofArticle)
    .from(mediaUsages)
    .innerJoin(liveEntries, eq(mediaUsages.subjectId, liveEntries.id))
    .innerJoin(articles, eq(liveEntries.articleId, articles.id))
    .where(isTold('live_entry'))
    .limit(MOST_USES);
  const versions = await runner
    .select(ofArticle)
    .from(mediaUsages)
    .innerJoin(revisions, eq(mediaUsages.subjectId, revisions.id))
    .innerJoin(articles, eq(revisions.articleId, articles.id))
    .where(isTold('revision'))
    .limit(MOST_USES);
  // A scheduled revision is approved: its pictures count as published.
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
  // The recorded uses of a page include its working copy and old versions.
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
  // If an article uses it publicly, its draft and old versions are not listed as well.
  const publicIds = new Set(all.filter(isPublicUse).map(({ id }) => id));
  const kept = all.filter((each) => isPublicUse(each) || !publicIds.has(each.id));
  return [...new Map(kept.map((each) => [`${each.usedIn} ${each.id}`, each])).values()];
}

/** No list reads more uses of a picture than this: a logo may be in every article. */
const MOST_USES = 1000;

/**
 * The approximate number of subjects that use each of these: for a list, not for a decision. An article
 * counts once, including its draft and old versions.
 */
export async function countUsages(ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db().values<[mediaId: string, subject: string]>(
    sql.join(ids.flatMap(usesOf), sql` union all `),
  );
  const subjects = new Map(ids.map((id) => [id, new Set<string>()]));
  for (const [mediaId, subject] of rows) subjects.get(mediaId)!.add(subject);
  return new Map(Array.from(subjects, ([id, found]) => [id, found.size]));
}

/** Three statements, each of which lists subjects that use one picture or document. */
function usesOf(id: string): SQL[] {
  const told = db()
    .select({ id: mediaUsages.subjectId })
    .from(mediaUsages)
    .where(and(eq(mediaUsages.mediaId, id), ne(mediaUsages.usedIn, 'revision')))
    .limit(MOST_USES);
  const versions = db()
    .select({ id: revisions.articleId })
    .from(mediaUsages)
    .crossJoin(revisions)
    .where(
      and(
        eq(mediaUsages.mediaId, id),
        eq(mediaUsages.usedIn, 'revision'),
        eq(revisions.id, mediaUsages.subjectId),
      ),
    )
    .limit(MOST_USES);
  const leads = db()
    .select({ id: articles.id })
    .from(articles)
    .where(eq(articles.leadMediaId, id))
    .limit(MOST_USES);
  return [told, versions, leads].map((uses) => sql`select ${id}, used.* from (${uses.getSQL()}) as used`);
}
