import type { Kit } from '#db/engine/kit.sqlite.ts';
import type { buildStaffTables } from './staff.ts';

export type MediaType = 'image' | 'document';
export type Named = 'tags' | 'authors';
export type CountedBy = 'section' | 'tag' | 'author';
export type AuthorLink = { label: string; url: string };

/** What articles refer to: sections, tags, pictures and documents, authors. */
export function buildLibraryTables(k: Kit, { users }: Pick<ReturnType<typeof buildStaffTables>, 'users'>) {
  const sections = k.table('sections', {
    id: k.text('id').primaryKey(),
    slug: k.text('slug').notNull().unique(),
    nameAr: k.text('name_ar').notNull(),
    nameEn: k.text('name_en').notNull(),
    descriptionAr: k.text('description_ar').notNull(),
    descriptionEn: k.text('description_en').notNull(),
    position: k.int('position').notNull(),
  });

  const tags = k.table(
    'tags',
    {
      id: k.text('id').primaryKey(),
      slug: k.text('slug').notNull().unique(),
      name: k.text('name').notNull(),
    },
    (t) => [k.index('tags_name').on(t.name, t.id)],
  );

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
    (t) => [k.index('media_time').on(t.createdAt, t.id), k.index('media_type').on(t.type, t.createdAt, t.id)],
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

  /**
   * How many articles in any state each section, tag and author has. Triggers keep the numbers, so that no
   * list of the newsroom counts articles.
   */
  const articleCounts = k.table(
    'article_counts',
    {
      of: k.text('of').$type<CountedBy>().notNull(),
      id: k.text('id').notNull(),
      articles: k.int('articles').notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.of, t.id] }),
      k.index('article_counts_order').on(t.of, t.articles, t.id),
    ],
  );

  return { sections, tags, media, authors, articleCounts, ...buildNameParts(k) };
}

/**
 * The parts of the sitemap that list tags and authors: each holds the ids from its `start` to the next one.
 * Triggers of the two tables keep them. A new part begins with the newest id when the last part is full.
 */
function buildNameParts(k: Kit) {
  const nameParts = k.table(
    'name_parts',
    {
      of: k.text('of').$type<Named>().notNull(),
      start: k.text('start').notNull(),
      names: k.int('names').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.of, t.start] })],
  );

  return { nameParts };
}
