import { and, asc, desc, eq, gt, lt, or } from 'drizzle-orm';
import { cardFields, isVisible, selectCards, type ArticleCard } from './article-cards.ts';
import { db } from './client.ts';
import { articleAuthors, articles, articleTags, authors, corrections, media, sections, tags } from './tables.ts';

/** One visible article with all that its page shows; undefined when there is none (or not yet). */
export async function getArticle(number: number, now: Date) {
  const [row] = await db()
    .select({ article: articles, section: sections, image: media })
    .from(articles)
    .innerJoin(sections, eq(articles.sectionId, sections.id))
    .leftJoin(media, eq(articles.leadMediaId, media.id))
    .where(and(eq(articles.number, number), isVisible(now)));
  if (!row?.article.publishedAt) return undefined;
  const id = row.article.id;
  const [tagRows, authorRows, correctionRows] = await Promise.all([
    db().select({ id: tags.id, slug: tags.slug, name: tags.name }).from(articleTags)
      .innerJoin(tags, eq(articleTags.tagId, tags.id))
      .where(eq(articleTags.articleId, id)).orderBy(asc(articleTags.position)),
    db().select({ slug: authors.slug, nameAr: authors.nameAr, nameEn: authors.nameEn }).from(articleAuthors)
      .innerJoin(authors, eq(articleAuthors.authorId, authors.id))
      .where(eq(articleAuthors.articleId, id)).orderBy(asc(articleAuthors.position)),
    db().select().from(corrections).where(eq(corrections.articleId, id)).orderBy(asc(corrections.publishedAt)),
  ]);
  return {
    ...row.article,
    publishedAt: row.article.publishedAt,
    section: row.section,
    sectionSlug: row.section.slug,
    image: row.image,
    tags: tagRows,
    authors: authorRows,
    corrections: correctionRows,
  };
}

export type ArticlePage = NonNullable<Awaited<ReturnType<typeof getArticle>>>;

/** Where a visible article is read; undefined when there is none (or not yet). */
export async function getArticleAddress(number: number, now: Date) {
  const [row] = await db()
    .select({ locale: articles.locale, sectionSlug: sections.slug, number: articles.number, slug: articles.slug })
    .from(articles)
    .innerJoin(sections, eq(articles.sectionId, sections.id))
    .where(and(eq(articles.number, number), isVisible(now)));
  return row;
}

/** The articles published just before and just after this one in its section. */
export async function getNeighbours(article: ArticlePage, now: Date): Promise<{ previous?: ArticleCard; next?: ArticleCard }> {
  const beside = and(isVisible(now), eq(articles.locale, article.locale), eq(articles.sectionId, article.sectionId));
  // The order of every list: by time, and by number where two have the same.
  const sameTime = eq(articles.publishedAt, article.publishedAt);
  const before = or(lt(articles.publishedAt, article.publishedAt), and(sameTime, lt(articles.number, article.number)));
  const after = or(gt(articles.publishedAt, article.publishedAt), and(sameTime, gt(articles.number, article.number)));
  const [[previous], [next]] = await Promise.all([
    selectCards().where(and(beside, before)).orderBy(desc(articles.publishedAt), desc(articles.number)).limit(1),
    selectCards().where(and(beside, after)).orderBy(asc(articles.publishedAt), asc(articles.number)).limit(1),
  ]);
  return { ...(previous && { previous }), ...(next && { next }) };
}

/** Corrections of visible articles, newest first, each with its article. */
export const listCorrections = (locale: 'ar' | 'en', now: Date, limit: number) =>
  db()
    .select({ ...cardFields, correctionId: corrections.id, kind: corrections.kind, text: corrections.text, correctedAt: corrections.publishedAt })
    .from(corrections)
    .innerJoin(articles, eq(corrections.articleId, articles.id))
    .innerJoin(sections, eq(articles.sectionId, sections.id))
    .leftJoin(media, eq(articles.leadMediaId, media.id))
    .where(and(isVisible(now), eq(articles.locale, locale)))
    .orderBy(desc(corrections.publishedAt))
    .limit(limit);

/** The newest article whose breaking line has not ended. */
export async function getBreaking(locale: 'ar' | 'en', now: Date): Promise<ArticleCard | undefined> {
  const [card] = await selectCards()
    .where(and(isVisible(now), eq(articles.locale, locale), gt(articles.breakingUntil, now)))
    .orderBy(desc(articles.publishedAt))
    .limit(1);
  return card;
}
