import { isDeepStrictEqual } from 'node:util';
import { asc, eq, inArray } from 'drizzle-orm';
import { countWords } from '#lib/arabic/words.ts';
import type { ArticleContent } from '#lib/articles/content.ts';
import { docMediaIds, docText } from '#lib/body/doc-text.ts';
import { changedFields } from '#lib/articles/changes.ts';
import { db, type Runner, type Transaction } from '#db/engine/client.ts';
import { setMediaUsages } from '#db/media/usages.ts';
import { indexArticle } from './search-index.ts';
import { articleAuthors, articleTags, authors, tags, type Article, type Tag } from '#db/tables/tables.ts';
import { ensureTags } from '#db/paper/tags.ts';

const toDate = (moment: string | null) => (moment === null ? null : new Date(moment));

/** The article columns for a content: all except its slug and the columns that acts set. */
export function contentColumns(content: ArticleContent) {
  const bodyText = docText(content.body);
  return {
    locale: content.locale,
    kind: content.kind,
    sectionId: content.sectionId,
    label: content.label,
    headline: content.headline,
    standfirst: content.standfirst,
    source: content.source,
    city: content.city,
    body: content.body,
    bodyText,
    wordCount: countWords(bodyText),
    leadMediaId: content.lead.mediaId,
    leadCaption: content.lead.caption,
    leadAlt: content.lead.alt,
    leadDecorative: content.lead.decorative,
    leadCredit: content.lead.credit,
    priority: content.priority,
    seoTitle: content.seoTitle,
    seoDescription: content.seoDescription,
    socialMediaId: content.socialMediaId,
    canonicalUrl: content.canonicalUrl,
    commentsOpen: content.commentsOpen,
    commentsQuestion: content.commentsQuestion,
    commentsCloseAt: toDate(content.commentsCloseAt),
    breakingUntil: toDate(content.breakingUntil),
  };
}

/** The published content of an article, in the form that editors edit. */
export const getPublishedContent = (article: Article): Promise<ArticleContent> => readContent(db(), article);

/** Builds a content from an article's rows. */
export async function readContent(runner: Runner, article: Article): Promise<ArticleContent> {
  const tagRows = await runner
    .select({ name: tags.name })
    .from(articleTags)
    .innerJoin(tags, eq(articleTags.tagId, tags.id))
    .where(eq(articleTags.articleId, article.id))
    .orderBy(asc(articleTags.position));
  const authorRows = await runner
    .select({ id: articleAuthors.authorId })
    .from(articleAuthors)
    .where(eq(articleAuthors.articleId, article.id))
    .orderBy(asc(articleAuthors.position));
  const {
    leadMediaId: mediaId,
    leadCaption: caption,
    leadCredit: credit,
    leadAlt: alt,
    leadDecorative: decorative,
  } = article;
  return {
    locale: article.locale,
    kind: article.kind,
    sectionId: article.sectionId,
    label: article.label,
    headline: article.headline,
    standfirst: article.standfirst,
    source: article.source,
    city: article.city,
    body: article.body,
    authorIds: authorRows.map(({ id }) => id),
    tags: tagRows.map(({ name }) => name),
    lead: { mediaId, caption, credit, alt, decorative },
    priority: article.priority,
    slug: article.slug,
    seoTitle: article.seoTitle,
    seoDescription: article.seoDescription,
    socialMediaId: article.socialMediaId,
    canonicalUrl: article.canonicalUrl,
    commentsOpen: article.commentsOpen,
    commentsQuestion: article.commentsQuestion,
    commentsCloseAt: article.commentsCloseAt?.toISOString() ?? null,
    breakingUntil: article.breakingUntil?.toISOString() ?? null,
  };
}

/** All media that a content uses; the lead and social ids may be null. */
export const contentMediaIds = (content: ArticleContent) => [
  ...docMediaIds(content.body),
  content.lead.mediaId,
  content.socialMediaId,
];

/** Sets an article's tags. A draft is saved every few seconds, so it writes nothing if they are unchanged. */
async function linkTags(tx: Transaction, articleId: string, tagIds: string[]) {
  const rows = await tx
    .select({ id: articleTags.tagId })
    .from(articleTags)
    .where(eq(articleTags.articleId, articleId))
    .orderBy(asc(articleTags.position));
  if (
    isDeepStrictEqual(
      rows.map(({ id }) => id),
      tagIds,
    )
  )
    return;
  await tx.delete(articleTags).where(eq(articleTags.articleId, articleId));
  if (tagIds.length > 0)
    await tx.insert(articleTags).values(tagIds.map((tagId, position) => ({ articleId, tagId, position })));
}

/** The bylines that still exist: an old version may name one that was removed. */
async function keepAuthors(tx: Transaction, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx.select({ id: authors.id }).from(authors).where(inArray(authors.id, ids));
  return [...new Set(ids)].filter((id) => rows.some((row) => row.id === id));
}

async function linkAuthors(tx: Transaction, articleId: string, authorIds: string[]) {
  const rows = await tx
    .select({ id: articleAuthors.authorId })
    .from(articleAuthors)
    .where(eq(articleAuthors.articleId, articleId))
    .orderBy(asc(articleAuthors.position));
  if (
    isDeepStrictEqual(
      rows.map(({ id }) => id),
      authorIds,
    )
  )
    return;
  await tx.delete(articleAuthors).where(eq(articleAuthors.articleId, articleId));
  if (authorIds.length > 0)
    await tx
      .insert(articleAuthors)
      .values(authorIds.map((authorId, position) => ({ articleId, authorId, position })));
}

/** Writes the tags and bylines of an article. Returns the bylines that exist. */
export async function writeLinks(
  tx: Transaction,
  articleId: string,
  { authorIds }: Pick<ArticleContent, 'authorIds'>,
  tagRows: Tag[],
): Promise<string[]> {
  const kept = await keepAuthors(tx, authorIds);
  await linkTags(
    tx,
    articleId,
    tagRows.map(({ id }) => id),
  );
  await linkAuthors(tx, articleId, kept);
  return kept;
}

/**
 * Writes what belongs to an article besides its row: tags, bylines, search index, picture usages. Returns the
 * tags and bylines as stored.
 */
export async function writeArticleParts(
  tx: Transaction,
  { id, number }: Pick<Article, 'id' | 'number'>,
  content: ArticleContent,
): Promise<Pick<ArticleContent, 'tags' | 'authorIds'>> {
  const tagRows = await ensureTags(tx, content.tags);
  const authorIds = await writeLinks(tx, id, content, tagRows);
  const names = tagRows.map((tag) => tag.name);
  await indexArticle(tx, {
    number,
    headline: content.headline,
    text: `${content.standfirst}\n${docText(content.body)}`,
    tags: names,
  });
  await setMediaUsages(tx, 'article', id, contentMediaIds(content));
  return { tags: names, authorIds };
}

/** A field's value for the audit log. A body is logged as its word count, because revisions keep its text. */
const logged = (content: ArticleContent, key: keyof ArticleContent) =>
  key === 'body' ? { words: countWords(docText(content.body)) } : content[key];

/** The changed fields of two contents, in the form of an audit row. */
export function contentDifference(before: ArticleContent, after: ArticleContent) {
  const keys = changedFields(before, after);
  const pick = (content: ArticleContent) =>
    Object.fromEntries(keys.map((key) => [key, logged(content, key)]));
  return { before: pick(before), after: pick(after) };
}
