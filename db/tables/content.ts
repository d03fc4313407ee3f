import { sql, type SQLWrapper } from 'drizzle-orm';
import type { ArticlePriority } from '#lib/articles/content.ts';
import type { Kit } from '#db/engine/kit.sqlite.ts';
import type { Doc } from '#lib/body/doc.ts';
import type { Locale } from '#lib/locales.ts';
import type { buildStaffTables } from './staff.ts';

/**
 * A retracted article keeps its page, with a notice in place of the text; one in the trash is nowhere but in
 * the newsroom.
 */
export type ArticleStatus = 'draft' | 'published' | 'retracted' | 'trash';
export type ArticleKind = 'article' | 'live';
export const CORRECTION_KINDS = ['correction', 'clarification', 'update', 'retraction'] as const;
export type CorrectionKind = (typeof CORRECTION_KINDS)[number];
export type MediaType = 'image' | 'document';
export type AuthorLink = { label: string; url: string };
export type CommentStatus = 'pending' | 'approved' | 'rejected' | 'spam' | 'trash' | 'withdrawn';
/** Why a comment was refused; each has its sentence for the writer in messages. */
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

/**
 * A literal, not a parameter: SQLite uses a partial index only for a condition that it can read in the query
 * itself.
 */
export const isOnFront = ({ priority }: { priority: SQLWrapper }) => sql`${priority} <> 'none'`;

