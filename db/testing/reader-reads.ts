import Sqlite from 'better-sqlite3';
import { eq, sql } from 'drizzle-orm';
import { env } from '#lib/env.ts';
import { listArticlePage, listArticles } from '#db/articles/cards.ts';
import { getArticle, getArticleAddress, getNeighbours, listCorrections } from '#db/articles/articles.ts';
import { listDays, listMonths } from '#db/articles/archive.ts';
import { getAuthor } from '#db/paper/authors.ts';
import { getBodyAssets } from '#db/articles/body-assets.ts';
import { listBreaking } from '#db/front/breaking.ts';
import { db } from '#db/engine/client.ts';
import { findAskedPlace } from '#db/comments/asked-place.ts';
import { countApproved, getAnswerable, getCommentTarget, listThreads } from '#db/comments/threads.ts';
import { getVersions } from '#db/paper/content-version.ts';
import { getNextDueTime, getToday } from '#db/front/next-change.ts';
import { listForFeed } from '#db/articles/feeds.ts';
import { composeFront } from '#db/front/page.ts';
import { newId } from '#db/engine/ids.ts';
import {
  getLiveArticle,
  getLiveOutline,
  getLivePage,
  getLiveState,
  listChanges,
  listKeyMoments,
} from '#db/live/entries.ts';
import { listMonthTotals } from '#db/moderation/totals.ts';
import { getPage, listPages } from '#db/paper/pages.ts';
import { findRedirect } from '#db/paper/redirects.ts';
import { listRankings } from '#db/articles/rankings.ts';
import { listRelated } from '#db/articles/related.ts';
import { searchArticles } from '#db/search/find-articles.ts';
import { getSection, listSections } from '#db/paper/sections.ts';
import { getDateSettings, getSettings, getSite, getSiteName } from '#db/paper/settings.ts';
import {
  listArticleParts,
  listArticlesOfPart,
  listFilledSections,
  listLatestNews,
  listNamesOfPart,
  listPartStarts,
} from '#db/articles/sitemap.ts';
import {
  articles,
  authors,
  corrections,
  frontSlots,
  liveEntries,
  media,
  pages,
  rankings,
  redirects,
  sections,
  settings,
  tags,
} from '#db/tables/tables.ts';
import { getTag } from '#db/paper/tags.ts';
import { addComment, addNewsroom, after, DAY, NOON, publish } from './articles.ts';
import type { Doc } from '#lib/body/doc.ts';
import { SORTS } from '#lib/comments/sorts.ts';

/** Adds one record of every kind that readers can see. */
export async function addPaper() {
  await addNewsroom();
  const picture = newId();
  await db().insert(media).values({
    id: picture,
    hash: picture,
    width: 3,
    height: 2,
    alt: 'ميناء',
    credit: 'مداد',
    createdAt: NOON,
  });
  await db().update(authors).set({ mediaId: picture });
  const first = await publish({
    tags: ['رياضة'],
    authors: ['salma'],
    breakingUntil: after(DAY).toISOString(),
  });
  const second = await publish({ tags: ['رياضة'], authors: ['salma'] });
  const live = await publish({ headline: 'تغطية' });
  await db().update(articles).set({ leadMediaId: picture, socialMediaId: picture });
  await db().update(articles).set({ kind: 'live' }).where(eq(articles.id, live.id));
  const times = { createdAt: NOON, updatedAt: NOON };
  const entry = newId();
  const doc = { type: 'doc' as const, v: 1 as const, content: [] };
  await db()
    .insert(liveEntries)
    .values({
      id: entry,
      articleId: live.id,
      at: NOON,
      headline: 'أول',
      body: doc,
      isKey: true,
      isPinned: true,
      ...times,
    });
  await db()
    .insert(frontSlots)
    .values({
      id: newId(),
      locale: 'ar',
      slot: 'lead',
      position: 0,
      articleId: second.id,
      expiresAt: after(DAY),
      createdAt: NOON,
    });
  await db()
    .insert(corrections)
    .values({ id: newId(), articleId: first.id, kind: 'correction', text: 'خطأ', publishedAt: NOON });
  await db()
    .insert(pages)
    .values({ slug: 'about', locale: 'ar', title: 'عن مداد', body: doc, revisedAt: NOON });
  await db()
    .insert(redirects)
    .values({ id: newId(), fromPath: '/old', toPath: '/', isAutomatic: false, createdAt: NOON });
  await db().insert(settings).values({ key: 'hijri', value: false });
  const opening = await addComment(first.id);
  await db().insert(rankings).values({ kind: 'discussed', locale: 'ar', position: 0, articleId: first.id });
  const reply = await addComment(first.id, { parentId: opening, threadId: opening, depth: 1 });
  const [[section], [tag], [author]] = await Promise.all([
    db().select().from(sections),
    db().select().from(tags),
    db().select().from(authors),
  ]);
  return {
    first,
    second,
    live,
    entry,
    picture,
    opening,
    reply,
    sectionId: section!.id,
    tag: tag!,
    authorId: author!.id,
  };
}

