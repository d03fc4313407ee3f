import type { Person } from '#lib/people/can.ts';
import { docText } from '#lib/body/doc-text.ts';
import { docFromLines } from '#lib/body/from-lines.ts';
import { db } from '#db/engine/client.ts';
import { newId } from '#db/engine/ids.ts';
import { indexArticle } from '#db/articles/search-index.ts';
import {
  articleAuthors,
  articles,
  articleTags,
  authors,
  drafts,
  sections,
  tags,
  users,
} from '#db/tables/tables.ts';
import { seedDemo } from './seed-demo.ts';

const CHUNK = 500;
const WORDS =
  'شبكة المياه الطريق السوق القديم الميناء البلدية المدينة المكتبة الترميم الموسم المطر الزيتون النقل الحافلات المدرسة المستشفى الأطباء التذاكر الملعب الفريق المباراة الصيادون القوارب المهرجان المسرح الكهرباء الشمس الرياح الصحراء الواحة القطار الجسر النهر الحديقة المتحف الأسعار الخبز العملة المصرف المزارعون القمح الحصاد التعليم الجامعة الطلاب البحث العلوم'.split(
    ' ',
  );

/** A paragraph that depends only on the number; every 997th has one extra rare word. */
function paragraph(n: number): string {
  const picked = Array.from(
    { length: 60 },
    (_, at) => WORDS[(n * 7 + at * at + at * (n % 13)) % WORDS.length]!,
  );
  return `${picked.join(' ')}${n % 997 === 0 ? ' زمردة' : ''}.`;
}

/**
 * Fills the archive of the demo newsroom for measurements: one article every five minutes, most of them
 * published. Returns an editor.
 */
export async function fillArticles(count: number): Promise<Person> {
  await seedDemo();
  const now = Date.now();
  const person: Person = { id: newId(), name: 'سلمى', role: 'editor' };
  await db()
    .insert(users)
    .values({
      ...person,
      email: 'editor@midad.example',
      emailVerified: true,
      createdAt: new Date(now),
      updatedAt: new Date(now),
    });
  const [sectionRows, authorRows, tagRows] = await Promise.all([
    db().select().from(sections),
    db().select().from(authors),
    db().select().from(tags),
  ]);
  for (let start = 0; start < count; start += CHUNK) {
    await db().transaction(async (tx) => {
      const rows = Array.from({ length: CHUNK }, (_, place) => {
        const n = start + place;
        const at = new Date(now - (count - n) * 300_000);
        const body = docFromLines([paragraph(n), paragraph(n + 1), paragraph(n + 2), paragraph(n + 3)]);
        const status =
          n % 200 === 0 ? ('draft' as const) : n % 333 === 0 ? ('trash' as const) : ('published' as const);
        return {
          id: newId(),
          number: 1_000_000 + n,
          locale: 'ar' as const,
          sectionId: sectionRows[(n * n) % sectionRows.length]!.id,
          slug: `خبر-${n}`,
          headline: `${paragraph(n).split(' ').slice(0, 6).join(' ')} ${n}`,
          standfirst: '',
          source: 'مداد',
          city: 'طرابلس',
          body,
          bodyText: docText(body),
          wordCount: 240,
          status,
          publishedAt: status === 'published' ? at : null,
          leadCaption: '',
          commentsOpen: true,
          ownerId: person.id,
          createdAt: at,
          updatedAt: at,
        };
      });
      await tx.insert(articles).values(rows);
      await tx.insert(articleTags).values(
        rows.map(({ id, number }) => ({
          articleId: id,
          tagId: tagRows[number % tagRows.length]!.id,
          position: 0,
        })),
      );
      await tx.insert(articleAuthors).values(
        rows.map(({ id, number }) => ({
          articleId: id,
          authorId: authorRows[number % authorRows.length]!.id,
          position: 0,
        })),
      );
      for (const { number, headline, bodyText } of rows)
        await indexArticle(tx, { number, headline, text: bodyText, tags: [] });
      const waiting = rows.filter(({ number }) => number % 500 === 0);
      await tx.insert(drafts).values(
        waiting.map(({ id, updatedAt }) => ({
          articleId: id,
          content: {} as never,
          version: 1,
          isAhead: true,
          sentAt: updatedAt,
          updatedAt,
        })),
      );
    });
  }
  return person;
}
