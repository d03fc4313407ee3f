import { and, asc, desc, eq, gt, inArray } from 'drizzle-orm';
import type { Locale } from '#lib/locales.ts';
import { cardFields, isVisible } from './cards.ts';
import { db } from '#db/engine/client.ts';
import {
  articleAuthors,
  articles,
  articleTags,
  authors,
  corrections,
  media,
  sections,
  tags,
} from '#db/tables/tables.ts';

/** How long a feed lists a retracted article. Feed readers keep their copy of the text until they see it. */
const RETRACTION_TOLD_MS = 14 * 86_400_000;

const selectItems = () =>
  db()
    .select({
      ...cardFields,
      status: articles.status,
      source: articles.source,
      body: articles.body,
      bodyText: articles.bodyText,
      revisedAt: articles.revisedAt,
      leadAlt: articles.leadAlt,
      leadCredit: articles.leadCredit,
      leadDecorative: articles.leadDecorative,
      image: { ...cardFields.image, credit: media.credit },
    })
    .from(articles)
    .innerJoin(sections, eq(articles.sectionId, sections.id))
    .leftJoin(media, eq(articles.leadMediaId, media.id));

export type FeedFilter = { sectionId?: string; tagId?: string; authorId?: string };

const inFeed = ({ sectionId, tagId, authorId }: FeedFilter) => {
  if (sectionId) return eq(articles.sectionId, sectionId);
  if (tagId)
    return inArray(
      articles.id,
      db().select({ id: articleTags.articleId }).from(articleTags).where(eq(articleTags.tagId, tagId)),
    );
  return authorId
    ? inArray(
        articles.id,
        db()
          .select({ id: articleAuthors.articleId })
          .from(articleAuthors)
          .where(eq(articleAuthors.authorId, authorId)),
      )
    : undefined;
};

/**
 * The newest visible articles of an edition, or of one section, tag or author in it, with full text, bylines,
 * tags and notes. Recently retracted articles come first; the feed shows only their notice.
 */
export async function listForFeed({
  locale,
  now,
  limit,
  ...of
}: FeedFilter & { locale: Locale; now: Date; limit: number }) {
  const mine = and(eq(articles.locale, locale), inFeed(of));
  const told = and(
    eq(articles.status, 'retracted'),
    gt(articles.revisedAt, new Date(now.getTime() - RETRACTION_TOLD_MS)),
  );
  const [retracted, visible] = await Promise.all([
    selectItems().where(and(told, mine)).orderBy(desc(articles.revisedAt)).limit(limit),
    selectItems()
      .where(and(isVisible(now), mine))
      .orderBy(desc(articles.publishedAt), desc(articles.number))
      .limit(limit),
  ]);
  const rows = [...retracted, ...visible].slice(0, limit);
  const ids = rows.map((row) => row.id);
  const [authorRows, tagRows, correctionRows] = await Promise.all([
    db()
      .select({ articleId: articleAuthors.articleId, nameAr: authors.nameAr, nameEn: authors.nameEn })
      .from(articleAuthors)
      .innerJoin(authors, eq(articleAuthors.authorId, authors.id))
      .where(inArray(articleAuthors.articleId, ids))
      .orderBy(asc(articleAuthors.position)),
    db()
      .select({ articleId: articleTags.articleId, name: tags.name })
      .from(articleTags)
      .innerJoin(tags, eq(articleTags.tagId, tags.id))
      .where(inArray(articleTags.articleId, ids))
      .orderBy(asc(articleTags.position)),
    db()
      .select()
      .from(corrections)
      .where(inArray(corrections.articleId, ids))
      .orderBy(asc(corrections.publishedAt)),
  ]);
  return rows.map((row) => ({
    ...row,
    authors: authorRows.filter(({ articleId }) => articleId === row.id),
    tags: tagRows.filter(({ articleId }) => articleId === row.id),
    corrections: correctionRows.filter(({ articleId }) => articleId === row.id),
  }));
}
