import { and, asc, desc, eq, lte, sql, type SQL } from 'drizzle-orm';
import type { Locale } from '#lib/locales.ts';
import { cardFields, isReadable, selectCards, type ArticleCard } from './cards.ts';
import { CORRECTIONS, countListed, listedNumbers, skipSpans } from './listings.ts';
import { db, given, prepared } from '#db/engine/client.ts';
import { engine } from '#db/engine/engine.ts';
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
  type Correction,
  type Media,
} from '#db/tables/tables.ts';

const articleByNumber = prepared(() => {
  const social = engine.alias(media, 'social');
  return db()
    .select({ article: articles, section: sections, image: media, socialImage: social })
    .from(articles)
    .innerJoin(sections, eq(articles.sectionId, sections.id))
    .leftJoin(media, eq(articles.leadMediaId, media.id))
    .leftJoin(social, eq(articles.socialMediaId, social.id))
    .where(
      and(eq(articles.number, sql.placeholder('number')), isReadable(given('now', articles.publishedAt))),
    )
    .prepare();
});
const tagsOf = prepared(() =>
  db()
    .select({ id: tags.id, slug: tags.slug, name: tags.name })
    .from(articleTags)
    .innerJoin(tags, eq(articleTags.tagId, tags.id))
    .where(eq(articleTags.articleId, sql.placeholder('id')))
    .orderBy(asc(articleTags.position))
    .prepare(),
);
const authorsOf = prepared(() =>
  db()
    .select({ slug: authors.slug, nameAr: authors.nameAr, nameEn: authors.nameEn })
    .from(articleAuthors)
    .innerJoin(authors, eq(articleAuthors.authorId, authors.id))
    .where(eq(articleAuthors.articleId, sql.placeholder('id')))
    .orderBy(asc(articleAuthors.position))
    .prepare(),
);
const correctionsOf = prepared(() =>
  db()
    .select()
    .from(corrections)
    .where(eq(corrections.articleId, sql.placeholder('id')))
    .orderBy(asc(corrections.publishedAt))
    .prepare(),
);

/** The notes on an article, oldest first. */
export const listCorrectionsOf = (id: string): Promise<Correction[]> => correctionsOf().execute({ id });

/** The separate picture for link previews; most articles have none. */
export async function getSocialImage(mediaId: string | null): Promise<Media | null> {
  if (!mediaId) return null;
  const [row] = await db().select().from(media).where(eq(media.id, mediaId));
  return row ?? null;
}

/**
 * One article with everything that its page shows, also if it is retracted; undefined if it does not exist or
 * is not published yet.
 */
export async function getArticle(number: number, now: Date) {
  const [row] = await articleByNumber().execute({ number, now });
  if (!row?.article.publishedAt) return undefined;
  const { id } = row.article;
  const [tagRows, authorRows, correctionRows] = await Promise.all([
    tagsOf().execute({ id }),
    authorsOf().execute({ id }),
    listCorrectionsOf(id),
  ]);
  return {
    ...row.article,
    publishedAt: row.article.publishedAt,
    section: row.section,
    sectionSlug: row.section.slug,
    image: row.image,
    socialImage: row.socialImage,
    tags: tagRows,
    authors: authorRows,
    corrections: correctionRows,
  };
}

export type ArticlePage = NonNullable<Awaited<ReturnType<typeof getArticle>>>;

/** The parts of an article's address; undefined if it does not exist or is not published yet. */
export async function getArticleAddress(number: number, now: Date) {
  const [row] = await db()
    .select({
      locale: articles.locale,
      sectionSlug: sections.slug,
      number: articles.number,
      slug: articles.slug,
    })
    .from(articles)
    .innerJoin(sections, eq(articles.sectionId, sections.id))
    .where(and(eq(articles.number, number), isReadable(now)));
  return row;
}

type Way = { compare: SQL; order: typeof asc };
const BEFORE: Way = { compare: sql`<`, order: desc };
const AFTER: Way = { compare: sql`>`, order: asc };

/** The next article of the section in one direction, in the order of all lists: by time, then by number. */
function beside({ compare, order }: Way) {
  const { list, locale, publishedAt, number } = listings;
  const at = given('at', publishedAt);
  const now = given('now', publishedAt);
  return db()
    .select({ number })
    .from(listings)
    .where(
      and(
        eq(list, sql.placeholder('sectionId')),
        eq(locale, sql.placeholder('locale')),
        sql`(${publishedAt}, ${number}) ${compare} (${at}, ${sql.placeholder('number')})`,
        // With `now` alone SQLite would begin an article of last year at the present.
        compare === BEFORE.compare
          ? lte(publishedAt, sql`case when ${at} < ${now} then ${at} else ${now} end`)
          : lte(publishedAt, now),
      ),
    )
    .orderBy(order(publishedAt), order(number))
    .limit(1);
}
const besides = prepared(() =>
  selectCards()
    .where(sql`${articles.number} in (select (${beside(BEFORE)}) union all select (${beside(AFTER)}))`)
    .prepare(),
);

/** The articles published just before and just after this one in its section. */
export async function getNeighbours(
  { publishedAt: at, number, locale, sectionId }: ArticlePage,
  now: Date,
): Promise<{ previous?: ArticleCard; next?: ArticleCard }> {
  const cards = await besides().execute({ at, number, locale, sectionId, now });
  const isLater = (card: ArticleCard) => card.publishedAt.getTime() - at.getTime() || card.number - number;
  const previous = cards.find((card) => isLater(card) < 0);
  const next = cards.find((card) => isLater(card) > 0);
  return { ...(previous && { previous }), ...(next && { next }) };
}

const notesOf = prepared(() => {
  const listed = listedNumbers();
  return (
    db()
      .select({
        ...cardFields,
        correctionId: corrections.id,
        kind: corrections.kind,
        text: corrections.text,
        correctedAt: corrections.publishedAt,
      })
      .from(listed)
      // SQLite keeps the order of a cross join: the page of the list, its articles, then their notes.
      .crossJoin(articles)
      .crossJoin(corrections)
      .innerJoin(sections, eq(articles.sectionId, sections.id))
      .leftJoin(media, eq(articles.leadMediaId, media.id))
      .where(
        and(
          eq(articles.number, listed.number),
          isReadable(given('now', articles.publishedAt)),
          eq(corrections.articleId, articles.id),
          eq(corrections.publishedAt, listed.publishedAt),
        ),
      )
      .orderBy(desc(listed.publishedAt), desc(listed.number), desc(corrections.id))
      .prepare()
  );
});

/**
 * One page (`page` counts from 1) of all notes, including retractions, newest first, each with its article.
 */
export async function listCorrections(locale: Locale, now: Date, page: number, perPage: number) {
  const listed = { list: CORRECTIONS, locale, now };
  const [start, total] = await Promise.all([skipSpans(listed, (page - 1) * perPage), countListed(listed)]);
  const items = await notesOf().execute({ ...start, limit: perPage });
  return { items, pages: Math.max(1, Math.ceil(total / perPage)) };
}
