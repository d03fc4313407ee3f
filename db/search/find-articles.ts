import { and, eq, gt, inArray, min, sql } from 'drizzle-orm';
import { parseSearchQuery, type SearchQuery } from '#lib/arabic/search-query.ts';
import type { Locale } from '#lib/locales.ts';
import { cardFields, isVisible } from '#db/articles/cards.ts';
import { db } from '#db/engine/client.ts';
import { getContentVersion } from '#db/paper/content-version.ts';
import { matchingNumbers } from '#db/articles/search-index.ts';
import { articles, media, sections } from '#db/tables/tables.ts';

/** So many are listed; to count them all would cost more than to find these. */
const MOST = 200;
/** Fewer hits than this for all words together, and articles with any of them are added below. */
const ENOUGH = 10;
const FADE_DAYS = 180;
const LISTS_KEPT = 200;

export type SearchOrder = 'relevance' | 'newest';
type Asked = { locale: Locale; now: Date; order: SearchOrder };
type Hit = { number: number; publishedAt: number; rank: number };
type Found = { numbers: number[]; isMore: boolean };

const inEdition = ({ locale, now }: Asked) => and(isVisible(now), eq(articles.locale, locale));

/**
 * The best hits among what a reader of the edition may see: others would take their places. `cross` keeps the
 * index first.
 */
const best = (expression: string, asked: Asked) =>
  sql`select article_search.rowid, ${articles.publishedAt}, article_search.rank from article_search
      cross join ${articles} on ${articles.number} = article_search.rowid
      where article_search match ${expression} and article_search.rank match 'bm25(5, 1, 3)' and ${inEdition(asked)}
      order by article_search.rank limit ${MOST + 1}`;

/**
 * The newest of them, out of an index that holds all that is asked for: of common words, to read the
 * articles' own rows would take ten times as long.
 */
const newest = (expression: string, asked: Asked) =>
  sql`select ${articles.number}, ${articles.publishedAt}, 0 from ${articles} indexed by articles_desk
      where ${matchingNumbers(expression)} and ${inEdition(asked)}
      order by ${articles.publishedAt} desc, ${articles.number} desc limit ${MOST + 1}`;

async function match(expression: string, asked: Asked): Promise<Hit[]> {
  const rows = await db().values<[number, number, number]>(
    asked.order === 'newest' ? newest(expression, asked) : best(expression, asked),
  );
  return rows.map(([number, publishedAt, rank]) => ({ number, publishedAt, rank: -rank }));
}

/** All words first, then any of them, better and newer ones above; or by time alone. */
async function readIndex(parsed: SearchQuery, asked: Asked): Promise<Found> {
  const all = await match(parsed.and, asked);
  const any = all.length < ENOUGH && parsed.termCount > 1 ? await match(parsed.or, asked) : [];
  const rest = any.filter((hit) => !all.some((other) => other.number === hit.number));
  const score = ({ rank, publishedAt }: Hit) =>
    rank * (0.6 + 0.4 * Math.exp((publishedAt - asked.now.getTime()) / 86_400_000 / FADE_DAYS));
  const byScore = (a: Hit, b: Hit) => score(b) - score(a);
  const hits =
    asked.order === 'newest'
      ? [...all, ...rest].sort((a, b) => b.publishedAt - a.publishedAt || b.number - a.number)
      : [...all.sort(byScore), ...rest.sort(byScore)];
  return { numbers: hits.slice(0, MOST).map(({ number }) => number), isMore: hits.length > MOST };
}

/**
 * Lists of hits at one content version, each good until the next article's time; what was asked for last
 * stands at the end.
 */
const kept = { version: -1, lists: new Map<string, Found & { from: Date; until: Date | null }>() };

async function nextTime({ locale, now }: Asked): Promise<Date | null> {
  const waiting = and(
    eq(articles.status, 'published'),
    eq(articles.locale, locale),
    gt(articles.publishedAt, now),
  );
  const [row] = await db()
    .select({ at: min(articles.publishedAt) })
    .from(articles)
    .where(waiting);
  return row?.at ?? null;
}

/** A question reads the index once: it may take a tenth of a second, and nobody else has a turn meanwhile. */
async function findHits(parsed: SearchQuery, asked: Asked): Promise<Found> {
  const version = await getContentVersion();
  if (version !== kept.version) Object.assign(kept, { version, lists: new Map() });
  const { lists } = kept;
  const key = [asked.order, asked.locale, parsed.and].join(' ');
  const known = lists.get(key);
  const isCurrent = known && known.from <= asked.now && (!known.until || asked.now < known.until);
  const list = isCurrent
    ? known
    : { ...(await readIndex(parsed, asked)), from: asked.now, until: await nextTime(asked) };
  lists.delete(key);
  lists.set(key, list);
  for (const oldest of lists.keys()) {
    if (lists.size <= LISTS_KEPT) break;
    lists.delete(oldest);
  }
  return list;
}

/**
 * Visible articles for a reader's words, with how many of them are listed and whether there are more. `stems`
 * are for marking the hits; null when the query holds no word to search for.
 */
export async function searchArticles(
  query: string,
  { page, perPage, ...asked }: Asked & { page: number; perPage: number },
) {
  const parsed = parseSearchQuery(query);
  if (!parsed) return null;
  const { numbers, isMore } = await findHits(parsed, asked);
  const shown = numbers.slice((page - 1) * perPage, page * perPage);
  const rows = await db()
    .select({ ...cardFields, bodyText: articles.bodyText })
    .from(articles)
    .innerJoin(sections, eq(articles.sectionId, sections.id))
    .leftJoin(media, eq(articles.leadMediaId, media.id))
    .where(inArray(articles.number, shown));
  const items = rows.sort((a, b) => shown.indexOf(a.number) - shown.indexOf(b.number));
  return {
    items,
    total: numbers.length,
    isMore,
    pages: Math.max(1, Math.ceil(numbers.length / perPage)),
    stems: parsed.stems,
  };
}
