import { eq } from 'drizzle-orm';
import { slugify } from '#lib/arabic/slug.ts';
import { articleContentSchema, EMPTY_LEAD, newContent, type ArticleContent } from '#lib/articles/content.ts';
import { articleInputSchema, type ArticleInput } from '#lib/articles/input.ts';
import { docFromLines } from '#lib/body/from-lines.ts';
import { contentColumns, writeArticleParts } from './content.ts';
import { db, type Transaction } from '#db/engine/client.ts';
import { nextNumber } from './drafts.ts';
import { newId } from '#db/engine/ids.ts';
import { articles, authors, corrections, sections } from '#db/tables/tables.ts';

async function findSection(tx: Transaction, slug: string) {
  const [section] = await tx.select().from(sections).where(eq(sections.slug, slug));
  if (section) return section;
  const known = await tx.select({ slug: sections.slug }).from(sections);
  throw new Error(`There is no section «${slug}»; there are: ${known.map((row) => row.slug).join(', ')}`);
}

async function findAuthors(tx: Transaction, slugs: string[]) {
  const rows = await tx.select().from(authors);
  return [...new Set(slugs)].map((slug) => {
    const author = rows.find((row) => row.slug === slug);
    if (!author)
      throw new Error(`There is no author «${slug}»; there are: ${rows.map((row) => row.slug).join(', ')}`);
    return author;
  });
}

type File = ReturnType<typeof articleInputSchema.parse>;

/** Converts a file to the content that the editor edits. */
const toContent = (
  file: File,
  sectionId: string,
  authorIds: string[],
  leadMediaId: string | null,
): ArticleContent =>
  articleContentSchema.parse({
    ...newContent({ locale: file.locale, kind: 'article', sectionId, headline: file.headline, authorIds }),
    standfirst: file.standfirst,
    source: file.source,
    city: file.city,
    body: docFromLines(file.body),
    tags: file.tags,
    lead: { ...EMPTY_LEAD, mediaId: leadMediaId, caption: file.image?.caption ?? '' },
    priority: file.priority,
    commentsOpen: file.commentsOpen,
    commentsQuestion: file.commentsQuestion,
    commentsCloseAt: file.commentsCloseAt ?? null,
    breakingUntil: file.breakingUntil ?? null,
  });

/**
 * Publishes an article from its file form: row, tags, bylines, corrections and search index in one
 * transaction. Throws a ZodError for a malformed file and an Error naming the choices for an unknown section
 * or author.
 */
export async function importArticle(
  input: ArticleInput,
  { now = new Date(), leadMediaId }: { now?: Date; leadMediaId?: string } = {},
) {
  const file = articleInputSchema.parse(input);
  return db().transaction(async (tx) => {
    const section = await findSection(tx, file.section);
    const bylines = await findAuthors(tx, file.authors);
    const content = toContent(
      file,
      section.id,
      bylines.map(({ id }) => id),
      leadMediaId ?? null,
    );
    const number = await nextNumber(tx);
    const id = newId();
    const [article] = await tx
      .insert(articles)
      .values({
        ...contentColumns(content),
        id,
        number,
        slug: slugify(file.headline) || String(number),
        status: 'published',
        publishedAt: file.publishedAt ? new Date(file.publishedAt) : now,
        revisedAt: file.revisedAt ? new Date(file.revisedAt) : null,
        createdAt: now,
        updatedAt: now,
      })
      .returning();
    await writeArticleParts(tx, article!, content);
    for (const { kind, text, publishedAt } of file.corrections) {
      await tx
        .insert(corrections)
        .values({ id: newId(), articleId: id, kind, text, publishedAt: new Date(publishedAt) });
    }
    return { ...article!, sectionSlug: section.slug };
  });
}
