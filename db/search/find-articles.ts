import { and, eq, gt, inArray, min } from 'drizzle-orm';
import { parseSearchQuery, type SearchQuery } from '#lib/arabic/search-query.ts';
import type { Locale } from '#lib/locales.ts';
import { cardFields, isVisible } from '#db/articles/cards.ts';
import { db } from '#db/engine/client.ts';
import { engine } from '#db/engine/engine.ts';
import type { SearchHit, SearchKind } from '#db/engine/search-index.ts';
import { getContentVersion } from '#db/paper/content-version.ts';
import { articles, media, sections } from '#db/tables/tables.ts';

/** So many are listed; to count them all would cost more than to find these. */
const MOST = 200;
/** Fewer hits than this for all words together, and articles with any of them are added below. */
const ENOUGH = 10;
const FADE_DAYS = 180;
const LISTS_KEPT = 200;

export type SearchOrder = 'relevance' | 'newest';
type Asked = { locale: Locale; now: Date; order: SearchOrder };
type Found = { numbers: number[]; isMore: boolean };

const inEdition = ({ locale, now }: Asked) => and(isVisible(now), eq(articles.locale, locale));

/** Hits among what a reader of the edition may see: others would take their places. */
const match = (query: SearchQuery, kind: SearchKind, asked: Asked): Promise<SearchHit[]> =>
  engine.search.find(db(), { query, kind, order: asked.order, where: inEdition(asked), limit: MOST + 1 });

/** All words first, then any of them, better and newer ones above; or by time alone. */
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
