import { and, asc, count, desc, eq, gt, lt, or, sql } from 'drizzle-orm';
import type { Locale } from '#lib/locales.ts';
import { cardFields, isReadable, isVisible, selectCards, type ArticleCard } from './cards.ts';
import { db, given, prepared } from '#db/engine/client.ts';
import {
  articleAuthors,
  articles,
  articleTags,
  authors,
  corrections,
  media,
  sections,
  tags,
  type Correction,
  type Media,
} from '#db/tables/tables.ts';

const articleByNumber = prepared(() =>
  db()
    .select({ article: articles, section: sections, image: media })
    .from(articles)
    .innerJoin(sections, eq(articles.sectionId, sections.id))
    .leftJoin(media, eq(articles.leadMediaId, media.id))
    .where(
      and(eq(articles.number, sql.placeholder('number')), isReadable(given('now', articles.publishedAt))),
    )
    .prepare(),
);
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
  const [tagRows, authorRows, correctionRows, socialImage] = await Promise.all([
    tagsOf().execute({ id }),
    authorsOf().execute({ id }),
    listCorrectionsOf(id),
    getSocialImage(row.article.socialMediaId),
  ]);
  return {
    ...row.article,
    publishedAt: row.article.publishedAt,
    section: row.section,
    sectionSlug: row.section.slug,
    image: row.image,
    socialImage,
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

/** The next article of the section in one direction, in the order of all lists: by time, then by number. */
function besides(compare: typeof lt, order: typeof asc) {
  const at = given('at', articles.publishedAt);
  const number = sql.placeholder('number');
  const beyond = or(
    compare(articles.publishedAt, at),
    and(eq(articles.publishedAt, at), compare(articles.number, number)),
  );
  return selectCards()
    .where(
      and(
        isVisible(given('now', articles.publishedAt)),
        eq(articles.locale, sql.placeholder('locale')),
        eq(articles.sectionId, sql.placeholder('sectionId')),
        beyond,
      ),
    )
    .orderBy(order(articles.publishedAt), order(articles.number))
    .limit(1)
    .prepare();
}
const before = prepared(() => besides(lt, desc));
const after = prepared(() => besides(gt, asc));

/** The articles published just before and just after this one in its section. */
export async function getNeighbours(
  article: ArticlePage,
  now: Date,
): Promise<{ previous?: ArticleCard; next?: ArticleCard }> {
  const { publishedAt: at, number, locale, sectionId } = article;
  const values = { at, number, locale, sectionId, now };
  const [[previous], [next]] = await Promise.all([before().execute(values), after().execute(values)]);
  return { ...(previous && { previous }), ...(next && { next }) };
}

/**
 * One page (`page` counts from 1) of all notes, including retractions, newest first, each with its article.
 */
export async function listCorrections(locale: Locale, now: Date, page: number, perPage: number) {
  // SQLite keeps the order of a cross join: it reads the notes first, then their articles, not all articles.
  const where = and(eq(corrections.articleId, articles.id), isReadable(now), eq(articles.locale, locale));
  const [items, [total]] = await Promise.all([
    db()
      .select({
        ...cardFields,
        correctionId: corrections.id,
        kind: corrections.kind,
        text: corrections.text,
        correctedAt: corrections.publishedAt,
      })
      .from(corrections)
      .crossJoin(articles)
      .innerJoin(sections, eq(articles.sectionId, sections.id))
      .leftJoin(media, eq(articles.leadMediaId, media.id))
      .where(where)
      .orderBy(desc(corrections.publishedAt), desc(corrections.id))
      .limit(perPage)
      .offset((page - 1) * perPage),
    db().select({ count: count() }).from(corrections).crossJoin(articles).where(where),
  ]);
  return { items, pages: Math.max(1, Math.ceil(total!.count / perPage)) };
}
