import { eq, max } from 'drizzle-orm';
import { countWords } from '#lib/arabic/words.ts';
import { slugify } from '#lib/arabic/slug.ts';
import { articleInputSchema, type ArticleInput } from '#lib/article-input.ts';
import { docText } from '#lib/body/doc-text.ts';
import { docFromLines } from '#lib/body/from-lines.ts';
import { db, type Transaction } from './client.ts';
import { newId } from './ids.ts';
import { indexArticle } from './search.ts';
import { articleAuthors, articles, articleTags, authors, corrections, sections } from './tables.ts';
import { ensureTags } from './tags.ts';

const FIRST_NUMBER = 1001;

async function nextNumber(tx: Transaction): Promise<number> {
  const [row] = await tx.select({ last: max(articles.number) }).from(articles);
  return (row?.last ?? FIRST_NUMBER - 1) + 1;
}

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
    if (!author) throw new Error(`There is no author «${slug}»; there are: ${rows.map((row) => row.slug).join(', ')}`);
    return author;
  });
}

/**
 * Publishes an article from its file form: row, tags, bylines, corrections and search index in one transaction.
 * Throws a ZodError for a malformed file and an Error naming the choices for an unknown section or author.
 */
export async function publishArticle(input: ArticleInput, { now = new Date(), leadMediaId }: { now?: Date; leadMediaId?: string } = {}) {
  const file = articleInputSchema.parse(input);
  const body = docFromLines(file.body);
  const bodyText = docText(body);
  return db().transaction(async (tx) => {
    const section = await findSection(tx, file.section);
    const bylines = await findAuthors(tx, file.authors);
    const number = await nextNumber(tx);
    const id = newId();
    const [article] = await tx
      .insert(articles)
      .values({
        id,
        number,
        locale: file.locale,
        sectionId: section.id,
        slug: slugify(file.headline) || String(number),
        headline: file.headline,
        standfirst: file.standfirst,
        source: file.source,
        city: file.city,
        body,
        bodyText,
        wordCount: countWords(bodyText),
        status: 'published',
        publishedAt: file.publishedAt ? new Date(file.publishedAt) : now,
        revisedAt: file.revisedAt ? new Date(file.revisedAt) : null,
        leadMediaId: leadMediaId ?? null,
        leadCaption: file.image?.caption ?? '',
        commentsOpen: file.commentsOpen,
        commentsQuestion: file.commentsQuestion,
        commentsCloseAt: file.commentsCloseAt ? new Date(file.commentsCloseAt) : null,
        breakingUntil: file.breakingUntil ? new Date(file.breakingUntil) : null,
        createdAt: now,
      })
      .returning();
    const tags = await ensureTags(tx, file.tags);
    if (tags.length > 0) await tx.insert(articleTags).values(tags.map((tag, position) => ({ articleId: id, tagId: tag.id, position })));
    if (bylines.length > 0) {
      await tx.insert(articleAuthors).values(bylines.map((author, position) => ({ articleId: id, authorId: author.id, position })));
    }
    for (const { kind, text, publishedAt } of file.corrections) {
      await tx.insert(corrections).values({ id: newId(), articleId: id, kind, text, publishedAt: new Date(publishedAt) });
    }
    await indexArticle(tx, { number, headline: file.headline, text: `${file.standfirst}\n${bodyText}`, tags: tags.map((tag) => tag.name) });
    return { ...article!, sectionSlug: section.slug };
  });
}