/** Renames what `makeSite` adds as well. */
export async function setPaperAside() {
  for (const table of [sections, authors, pages])
    await db()
      .update(table)
      .set({ slug: sql`'paper-' || ${table.slug}` });
}

export type Paper = Awaited<ReturnType<typeof addPaper>>;

/** All database reads of cached pages, feeds and related responses, by function name. */
export function readerReads(
  { first, live, entry, opening, picture, sectionId, tag, authorId }: Paper,
  now: Date,
) {
  const locale = 'ar' as const;
  const page = async () => (await getArticle(first.number, now))!;
  const body: Doc = {
    type: 'doc',
    v: 1,
    content: [
      {
        type: 'figure',
        attrs: { mediaId: picture, caption: '', credit: '', alt: '', decorative: false },
      },
      { type: 'readAlso', attrs: { articles: [first.number] } },
    ],
  };
  return {
    composeFront: () => composeFront(locale, now),
    countApproved: () => countApproved(first.id),
    findRedirect: () => findRedirect('/old'),
    getAnswerable: () => getAnswerable(opening, first.id),
    getArticle: page,
    getArticleAddress: () => getArticleAddress(first.number, now),
    getAuthor: () => getAuthor('salma'),
    getBodyAssets: () => getBodyAssets([body], now),
    getCommentTarget: () => getCommentTarget(first.number),
    getDateSettings: () => getDateSettings(locale),
    getLiveArticle: () => getLiveArticle(live.number, now),
    getLiveOutline: () => getLiveOutline(live.id, 20),
    getLivePage: async () => [await getLivePage(live.id), await getLivePage(live.id, entry)],
    getLiveState: () => getLiveState(live.number, now),
    getNeighbours: async () => getNeighbours(await page(), now),
    getNextDueTime: () => getNextDueTime(now),
    getToday: () => getToday(now),
    getPage: () => getPage('about', locale),
    getSection: () => getSection('local'),
    getSettings: () => getSettings(),
    getSite: () => getSite(locale),
    getSiteName: () => getSiteName(locale),
    getTag: () => getTag(tag.slug),
    getVersions: () => getVersions(),
    listArticlePage: () => {
      const filters = [{}, { sectionId }, { tagId: tag.id }, { authorId }, { from: new Date(0), to: now }];
      return Promise.all(filters.map((filter) => listArticlePage(filter, 1, 20, { locale, now })));
    },
    listArticles: () => listArticles({}, { locale, now, limit: 5 }),
    listBreaking: () => listBreaking(locale, now),
    listChanges: () => listChanges(live.id, 0),
    listCorrections: () => listCorrections(locale, now, 1, 20),
    listForFeed: async () => [
      await listForFeed({ locale, now, limit: 20 }),
      await listForFeed({ locale, now, limit: 20, sectionId }),
    ],
    listArticleParts: () => listArticleParts(),
    listArticlesOfPart: () => listArticlesOfPart(0, now),
    listFilledSections: () => listFilledSections(locale, now),
    listLatestNews: () => listLatestNews(now),
    listNamesOfPart: async () => [
      await listNamesOfPart('tags', tag.id, now),
      await listNamesOfPart('authors', authorId, now),
    ],
    listPartStarts: async () => [await listPartStarts('tags'), await listPartStarts('authors')],
    listKeyMoments: () => listKeyMoments(live.id),
    listMonthTotals: () => listMonthTotals({ now, timeZone: 'UTC', months: 3 }),
    listDays: () => listDays({ year: 2026, month: 11 }, { locale, now, timeZone: 'UTC' }),
    listMonths: () => listMonths(locale, now, 'UTC'),
    listPages: () => listPages(),
    listRankings: () => listRankings(locale, { now, limit: 5 }),
    listRelated: async () => listRelated(await page(), 4, now),
    listSections: () => listSections(),
    findAskedPlace: () => findAskedPlace(first.number, opening),
    listThreads: () => {
      const places = [{}, { at: opening }, { after: opening }, { before: opening }];
      return Promise.all(SORTS.flatMap((sort) => places.map((place) => listThreads(first.id, sort, place))));
    },
    searchArticles: () =>
      Promise.all(
        (['relevance', 'newest'] as const).map((order) =>
          searchArticles('نص الخبر', { page: 1, perPage: 10, locale, now, order }),
        ),
      ),
  };
}

/**
 * Collects the distinct statements that connections to the site's database prepare from now on, until `stop`
 * is called.
 */
export function watchStatements() {
  const seen = new Set<string>();
  const { prepare } = Sqlite.prototype;
  Sqlite.prototype.prepare = function watched(this: Sqlite.Database, sql: string) {
    if (this.name === env.databaseFile) seen.add(sql);
    return prepare.call(this, sql);
  } as typeof prepare;
  return { seen, stop: () => void (Sqlite.prototype.prepare = prepare) };
}
