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
 * Whether something that readers can see shows a picture or document, by the hash that its file names begin
 * with; undefined when there is no such file (any more). Each step is a look into an index, or into a table
 * of a few rows.
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
    // What is told of a page's uses holds its drafts and old versions too.
    (await some(
      db()
        .select(one)
        .from(pages)
        .where(sql`cast(${pages.body} as text) like ${sql.param(`%${id}%`)}`)
        .limit(1),
    ))
  );
}

/** Whether a session is one of somebody who works here, and still holds. */
export const isStaffSession = (sessionId: string, now: Date): Promise<boolean> =>
  some(
    db()
      .select(one)
      .from(sessions)
      .innerJoin(users, eq(users.id, sessions.userId))
      .where(and(eq(sessions.id, sessionId), gt(sessions.expiresAt, now), isNull(users.disabledAt))),
  );

/**
 * Whether links with this word still show the working copy of an article, or of a static page (`ar/about`).
 */
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

/** Whether a preview that is open shows a file: what its holder may have. */
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
