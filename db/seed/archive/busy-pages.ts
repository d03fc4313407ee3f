import { count, desc, eq } from 'drizzle-orm';
import { isoDay } from '#lib/arabic/local-day.ts';
import { localePath } from '#lib/locales.ts';
import { listMonths } from '#db/articles/archive.ts';
import { db } from '#db/engine/client.ts';
import { listSections } from '#db/paper/sections.ts';
import { getSettings } from '#db/paper/settings.ts';
import { articleAuthors, articleTags, authors, tags } from '#db/tables/tables.ts';
import { listNewestPaths } from './samples.ts';

export type BusyPage = {
  path: string;
  kind: 'front page' | 'article' | 'section' | 'tag' | 'author' | 'archive' | 'feed';
};

/** After each of the pages that most readers know, so many articles follow in the ranking. */
const ARTICLES_PER_HEAD = 3;
/** In the rest of the ranking 3 of 20 pages are lists. */
const ARTICLES_PER_LIST = 17 / 3;
const LIST_PAGES = [2, 3, 4, 5];
const MOST_TAGS = 1500;
const DAY = 86_400_000;
const DAYS = 1000;

const toPages = (kind: BusyPage['kind'], paths: string[]): BusyPage[] =>
  paths.map((path) => ({ path, kind }));

/** One of each list in turn, until all have ended. */
function inTurns<T>(lists: T[][]): T[] {
  const most = Math.max(...lists.map(({ length }) => length));
  return Array.from({ length: most }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat();
}

/**
 * Puts articles between lists: three after each of the first, and more after the others.
 */
export function rankPages(articles: BusyPage[], heads: BusyPage[], lists: BusyPage[]): BusyPage[] {
  const ranking: BusyPage[] = [];
  let [used, due] = [0, 0];
  const follow = (list: BusyPage, number: number) => {
    due += number;
    const next = articles.slice(used, Math.floor(due));
    ranking.push(list, ...next);
    used += next.length;
  };
  for (const list of heads) follow(list, ARTICLES_PER_HEAD);
  for (const list of lists) follow(list, ARTICLES_PER_LIST);
  return [...ranking, ...articles.slice(used)];
}

async function listTagPaths(): Promise<string[]> {
  const rows = await db()
    .select({ slug: tags.slug })
    .from(articleTags)
    .innerJoin(tags, eq(tags.id, articleTags.tagId))
    .groupBy(tags.id)
    .orderBy(desc(count()))
    .limit(MOST_TAGS);
  return rows.map(({ slug }) => `/tag/${slug}`);
}

async function listAuthorPaths(): Promise<string[]> {
  const rows = await db()
    .select({ slug: authors.slug })
    .from(articleAuthors)
    .innerJoin(authors, eq(authors.id, articleAuthors.authorId))
    .groupBy(authors.id)
    .orderBy(desc(count()));
  return rows.map(({ slug }) => `/author/${slug}`);
}

/** The months with articles, and the newest days. */
async function listArchivePaths(now: Date): Promise<string[]> {
  const { timeZone } = await getSettings();
  const months = await listMonths('ar', now, timeZone);
  const toPath = (day: string) => `/archive/${day.replaceAll('-', '/')}`;
  const days = Array.from({ length: DAYS }, (_, n) => isoDay(new Date(now.getTime() - n * DAY), timeZone));
  const known = new Set(months.map(({ year, month }) => `${year}-${String(month).padStart(2, '0')}`));
  return inTurns([
    days.filter((day) => known.has(day.slice(0, 7))).map(toPath),
    [...known].map((month) => toPath(month)),
  ]);
}

/**
 * The pages of a busy site in the order of how often they are asked for: articles, newest first, and between
 * them the front pages, sections, feeds, tags, authors and days of the archive. Reads the whole archive.
 */
export async function listBusyPages(now: Date, most: number): Promise<BusyPage[]> {
  const sections = (await listSections()).map(({ slug }) => slug);
  const articles = toPages('article', await listNewestPaths(now, most));
  const heads = [
    ...toPages('front page', ['/']),
    ...toPages(
      'section',
      sections.map((slug) => `/${slug}`),
    ),
    ...toPages('feed', ['/feed.xml']),
    ...toPages('front page', [localePath('en', '/')]),
    ...toPages('archive', ['/archive']),
    ...toPages(
      'feed',
      sections.map((slug) => `/${slug}/feed.xml`),
    ),
    ...toPages(
      'section',
      sections.map((slug) => localePath('en', `/${slug}`)),
    ),
  ];
  const lists = inTurns([
    toPages('tag', await listTagPaths()),
    toPages('author', await listAuthorPaths()),
    toPages('archive', await listArchivePaths(now)),
    toPages(
      'section',
      sections.flatMap((slug) => LIST_PAGES.map((page) => `/${slug}?page=${page}`)),
    ),
  ]);
  return rankPages(articles, heads, lists).slice(0, most);
}
