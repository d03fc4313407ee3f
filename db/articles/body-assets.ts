import { and, inArray } from 'drizzle-orm';
import { articlePath } from '#lib/articles/path.ts';
import type { BodyCard, BodyDocument, BodyPicture } from '#lib/body/context.ts';
import type { Doc } from '#lib/body/doc.ts';
import { docArticleNumbers, docMediaIds } from '#lib/body/doc-text.ts';
import { isVisible, selectCards } from './cards.ts';
import { db } from '#db/engine/client.ts';
import { articles, media } from '#db/tables/tables.ts';

type Files = { pictures: Map<string, BodyPicture>; documents: Map<string, BodyDocument> };

/** A document's title is its caption, or its file name if it has none. */
async function listFiles(ids: string[]): Promise<Files> {
  const files: Files = { pictures: new Map(), documents: new Map() };
  if (ids.length === 0) return files;
  const { id, type, hash, width, height, alt, credit, caption, fileName, bytes } = media;
  const rows = await db()
    .select({ id, type, hash, width, height, alt, credit, caption, fileName, bytes })
    .from(media)
    .where(inArray(id, ids));
  for (const { type, caption, fileName, bytes, ...row } of rows) {
    if (type === 'image') files.pictures.set(row.id, row);
    else
      files.documents.set(row.id, {
        hash: row.hash,
        bytes,
        title: caption || fileName.replace(/\.pdf$/i, ''),
      });
  }
  return files;
}

async function listReadAlso(numbers: number[], now: Date): Promise<[number, BodyCard][]> {
  if (numbers.length === 0) return [];
  const cards = await selectCards().where(and(isVisible(now), inArray(articles.number, numbers)));
  return cards.map((card) => [card.number, { headline: card.headline, href: encodeURI(articlePath(card)) }]);
}

/**
 * The pictures, documents and visible articles that these bodies show. Bodies with text alone need no query.
 */
export async function getBodyAssets(docs: Doc[], now: Date) {
  const [files, cards] = await Promise.all([
    listFiles(docs.flatMap(docMediaIds)),
    listReadAlso(docs.flatMap(docArticleNumbers), now),
  ]);
  return { ...files, cards: new Map(cards) };
}
