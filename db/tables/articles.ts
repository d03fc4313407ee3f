import { sql, type SQLWrapper } from 'drizzle-orm';
import type { ArticlePriority } from '#lib/articles/content.ts';
import type { Kit } from '#db/engine/kit.sqlite.ts';
import type { Doc } from '#lib/body/doc.ts';
import type { Locale } from '#lib/locales.ts';
import type { buildLibraryTables } from './library.ts';
import type { buildStaffTables } from './staff.ts';

/**
 * A retracted article keeps its page, with a notice instead of the text. Only the newsroom shows the trash.
 */
export type ArticleStatus = 'draft' | 'published' | 'retracted' | 'trash';
export type ArticleKind = 'article' | 'live';
export const CORRECTION_KINDS = ['correction', 'clarification', 'update', 'retraction'] as const;
export type CorrectionKind = (typeof CORRECTION_KINDS)[number];
export const RANKING_KINDS = ['read', 'discussed'] as const;
export type RankingKind = (typeof RANKING_KINDS)[number];

/** A literal, not a parameter: SQLite uses a partial index only if the SQL text contains its condition. */
export const isOnFront = ({ priority }: { priority: SQLWrapper }) => sql`${priority} <> 'none'`;

type Others = ReturnType<typeof buildLibraryTables> & Pick<ReturnType<typeof buildStaffTables>, 'users'>;

function buildArticleTable(k: Kit, { sections, media, users }: Pick<Others, 'sections' | 'media' | 'users'>) {
  const articles = k.table(
    'articles',
    {
      id: k.text('id').primaryKey(),
      /** Short public number: part of the address and of `/n/{number}`, and row id in the search index. */
      number: k.int('number').notNull().unique(),
      kind: k.text('kind').$type<ArticleKind>().notNull().default('article'),
      locale: k.text('locale').$type<Locale>().notNull(),
      sectionId: k
        .text('section_id')
        .notNull()
        .references(() => sections.id),
      slug: k.text('slug').notNull(),
      /** The words above the headline; if empty, the section's name. */
      label: k.text('label').notNull().default(''),
      headline: k.text('headline').notNull(),
      standfirst: k.text('standfirst').notNull(),
      /** Dateline: «source – city». */
      source: k.text('source').notNull(),
      city: k.text('city').notNull(),
      /** ProseMirror JSON of the closed schema in `lib/body`. The next two columns are derived from it. */
      body: k.json('body').$type<Doc>().notNull(),
      bodyText: k.text('body_text').notNull(),
      wordCount: k.int('word_count').notNull(),
      status: k.text('status').$type<ArticleStatus>().notNull(),
      publishedAt: k.time('published_at'),
      /** The last change that a reader would notice; null if there was none since publication. */
      revisedAt: k.time('revised_at'),
      leadMediaId: k.text('lead_media_id').references(() => media.id),
      leadCaption: k.text('lead_caption').notNull(),
      /** Replaces the picture's own description in this article. */
      leadAlt: k.text('lead_alt').notNull().default(''),
      leadDecorative: k.bool('lead_decorative').notNull().default(false),
      /** Replaces the picture's own credit in this article. */
      leadCredit: k.text('lead_credit').notNull().default(''),
      /** How much of the front page the article may claim. */
      priority: k.text('priority').$type<ArticlePriority>().notNull().default('normal'),
      /** For search engines and link previews; if empty, headline, standfirst and lead picture. */
      seoTitle: k.text('seo_title').notNull().default(''),
      seoDescription: k.text('seo_description').notNull().default(''),
      socialMediaId: k.text('social_media_id').references(() => media.id),
      /** Where the text was first published, if that was another site. */
      canonicalUrl: k.text('canonical_url').notNull().default(''),
      commentsOpen: k.bool('comments_open').notNull(),
      /** The newsroom's question above the comments; empty for none. */
      commentsQuestion: k.text('comments_question').notNull().default(''),
      /** When comments close automatically; null for the newsroom's general rule. */
      commentsCloseAt: k.time('comments_close_at'),
      breakingUntil: k.time('breaking_until'),
      /** When a live coverage ended. */
      liveEndedAt: k.time('live_ended_at'),
      /** Who began it: authors see and edit their own articles. Null for imported articles. */
      ownerId: k.text('owner_id').references(() => users.id),
      /** Incremented by every act on this row. A command with another version is rejected. */
      version: k.int('version').notNull().default(1),
      createdAt: k.time('created_at').notNull(),
      /**
       * Time of the last act on this row: the order of the newsroom's list. An edit of a published article's
       * working copy does not change it, because that would make every page render again.
       */
      updatedAt: k.time('updated_at').notNull().default(k.epoch),
    },
    (t) => [
      k.index('articles_visible').on(t.locale, t.status, t.publishedAt),
      // For the front page: newest first without articles that are kept off it, however many of them follow
      // each other.
      k.index('articles_front').on(t.locale, t.status, t.publishedAt, t.number).where(isOnFront(t)),
      k
        .index('articles_front_section')
        .on(t.sectionId, t.locale, t.status, t.publishedAt, t.number)
        .where(isOnFront(t)),
      // For the time of the next automatic change of a page (db/front/next-change.ts): the next change of
      // each kind is the first row of its index.
      k.index('articles_breaking_end').on(t.status, t.breakingUntil),
      k.index('articles_publication').on(t.status, t.publishedAt),
      k.index('articles_lead_end').on(t.status, t.priority, t.publishedAt),
      k.index('articles_section').on(t.sectionId, t.locale, t.status, t.publishedAt),
      // All filter columns of the newsroom's list in its order, for all states and for one. No filter reads
      // the rows, where columns after the long texts are slow to reach.
      k
        .index('articles_list')
        .on(t.updatedAt, t.id, t.status, t.publishedAt, t.sectionId, t.locale, t.kind, t.ownerId, t.number),
      k
        .index('articles_desk')
        .on(t.status, t.updatedAt, t.id, t.publishedAt, t.sectionId, t.locale, t.kind, t.ownerId, t.number),
      // The same columns for a list that begins with the ids of a few articles.
      k
        .index('articles_facts')
        .on(t.id, t.status, t.updatedAt, t.publishedAt, t.sectionId, t.locale, t.kind, t.ownerId, t.number),
      k.index('articles_owner').on(t.ownerId, t.updatedAt),
      // To check whether a readable page shows a picture, before its file is served.
      k.index('articles_lead_media').on(t.leadMediaId),
      k.index('articles_social_media').on(t.socialMediaId),
      // For addresses of another site that end in the slug.
      k.index('articles_slug').on(t.slug),
      // Whether a hit of the search may be shown, without the row and its long texts.
      k.index('articles_found').on(t.number, t.status, t.locale, t.publishedAt),
    ],
  );

  return { articles };
}