/** What the newsroom makes: articles and all that hangs on them. */
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
       * First 16 hex digits of the source's SHA-256; file names begin with it, so a file never changes under
       * its name.
       */
      hash: k.text('hash').notNull().unique(),
      type: k.text('type').$type<MediaType>().notNull().default('image'),
      /** Of the stored source: `image/jpeg`, `application/pdf` … */
      mime: k.text('mime').notNull().default('image/png'),
      bytes: k.int('bytes').notNull().default(0),
      /** As it was called where it came from; shown and searched, never used as a path. */
      fileName: k.text('file_name').notNull().default(''),
      /** Pixels; 0 for a document. */
      width: k.int('width').notNull(),
      height: k.int('height').notNull(),
      alt: k.text('alt').notNull(),
      credit: k.text('credit').notNull(),
      caption: k.text('caption').notNull().default(''),
      license: k.text('license').notNull().default(''),
      sourceUrl: k.text('source_url').notNull().default(''),
      /**
       * All words above, folded: what the library is searched in. Empty in a row from before there was a
       * library.
       */
      searchText: k.text('search_text').notNull().default(''),
      /** What crops keep in the middle, in thousandths of width and height from the top left. */
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
    /** Role as the page shows it: «مراسلة في الجنوب». */
    titleAr: k.text('title_ar').notNull().default(''),
    titleEn: k.text('title_en').notNull().default(''),
    mediaId: k.text('media_id').references(() => media.id),
    links: k.json('links').$type<AuthorLink[]>().notNull().default([]),
    /** The member of staff who signs with this byline. */
    userId: k.text('user_id').references(() => users.id),
  });

  const articles = k.table(
    'articles',
    {
      id: k.text('id').primaryKey(),
      /** The small public number: in the address, on `/n/{number}`, and the row id of the search index. */
      number: k.int('number').notNull().unique(),
      kind: k.text('kind').$type<ArticleKind>().notNull().default('article'),
      locale: k.text('locale').$type<Locale>().notNull(),
      sectionId: k
        .text('section_id')
        .notNull()
        .references(() => sections.id),
      slug: k.text('slug').notNull(),
      /** The words over the headline; empty for the section's name. */
      label: k.text('label').notNull().default(''),
      headline: k.text('headline').notNull(),
      standfirst: k.text('standfirst').notNull(),
      /** Dateline: «source – city». */
      source: k.text('source').notNull(),
      city: k.text('city').notNull(),
      /** The truth: ProseMirror JSON of the closed schema in `lib/body`. The next two are derived from it. */
      body: k.json('body').$type<Doc>().notNull(),
      bodyText: k.text('body_text').notNull(),
      wordCount: k.int('word_count').notNull(),
      status: k.text('status').$type<ArticleStatus>().notNull(),
      publishedAt: k.time('published_at'),
      /** The last change a reader would notice; null when there was none since publication. */
      revisedAt: k.time('revised_at'),
      leadMediaId: k.text('lead_media_id').references(() => media.id),
      leadCaption: k.text('lead_caption').notNull(),
      /** In place of the picture's own description, where this article needs another. */
      leadAlt: k.text('lead_alt').notNull().default(''),
      leadDecorative: k.bool('lead_decorative').notNull().default(false),
      /** In place of the picture's own credit, where this article needs another. */
      leadCredit: k.text('lead_credit').notNull().default(''),
      /** How much of the front page the article may claim. */
      priority: k.text('priority').$type<ArticlePriority>().notNull().default('normal'),
      /** For search engines and previews; empty for headline, standfirst and lead picture. */
      seoTitle: k.text('seo_title').notNull().default(''),
      seoDescription: k.text('seo_description').notNull().default(''),
      socialMediaId: k.text('social_media_id').references(() => media.id),
      /** Where the text first stood, when that was not here. */
      canonicalUrl: k.text('canonical_url').notNull().default(''),
      commentsOpen: k.bool('comments_open').notNull(),
      /** A closed question above the thread, in the newsroom's words; empty for none. */
      commentsQuestion: k.text('comments_question').notNull().default(''),
      /** When comments end by themselves; null for the newsroom's general rule. */
      commentsCloseAt: k.time('comments_close_at'),
      breakingUntil: k.time('breaking_until'),
      /** Live coverage that has ended. */
      liveEndedAt: k.time('live_ended_at'),
      /** Who began it: authors see and write their own. Null for what a file or an import brought. */
      ownerId: k.text('owner_id').references(() => users.id),
      /** Raised by every act on this row; a command that saw another number is refused. */
      version: k.int('version').notNull().default(1),
      createdAt: k.time('created_at').notNull(),
      /**
       * The newest act on this row: the order of the newsroom's list. Typing into a published article's draft
       * is none, for it would make every page anew.
       */
      updatedAt: k.time('updated_at').notNull().default(k.epoch),
    },
    (t) => [
      k.index('articles_visible').on(t.locale, t.status, t.publishedAt),
      // What fills the front page: newest first without those that are kept off it, however many of them come
      // in a row.
      k.index('articles_front').on(t.locale, t.status, t.publishedAt, t.number).where(isOnFront(t)),
      k
        .index('articles_front_section')
        .on(t.sectionId, t.locale, t.status, t.publishedAt, t.number)
        .where(isOnFront(t)),
      // When pages change by themselves (db/front/next-change.ts): the next of each kind is the first row of
      // its index.
      k.index('articles_breaking_end').on(t.status, t.breakingUntil),
      k.index('articles_comments_end').on(t.status, t.commentsOpen, t.commentsCloseAt, t.publishedAt),
      k.index('articles_publication').on(t.status, t.publishedAt),
      k.index('articles_lead_end').on(t.status, t.priority, t.publishedAt),
      k.index('articles_section').on(t.sectionId, t.locale, t.status, t.publishedAt),
      // All that the newsroom's list filters by, in its order, for all states and for one: no filter has to
      // look into the rows, whose ends lie behind long texts.
      k
        .index('articles_list')
        .on(t.updatedAt, t.id, t.status, t.publishedAt, t.sectionId, t.locale, t.kind, t.ownerId, t.number),
      k
        .index('articles_desk')
        .on(t.status, t.updatedAt, t.id, t.publishedAt, t.sectionId, t.locale, t.kind, t.ownerId, t.number),
      k.index('articles_owner').on(t.ownerId, t.updatedAt),
      // Whether something that readers see shows a picture: asked before a file is handed out.
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
   * One row; database triggers raise `version` whenever something a reader can see changes
   * (docs/decisions/003).
   */
  const contentVersion = k.table('content_version', {
    id: k.int('id').primaryKey(),
    version: k.int('version').notNull(),
    /** Raised when something changes that moves the next due time. */
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
