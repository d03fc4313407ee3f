import { db } from '#db/engine/client.ts';
import { newId } from '#db/engine/ids.ts';
import { articles, comments, sections } from '#db/tables/tables.ts';

const CHUNK = 500;
const MINUTE = 60_000;

/**
 * Fills an empty database with short articles and the comments of the last day, for measurements. Returns the
 * numbers of the articles.
 */
export async function fillRead(articleCount: number, commentCount: number): Promise<number[]> {
  const sectionId = newId();
  const text = { descriptionAr: '', descriptionEn: '' };
  await db()
    .insert(sections)
    .values({ id: sectionId, slug: 'local', nameAr: 'محلي', nameEn: 'Local', position: 0, ...text });
  const now = Date.now();
  const ids = Array.from({ length: articleCount }, newId);
  const empty = { standfirst: '', source: '', city: '', bodyText: '', wordCount: 0, leadCaption: '' };
  const insert = async (count: number, add: (places: number[]) => Promise<unknown>) => {
    for (let from = 0; from < count; from += CHUNK)
      await add(Array.from({ length: Math.min(CHUNK, count - from) }, (_, n) => from + n));
  };
  await insert(articleCount, (places) =>
    db()
      .insert(articles)
      .values(
        places.map((n) => ({
          ...empty,
          id: ids[n]!,
          number: n + 1,
          locale: 'ar' as const,
          sectionId,
          slug: `خبر-${n}`,
          headline: `خبر ${n}`,
          body: { type: 'doc' as const, v: 1 as const, content: [] },
          status: 'published' as const,
          publishedAt: new Date(now - (n + 1) * MINUTE),
          commentsOpen: true,
          createdAt: new Date(now),
        })),
      ),
  );
  await insert(commentCount, (places) =>
    db()
      .insert(comments)
      .values(
        places.map((n) => {
          const id = newId();
          return {
            id,
            threadId: id,
            articleId: ids[Math.floor(ids.length / (1 + (n % 997))) % ids.length]!,
            name: 'قارئ',
            body: 'تعليق قصير على هذا الخبر',
            bodyKey: id,
            status: 'approved' as const,
            createdAt: new Date(now - n * 4000),
          };
        }),
      ),
  );
  return ids.map((_, n) => n + 1);
}