/** Tags and bylines of articles. */
function buildArticleLinkTables(
  k: Kit,
  { articles, tags, authors }: ReturnType<typeof buildArticleTable> & Pick<Others, 'tags' | 'authors'>,
) {
  const articleTags = k.table(
    'article_tags',
    {
      articleId: k
        .text('article_id')
        .notNull()
        .references(() => articles.id, { onDelete: 'cascade' }),
      tagId: k
        .text('tag_id')
        .notNull()
        .references(() => tags.id, { onDelete: 'cascade' }),
      position: k.int('position').notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.articleId, t.tagId] }),
      k.index('article_tags_tag').on(t.tagId, t.articleId),
    ],
  );

  const articleAuthors = k.table(
    'article_authors',
    {
      articleId: k
        .text('article_id')
        .notNull()
        .references(() => articles.id, { onDelete: 'cascade' }),
      authorId: k
        .text('author_id')
        .notNull()
        .references(() => authors.id, { onDelete: 'cascade' }),
      position: k.int('position').notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.articleId, t.authorId] }),
      k.index('article_authors_author').on(t.authorId, t.articleId),
    ],
  );

  return { articleTags, articleAuthors };
}

function buildCorrectionTable(k: Kit, { articles }: ReturnType<typeof buildArticleTable>) {
  const corrections = k.table(
    'corrections',
    {
      id: k.text('id').primaryKey(),
      articleId: k
        .text('article_id')
        .notNull()
        .references(() => articles.id, { onDelete: 'cascade' }),
      kind: k.text('kind').$type<CorrectionKind>().notNull(),
      text: k.text('text').notNull(),
      publishedAt: k.time('published_at').notNull(),
    },
    (t) => [k.index('corrections_article').on(t.articleId, t.publishedAt)],
  );

  return { corrections };
}

function buildRankingTable(k: Kit, { articles }: ReturnType<typeof buildArticleTable>) {
  /** What is read and discussed most. The ticker writes it (db/articles/rankings.ts). */
  const rankings = k.table(
    'rankings',
    {
      kind: k.text('kind').$type<RankingKind>().notNull(),
      locale: k.text('locale').$type<Locale>().notNull(),
      position: k.int('position').notNull(),
      articleId: k
        .text('article_id')
        .notNull()
        .references(() => articles.id, { onDelete: 'cascade' }),
    },
    (t) => [k.primaryKey({ columns: [t.kind, t.locale, t.position] })],
  );

  return { rankings };
}

/**
 * The lists of readers: one row for each list that an article is in. `list` is the id of a section, tag or
 * author, or one of `LISTS`. Triggers write the rows of published articles, also before their time has come;
 * the view `article_listings` says which rows there must be. The key is the order of every list, so a page of
 * it is one range, whatever the size of the archive.
 */
function buildListingTables(k: Kit) {
  const listings = k.table(
    'listings',
    {
      list: k.text('list').notNull(),
      locale: k.text('locale').$type<Locale>().notNull(),
      /** When the article was published; in the list of corrections, when the note was. */
      publishedAt: k.time('published_at').notNull(),
      number: k.int('number').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.list, t.locale, t.publishedAt, t.number] })],
  );

  /** How many rows of a list fall into each span of `SPAN_MS`. Triggers of `listings` write it. */
  const listingCounts = k.table(
    'listing_counts',
    {
      list: k.text('list').notNull(),
      locale: k.text('locale').$type<Locale>().notNull(),
      span: k.int('span').notNull(),
      articles: k.int('articles').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.list, t.locale, t.span] })],
  );

  return { listings, listingCounts };
}

/** Articles with their tags, bylines, corrections and rankings, and the lists that they are in. */
export function buildArticleTables(k: Kit, others: Others) {
  const article = buildArticleTable(k, others);
  return {
    ...article,
    ...buildArticleLinkTables(k, { ...article, ...others }),
    ...buildCorrectionTable(k, article),
    ...buildRankingTable(k, article),
    ...buildListingTables(k),
  };
}
