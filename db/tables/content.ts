import { sql, type SQLWrapper } from 'drizzle-orm';
import type { ArticlePriority } from '#lib/articles/content.ts';
import type { Kit } from '#db/engine/kit.sqlite.ts';
import type { Doc } from '#lib/body/doc.ts';
import type { Locale } from '#lib/locales.ts';
import type { buildStaffTables } from './staff.ts';

/**
 * A retracted article keeps its page, with a notice instead of the text. Only the newsroom shows the trash.
 */
export type ArticleStatus = 'draft' | 'published' | 'retracted' | 'trash';
export type ArticleKind = 'article' | 'live';
export const CORRECTION_KINDS = ['correction', 'clarification', 'update', 'retraction'] as const;
export type CorrectionKind = (typeof CORRECTION_KINDS)[number];
export type MediaType = 'image' | 'document';
export type AuthorLink = { label: string; url: string };
export type CommentStatus = 'pending' | 'approved' | 'rejected' | 'spam' | 'trash' | 'withdrawn';
/** Why a comment was rejected. Each reason has a sentence for the writer in messages. */
export const REASON_CODES = [
  'offensive',
  'harassment',
  'hate',
  'misinformation',
  'accusation',
  'private',
  'illegal',
  'advertising',
  'irrelevant',
  'repeated',
  'other',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];
export const REPORT_REASONS = [
  'offensive',
  'hate',
  'private',
  'spam',
  'illegal',
  'factual',
  'other',
] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];
export type Role = 'admin' | 'editor' | 'author' | 'moderator';

/** A literal, not a parameter: SQLite uses a partial index only if the SQL text contains its condition. */
export const isOnFront = ({ priority }: { priority: SQLWrapper }) => sql`${priority} <> 'none'`;

/** Articles and what belongs to them, static pages, settings and the content version. */
export function buildContentTables(k: Kit, { users }: Pick<ReturnType<typeof buildStaffTables>, 'users'>) {
  const sections = k.table('sections', {
    id: k.text('id').primaryKey(),
    slug: k.text('slug').notNull().unique(),
    nameAr: k.text('name_ar').notNull(),
    nameEn: k.text('name_en').notNull(),
    descriptionAr: k.text('description_ar').notNull(),
    descriptionEn: k.text('description_en').notNull(),
    position: k.int('position').notNull(),
  });

  const tags = k.table('tags', {
    id: k.text('id').primaryKey(),
    slug: k.text('slug').notNull().unique(),
    name: k.text('name').notNull(),
  });

  const media = k.table(
    'media',
    {
      id: k.text('id').primaryKey(),
      /**
       * First 16 hex digits of the source's SHA-256. File names begin with it, so the content of a file name
       * never changes.
       */
      hash: k.text('hash').notNull().unique(),
      type: k.text('type').$type<MediaType>().notNull().default('image'),
      /** Type of the stored source: `image/jpeg`, `application/pdf` … */
      mime: k.text('mime').notNull().default('image/png'),
      bytes: k.int('bytes').notNull().default(0),
      /** Original file name; shown and searched, never used as a path. */
      fileName: k.text('file_name').notNull().default(''),
      /** Pixels; 0 for a document. */
      width: k.int('width').notNull(),
      height: k.int('height').notNull(),
      alt: k.text('alt').notNull(),
      credit: k.text('credit').notNull(),
      caption: k.text('caption').notNull().default(''),
      license: k.text('license').notNull().default(''),
      sourceUrl: k.text('source_url').notNull().default(''),
      /** All texts above, folded: the library search uses it. Empty in rows older than the library. */
      searchText: k.text('search_text').notNull().default(''),
      /** The point that crops keep in the middle, in thousandths of width and height from the top left. */
      focalX: k.int('focal_x').notNull().default(500),
      focalY: k.int('focal_y').notNull().default(500),
      userId: k.text('user_id').references(() => users.id),
      createdAt: k.time('created_at').notNull(),
    },
    (t) => [k.index('media_time').on(t.createdAt)],
  );

  const authors = k.table('authors', {
    id: k.text('id').primaryKey(),
    slug: k.text('slug').notNull().unique(),
    nameAr: k.text('name_ar').notNull(),
    nameEn: k.text('name_en').notNull(),
    bioAr: k.text('bio_ar').notNull(),
    bioEn: k.text('bio_en').notNull(),
    /** Job title on the page: «مراسلة في الجنوب». */
    titleAr: k.text('title_ar').notNull().default(''),
    titleEn: k.text('title_en').notNull().default(''),
    mediaId: k.text('media_id').references(() => media.id),
    links: k.json('links').$type<AuthorLink[]>().notNull().default([]),
    /** The member of staff with this byline. */
    userId: k.text('user_id').references(() => users.id),
  });

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
      k.index('articles_comments_end').on(t.status, t.commentsOpen, t.commentsCloseAt, t.publishedAt),
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
      k.index('articles_owner').on(t.ownerId, t.updatedAt),
      // To check whether a readable page shows a picture, before its file is served.
      k.index('articles_lead_media').on(t.leadMediaId),
      k.index('articles_social_media').on(t.socialMediaId),
    ],
  );

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

  const pages = k.table(
    'pages',
    {
      slug: k.text('slug').notNull(),
      locale: k.text('locale').$type<Locale>().notNull(),
      title: k.text('title').notNull(),
      body: k.json('body').$type<Doc>().notNull(),
      revisedAt: k.time('revised_at').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.slug, t.locale] })],
  );

  const settings = k.table('settings', {
    key: k.text('key').primaryKey(),
    value: k.json('value').notNull(),
  });

  /**
   * One row. Database triggers increment `version` whenever something changes that a reader can see
   * (docs/decisions/003).
   */
  const contentVersion = k.table('content_version', {
    id: k.int('id').primaryKey(),
    version: k.int('version').notNull(),
    /** Incremented when a change may move the next due time. */
    due: k.int('due').notNull().default(0),
  });

  return {
    sections,
    tags,
    authors,
    media,
    articles,
    articleTags,
    articleAuthors,
    corrections,
    pages,
    settings,
    contentVersion,
  };
}
