import { and, eq, gt, inArray, min } from 'drizzle-orm';
import { parseSearchQuery, type SearchQuery } from '#lib/arabic/search-query.ts';
import type { Locale } from '#lib/locales.ts';
import { cardFields, isVisible } from '#db/articles/cards.ts';
import { db } from '#db/engine/client.ts';
import { engine } from '#db/engine/engine.ts';
import type { SearchHit, SearchKind } from '#db/engine/search-index.ts';
import { getContentVersion } from '#db/paper/content-version.ts';
import { articles, media, sections } from '#db/tables/tables.ts';

/** The maximum number of listed hits. Counting all hits would cost more than finding these. */
const MOST = 200;
/** With fewer hits than this for all words, articles with any of the words are added at the end. */
const ENOUGH = 10;
const FADE_DAYS = 180;
const LISTS_KEPT = 200;

export type SearchOrder = 'relevance' | 'newest';
type Asked = { locale: Locale; now: Date; order: SearchOrder };
type Found = { numbers: number[]; isMore: boolean };

const inEdition = ({ locale, now }: Asked) => and(isVisible(now), eq(articles.locale, locale));

/** Only hits that readers of the edition may see: other hits would use up the limit. */
const match = (query: SearchQuery, kind: SearchKind, asked: Asked): Promise<SearchHit[]> =>
  engine.search.find(db(), { query, kind, order: asked.order, where: inEdition(asked), limit: MOST + 1 });

/** Hits with all words first, then hits with any word, better and newer ones first; or by time alone. */
async function readIndex(parsed: SearchQuery, asked: Asked): Promise<Found> {
  const all = await match(parsed, 'all', asked);
  const any = all.length < ENOUGH && parsed.terms.length > 1 ? await match(parsed, 'any', asked) : [];
  const rest = any.filter((hit) => !all.some((other) => other.number === hit.number));
  const score = ({ rank, publishedAt }: SearchHit) =>
    rank * (0.6 + 0.4 * Math.exp((publishedAt - asked.now.getTime()) / 86_400_000 / FADE_DAYS));
  const byScore = (a: SearchHit, b: SearchHit) => score(b) - score(a);
  const hits =
    asked.order === 'newest'
      ? [...all, ...rest].sort((a, b) => b.publishedAt - a.publishedAt || b.number - a.number)
      : [...all.sort(byScore), ...rest.sort(byScore)];
  return { numbers: hits.slice(0, MOST).map(({ number }) => number), isMore: hits.length > MOST };
}

/**
 * Cache of hit lists for one content version. Each list is valid until the next scheduled article appears.
 * The most recently used list is last.
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

/** Reads the index once per query and caches the hits: a read can block the thread for 0.1 seconds. */
async function findHits(parsed: SearchQuery, asked: Asked): Promise<Found> {
  const version = await getContentVersion();
  if (version !== kept.version) Object.assign(kept, { version, lists: new Map() });
  const { lists } = kept;
  const key = JSON.stringify([asked.order, asked.locale, parsed.terms, parsed.excluded]);
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
 * Visible articles for a reader's query, with the number of listed hits and whether there are more. `stems`
 * are for marking the hits. Null if the query contains no searchable word.
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
