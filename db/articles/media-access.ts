import { and, eq, gt, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import { isLocale } from '#lib/locales.ts';
import { isReadable } from './cards.ts';
import { db } from '#db/engine/client.ts';
import { getPageDesk } from '#db/paper/page-drafts.ts';
import {
  articles,
  authors,
  drafts,
  liveEntries,
  media,
  mediaUsages,
  pages,
  sessions,
  settings,
  users,
} from '#db/tables/tables.ts';

const one = { one: sql<number>`1` };
const some = async (rows: PromiseLike<unknown[]>) => (await rows).length > 0;

/**
 * Whether a readable page shows a picture or document, found by the hash at the start of its file names.
 * Undefined if the file does not exist (any more). Each step reads an index or a table with few rows.
 */
export async function isMediaPublic(hash: string, now: Date): Promise<boolean | undefined> {
  const [row] = await db().select({ id: media.id }).from(media).where(eq(media.hash, hash));
  if (!row) return undefined;
  const { id } = row;
  const used = (place: 'article' | 'live_entry') =>
    and(eq(mediaUsages.mediaId, id), eq(mediaUsages.usedIn, place));
  return (
    (await some(
      db()
        .select(one)
        .from(articles)
        .where(and(or(eq(articles.leadMediaId, id), eq(articles.socialMediaId, id)), isReadable(now)))
        .limit(1),
    )) ||
    (await some(
      db()
        .select(one)
        .from(mediaUsages)
        .innerJoin(articles, eq(articles.id, mediaUsages.subjectId))
        .where(and(used('article'), isReadable(now)))
        .limit(1),
    )) ||
    (await some(
      db()
        .select(one)
        .from(mediaUsages)
        .innerJoin(liveEntries, eq(liveEntries.id, mediaUsages.subjectId))
        .innerJoin(articles, eq(articles.id, liveEntries.articleId))
        .where(and(used('live_entry'), isNull(liveEntries.removedAt), isReadable(now)))
        .limit(1),
    )) ||
    (await some(
      db()
        .select(one)
        .from(mediaUsages)
        .where(and(eq(mediaUsages.mediaId, id), inArray(mediaUsages.usedIn, ['author', 'setting'])))
        .limit(1),
    )) ||
    (await some(db().select(one).from(authors).where(eq(authors.mediaId, id)).limit(1))) ||
    (await some(
      db()
        .select(one)
        .from(settings)
        .where(sql`cast(${settings.value} as text) like ${sql.param(`%${id}%`)}`)
        .limit(1),
    )) ||
    // The usages of static pages include their drafts and old versions, so only the published body counts.
    (await some(
      db()
        .select(one)
        .from(pages)
        .where(sql`cast(${pages.body} as text) like ${sql.param(`%${id}%`)}`)
        .limit(1),
    ))
  );
}

/** Whether a session belongs to an active member of staff and has not expired. */
export const isStaffSession = (sessionId: string, now: Date): Promise<boolean> =>
  some(
    db()
      .select(one)
      .from(sessions)
      .innerJoin(users, eq(users.id, sessions.userId))
      .where(and(eq(sessions.id, sessionId), gt(sessions.expiresAt, now), isNull(users.disabledAt))),
  );

/** Whether preview links with this nonce are still valid, for an article or a static page (`ar/about`). */
async function isPreviewOpen({ id, nonce }: { id: string; nonce: string }): Promise<boolean> {
  const [locale, slug] = id.split('/');
  if (slug === undefined) {
    return some(
      db()
        .select(one)
        .from(drafts)
        .innerJoin(articles, eq(articles.id, drafts.articleId))
        .where(and(eq(drafts.articleId, id), eq(drafts.previewNonce, nonce), ne(articles.status, 'trash'))),
    );
  }
  if (!isLocale(locale!)) return false;
  const page = await getPageDesk({ slug, locale });
  return page?.previewNonce === nonce;
}

/** Whether a valid preview link gives access to a file. */
export const isInPreview = async (preview: { id: string; nonce: string }, hash: string): Promise<boolean> =>
  (await some(
    db()
      .select(one)
      .from(media)
      .innerJoin(mediaUsages, eq(mediaUsages.mediaId, media.id))
      .where(
        and(
          eq(media.hash, hash),
          inArray(mediaUsages.usedIn, ['draft', 'article', 'page']),
          eq(mediaUsages.subjectId, preview.id),
        ),
      )
      .limit(1),
  )) && isPreviewOpen(preview);
