import { and, inArray } from 'drizzle-orm';
import { articlePath } from '#lib/article-path.ts';
import type { BodyCard, BodyPicture } from '#lib/body/context.ts';
import type { Doc } from '#lib/body/doc.ts';
import { docArticleNumbers, docMediaIds } from '#lib/body/doc-text.ts';
import { isVisible, selectCards } from './article-cards.ts';
import { db } from './client.ts';
import { articles, media } from './tables.ts';

async function listPictures(ids: string[]): Promise<[string, BodyPicture][]> {
  if (ids.length === 0) return [];
  const { id, hash, width, height, alt, credit } = media;
  const rows = await db().select({ id, hash, width, height, alt, credit }).from(media).where(inArray(id, ids));
  return rows.map((row) => [row.id, row]);
}

async function listReadAlso(numbers: number[], now: Date): Promise<[number, BodyCard][]> {
  if (numbers.length === 0) return [];
  const cards = await selectCards().where(and(isVisible(now), inArray(articles.number, numbers)));
  return cards.map((card) => [card.number, { headline: card.headline, href: encodeURI(articlePath(card)) }]);
}

/** The pictures and visible articles that some bodies show; asks nothing for bodies of words alone. */
export async function getBodyAssets(docs: Doc[], now: Date) {
  const [pictures, cards] = await Promise.all([listPictures(docs.flatMap(docMediaIds)), listReadAlso(docs.flatMap(docArticleNumbers), now)]);
  return { pictures: new Map(pictures), cards: new Map(cards) };
}
