import type { Kit } from './kit.sqlite.ts';
import type { Doc } from '#lib/body/doc.ts';
import type { Locale } from '#lib/locales.ts';


export type ArticleStatus = 'draft' | 'published';
export type CorrectionKind = 'correction' | 'clarification' | 'update';
export type CommentStatus = 'pending' | 'approved' | 'rejected' | 'spam' | 'trash' | 'withdrawn';
/** Why a comment was refused; each has its sentence for the writer in messages. */
export const REASON_CODES = [
  'offensive', 'harassment', 'hate', 'misinformation', 'accusation', 'private', 'illegal', 'advertising', 'irrelevant', 'repeated', 'other',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];
export const REPORT_REASONS = ['offensive', 'hate', 'private', 'spam', 'illegal', 'factual', 'other'] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];
export type Role = 'admin' | 'editor' | 'author' | 'moderator';

/** What the newsroom makes: articles and all that hangs on them. */
export function buildContentTables(k: Kit) {
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

  const authors = k.table('authors', {
    id: k.text('id').primaryKey(),
    slug: k.text('slug').notNull().unique(),
    nameAr: k.text('name_ar').notNull(),
    nameEn: k.text('name_en').notNull(),
    bioAr: k.text('bio_ar').notNull(),
    bioEn: k.text('bio_en').notNull(),
  });

  const media = k.table('media', {
    id: k.text('id').primaryKey(),
    /** First 16 hex digits of the source's SHA-256; file names begin with it, so a file never changes under its name. */
    hash: k.text('hash').notNull().unique(),
    width: k.int('width').notNull(),
    height: k.int('height').notNull(),
    alt: k.text('alt').notNull(),
    credit: k.text('credit').notNull(),
    createdAt: k.time('created_at').notNull(),
  });

  const articles = k.table(
    'articles',
    {
      id: k.text('id').primaryKey(),
      /** The small public number: in the address, on `/n/{number}`, and the row id of the search index. */
      number: k.int('number').notNull().unique(),
      locale: k.text('locale').$type<Locale>().notNull(),
      sectionId: k.text('section_id').notNull().references(() => sections.id),
      slug: k.text('slug').notNull(),
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
      commentsOpen: k.bool('comments_open').notNull(),
      /** A closed question above the thread, in the newsroom's words; empty for none. */
      commentsQuestion: k.text('comments_question').notNull().default(''),
      /** When comments end by themselves; null for the newsroom's general rule. */
      commentsCloseAt: k.time('comments_close_at'),
      breakingUntil: k.time('breaking_until'),
      createdAt: k.time('created_at').notNull(),
    },
    (t) => [
      k.index('articles_visible').on(t.locale, t.status, t.publishedAt),
      k.index('articles_breaking').on(t.breakingUntil),
      k.index('articles_section').on(t.sectionId, t.locale, t.status, t.publishedAt),
    ],
  );

  const articleTags = k.table(
    'article_tags',
    {
      articleId: k.text('article_id').notNull().references(() => articles.id, { onDelete: 'cascade' }),
      tagId: k.text('tag_id').notNull().references(() => tags.id, { onDelete: 'cascade' }),
      position: k.int('position').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.articleId, t.tagId] }), k.index('article_tags_tag').on(t.tagId)],
  );

  const articleAuthors = k.table(
    'article_authors',
    {
      articleId: k.text('article_id').notNull().references(() => articles.id, { onDelete: 'cascade' }),
      authorId: k.text('author_id').notNull().references(() => authors.id, { onDelete: 'cascade' }),
      position: k.int('position').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.articleId, t.authorId] }), k.index('article_authors_author').on(t.authorId)],
  );

  const corrections = k.table(
    'corrections',
    {
      id: k.text('id').primaryKey(),
      articleId: k.text('article_id').notNull().references(() => articles.id, { onDelete: 'cascade' }),
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

  /** One row; database triggers raise `version` whenever something a reader can see changes (docs/decisions/003). */
  const contentVersion = k.table('content_version', {
    id: k.int('id').primaryKey(),
    version: k.int('version').notNull(),
  });

  return {
    sections, tags, authors, media, articles, articleTags, articleAuthors, corrections, pages, settings, contentVersion,
  };
}
