import { and, eq } from 'drizzle-orm';
import { latinDigits, readArticleNumber } from '#lib/arabic/read-number.ts';
import type { Locale } from '#lib/locales.ts';
import { isVisible, listArticles, selectCards, type ArticleCard } from '#db/articles/cards.ts';
import { searchArticles } from './find-articles.ts';
import { articles } from '#db/tables/tables.ts';

const FOUND_MAX = 12;

/** The number in a query: alone, or in an address such as `/n/12` or `https://…/local/12/slug`. */
function numberIn(query: string): number | undefined {
  const [, inPath] = /\/([1-9]\d{0,9})(?:[/?#]|$)/.exec(latinDigits(query.trim())) ?? [];
  return readArticleNumber(query) ?? (inPath ? Number(inPath) : undefined);
}

/**
 * Articles that an editor can link to from another article: by number or address, by words, or the latest for
 * an empty query. Only visible articles, so that no link leads to a missing page.
 */
export async function findArticlesToLink(
  query: string,
  { locale, now }: { locale: Locale; now: Date },
): Promise<ArticleCard[]> {
  const inEdition = and(isVisible(now), eq(articles.locale, locale));
  const number = numberIn(query);
  const byNumber =
    number === undefined ? [] : await selectCards().where(and(inEdition, eq(articles.number, number)));
  if (byNumber.length > 0) return byNumber;
  if (!query.trim()) return listArticles({}, { locale, now, limit: FOUND_MAX });
  const found = await searchArticles(query, { locale, now, order: 'relevance', page: 1, perPage: FOUND_MAX });
  return found?.items ?? [];
}
