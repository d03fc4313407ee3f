import { and, eq, gt, inArray, min } from 'drizzle-orm';
import { parseSearchQuery, type SearchQuery } from '#lib/arabic/search-query.ts';
import type { Locale } from '#lib/locales.ts';
import { cardFields, isVisible } from '#db/articles/cards.ts';
import { EDITION } from '#db/articles/listings.ts';
import { db } from '#db/engine/client.ts';
import { engine } from '#db/engine/engine.ts';
import type { SearchHit, SearchHits, SearchKind } from '#db/engine/search-index.ts';
import { getContentVersion } from '#db/paper/content-version.ts';
import { articles, listings, media, sections } from '#db/tables/tables.ts';

/** The maximum number of listed hits. */
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
const match = (query: SearchQuery, kind: SearchKind, asked: Asked): Promise<SearchHits> =>
  engine.search.find(db(), { query, kind, order: asked.order, where: inEdition(asked) });

/** Better hits first, newer ones before older ones of the same rank; or by time alone. */
function inOrder(hits: SearchHit[], { order, now }: Asked): number[] {
  const score = ({ rank, publishedAt }: SearchHit) =>
    order === 'newest'
      ? publishedAt
      : rank * (0.6 + 0.4 * Math.exp((publishedAt - now.getTime()) / 86_400_000 / FADE_DAYS));
  return hits
    .map((hit) => ({ ...hit, score: score(hit) }))
    .sort((a, b) => b.score - a.score || b.publishedAt - a.publishedAt || b.number - a.number)
    .map(({ number }) => number);
}

/** Hits with all words first, then hits with any word; by time alone in one list. */
async function readIndex(parsed: SearchQuery, asked: Asked): Promise<Found> {
  const all = await match(parsed, 'all', asked);
  const isEnough = all.hits.length >= ENOUGH || parsed.terms.length === 1;
  const any = isEnough ? { hits: [], isCut: false } : await match(parsed, 'any', asked);
  const known = new Set(all.hits.map(({ number }) => number));
  const rest = any.hits.filter(({ number }) => !known.has(number));
  const numbers =
    asked.order === 'newest'
      ? inOrder([...all.hits, ...rest], asked)
      : [...inOrder(all.hits, asked), ...inOrder(rest, asked)];
  return { numbers: numbers.slice(0, MOST), isMore: numbers.length > MOST || all.isCut || any.isCut };
}

/**
 * Cache of hit lists for one content version. Each list is valid until the next scheduled article appears.
 * The most recently used list is last.
 */
const kept = { version: -1, lists: new Map<string, Found & { from: Date; until: Date | null }>() };

async function nextTime({ locale, now }: Asked): Promise<Date | null> {
  const [row] = await db()
    .select({ at: min(listings.publishedAt) })
    .from(listings)
    .where(and(eq(listings.list, EDITION), eq(listings.locale, locale), gt(listings.publishedAt, now)));
  return row?.at ?? null;
}

/** Reads the index once per query and caches the hits, for the further pages of the same search. */
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
