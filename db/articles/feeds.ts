import { and, asc, desc, eq, exists, gt, inArray, sql } from 'drizzle-orm';
import type { Locale } from '#lib/locales.ts';
import { keepUntil } from '#lib/page-request.ts';
import { cardFields, toListed } from './cards.ts';
import { CORRECTIONS, listedNumbers, withBounds } from './listings.ts';
import { db, prepared } from '#db/engine/client.ts';
import {
  articleAuthors,
  articles,
  articleTags,
  authors,
  corrections,
  listings,
  media,
  sections,
  tags,
} from '#db/tables/tables.ts';

/** How long a feed lists a retracted article. Feed readers keep their copy of the text until they see it. */
const RETRACTION_TOLD_MS = 14 * 86_400_000;

const itemFields = {
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
};

export type FeedFilter = { sectionId?: string; tagId?: string; authorId?: string };

const visibleItems = prepared(() => {
  const listed = listedNumbers();
  return (
    db()
      .select(itemFields)
      .from(listed)
      // SQLite keeps the order of a cross join: here and below it reads the short list first.
      .crossJoin(articles)
      .innerJoin(sections, eq(articles.sectionId, sections.id))
      .leftJoin(media, eq(articles.leadMediaId, media.id))
      .where(eq(articles.number, listed.number))
      .orderBy(desc(listed.publishedAt), desc(listed.number))
      .prepare()
  );
});

const inFeed = ({ sectionId, tagId, authorId }: FeedFilter) => {
  if (sectionId) return eq(articles.sectionId, sectionId);
  const linked = tagId
    ? db()
        .select({ one: sql`1` })
        .from(articleTags)
        .where(and(eq(articleTags.articleId, articles.id), eq(articleTags.tagId, tagId)))
    : authorId &&
      db()
        .select({ one: sql`1` })
        .from(articleAuthors)
        .where(and(eq(articleAuthors.articleId, articles.id), eq(articleAuthors.authorId, authorId)));
  return linked ? exists(linked) : undefined;
};

/** The articles whose retraction was told lately, by the notes of that time. */
async function listRetracted(
  of: FeedFilter,
  { locale, now, limit }: { locale: Locale; now: Date; limit: number },
) {
  const rows = await db()
    .select({ ...itemFields, toldAt: listings.publishedAt })
    .from(listings)
    .crossJoin(articles)
    .innerJoin(sections, eq(articles.sectionId, sections.id))
    .leftJoin(media, eq(articles.leadMediaId, media.id))
    .where(
      and(
        eq(listings.list, CORRECTIONS),
        eq(listings.locale, locale),
        gt(listings.publishedAt, sql`${now.getTime()} - ${sql.raw(String(RETRACTION_TOLD_MS))}`),
        eq(articles.number, listings.number),
        eq(articles.status, 'retracted'),
        inFeed(of),
      ),
    )
    .orderBy(desc(listings.publishedAt))
    .limit(limit);
  // An article with several notes is listed by its last one.
  const told = rows.filter(({ id }, n) => n === rows.findIndex((row) => row.id === id));
  const first = told.at(-1);
  if (first) keepUntil(new Date(first.toldAt.getTime() + RETRACTION_TOLD_MS));
  return told;
}

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
  const edition = { locale, now, limit };
  const [retracted, visible] = await Promise.all([
    listRetracted(of, edition),
    visibleItems().execute({ ...withBounds(toListed(of, edition)), limit, offset: 0 }),
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
