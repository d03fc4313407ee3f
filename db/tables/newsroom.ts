import { sql } from 'drizzle-orm';
import type { ArticleContent } from '#lib/articles/content.ts';
import type { Doc } from '#lib/body/doc.ts';
import type { Locale } from '#lib/locales.ts';
import type { Kit } from '#db/engine/kit.sqlite.ts';
import type { buildContentTables } from './content.ts';
import type { buildStaffTables } from './staff.ts';

export const REVISION_ACTS = [
  'save',
  'publish',
  'schedule',
  'update',
  'correct',
  'unpublish',
  'retract',
  'restore',
  'send',
  'auto',
] as const;
export type RevisionAct = (typeof REVISION_ACTS)[number];
/** Where a picture or document is used; `subjectId` is the id (or key) in that table. */
export type UsedIn = 'article' | 'draft' | 'revision' | 'live_entry' | 'author' | 'page' | 'setting';
/** The breaking bar has no slot: it shows articles by their `breakingUntil`. */
type FrontSlot = 'lead' | 'second' | 'section';

type Others = Pick<ReturnType<typeof buildContentTables>, 'articles' | 'media' | 'sections'> &
  Pick<ReturnType<typeof buildStaffTables>, 'users'>;

/** The working copies of articles, their revisions and the tabs in which they are open. */
function buildDraftTables(k: Kit, { articles, users }: Pick<Others, 'articles' | 'users'>) {
  /** The one working copy of an article, from its beginning. Readers need a signed preview link to see it. */
  const drafts = k.table(
    'drafts',
    {
      articleId: k
        .text('article_id')
        .primaryKey()
        .references(() => articles.id, { onDelete: 'cascade' }),
      content: k.json('content').$type<ArticleContent>().notNull(),
      /** Internal notes for colleagues; not part of revisions or pages. */
      notes: k.text('notes').notNull().default(''),
      /** Incremented by every write, including autosave. */
      version: k.int('version').notNull(),
      /** Whether it has changes that readers do not see yet. */
      isAhead: k.bool('is_ahead').notNull(),
      /** When its author sent it to the desk; null after the desk has published or returned it. */
      sentAt: k.time('sent_at'),
      /** Why, when and by whom the desk returned it; cleared when it is sent again or published. */
      returnReason: k.text('return_reason').notNull().default(''),
      returnedAt: k.time('returned_at'),
      returnedBy: k.text('returned_by').references(() => users.id),
      /** Part of the signed preview links: a new nonce revokes all earlier links. */
      previewNonce: k.text('preview_nonce').notNull().default(''),
      userId: k.text('user_id').references(() => users.id),
      updatedAt: k.time('updated_at').notNull(),
    },
    (t) => [
      k.index('drafts_sent').on(t.sentAt),
      k.index('drafts_ahead').on(t.isAhead, t.updatedAt),
      k.index('drafts_returned').on(t.returnedAt),
    ],
  );

  const revisions = k.table(
    'revisions',
    {
      id: k.text('id').primaryKey(),
      articleId: k
        .text('article_id')
        .notNull()
        .references(() => articles.id, { onDelete: 'cascade' }),
      /** 1, 2, 3 … per article. */
      number: k.int('number').notNull(),
      act: k.text('act').$type<RevisionAct>().notNull(),
      content: k.json('content').$type<ArticleContent>().notNull(),
      note: k.text('note').notNull().default(''),
      userId: k.text('user_id').references(() => users.id),
      createdAt: k.time('created_at').notNull(),
    },
    (t) => [
      k.uniqueIndex('revisions_number').on(t.articleId, t.number),
      k
        .index('revisions_snapshots')
        .on(t.createdAt, t.id)
        .where(sql`act = 'auto'`),
    ],
  );

  /** A revision of a published article that replaces its text at `dueAt`. */
  const scheduledRevisions = k.table(
    'scheduled_revisions',
    {
      articleId: k
        .text('article_id')
        .primaryKey()
        .references(() => articles.id, { onDelete: 'cascade' }),
      revisionId: k
        .text('revision_id')
        .notNull()
        .references(() => revisions.id),
      dueAt: k.time('due_at').notNull(),
      userId: k
        .text('user_id')
        .notNull()
        .references(() => users.id),
    },
    (t) => [k.index('scheduled_revisions_due').on(t.dueAt)],
  );

  /** Who has an article open in the editor, by tab. A row without a recent `seenAt` is ignored. */
  const editingTabs = k.table(
    'editing_tabs',
    {
      articleId: k
        .text('article_id')
        .notNull()
        .references(() => articles.id, { onDelete: 'cascade' }),
      tabId: k.text('tab_id').notNull(),
      userId: k
        .text('user_id')
        .notNull()
        .references(() => users.id),
      seenAt: k.time('seen_at').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.articleId, t.tabId] })],
  );

  return { drafts, revisions, scheduledRevisions, editingTabs };
}

function buildPageDraftTables(k: Kit, { users }: Pick<Others, 'users'>) {
  /** The working copy of a static page, which may not be published yet. Readers see the table `pages`. */
  const pageDrafts = k.table(
    'page_drafts',
    {
      slug: k.text('slug').notNull(),
      locale: k.text('locale').$type<Locale>().notNull(),
      title: k.text('title').notNull(),
      body: k.json('body').$type<Doc>().notNull(),
      /** Incremented by every write, including autosave. */
      version: k.int('version').notNull(),
      /** Part of the signed preview links. */
      previewNonce: k.text('preview_nonce').notNull().default(''),
      userId: k.text('user_id').references(() => users.id),
      updatedAt: k.time('updated_at').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.slug, t.locale] })],
  );

  const pageRevisions = k.table(
    'page_revisions',
    {
      id: k.text('id').primaryKey(),
      slug: k.text('slug').notNull(),
      locale: k.text('locale').$type<Locale>().notNull(),
      /** 1, 2, 3 … per page. */
      number: k.int('number').notNull(),
      act: k.text('act').$type<'auto' | 'kept' | 'published'>().notNull(),
      title: k.text('title').notNull(),
      body: k.json('body').$type<Doc>().notNull(),
      userId: k.text('user_id').references(() => users.id),
      createdAt: k.time('created_at').notNull(),
    },
    (t) => [k.uniqueIndex('page_revisions_number').on(t.slug, t.locale, t.number)],
  );

  return { pageDrafts, pageRevisions };
}

/** What readers see besides the articles: entries of live coverage and pins of the front page. */
function buildFrontTables(
  k: Kit,
  { articles, sections, users }: Pick<Others, 'articles' | 'sections' | 'users'>,
) {
  /**
   * The entries of live coverage, ordered by `at`. Public when written; removed entries are kept for the
   * record.
   */
  const liveEntries = k.table(
    'live_entries',
    {
      id: k.text('id').primaryKey(),
      articleId: k
        .text('article_id')
        .notNull()
        .references(() => articles.id, { onDelete: 'cascade' }),
      at: k.time('at').notNull(),
      headline: k.text('headline').notNull(),
      body: k.json('body').$type<Doc>().notNull(),
      isKey: k.bool('is_key').notNull(),
      isPinned: k.bool('is_pinned').notNull(),
      userId: k.text('user_id').references(() => users.id),
      createdAt: k.time('created_at').notNull(),
      /**
       * Time of the last change, in the order of the changes: unique within one coverage. Open pages poll for
       * changes after it.
       */
      updatedAt: k.time('updated_at').notNull(),
      /** When its text was last changed; shown to readers. */
      editedAt: k.time('edited_at'),
      removedAt: k.time('removed_at'),
    },
    (t) => [
      k.index('live_entries_article').on(t.articleId, t.at),
      k.index('live_entries_changed').on(t.articleId, t.updatedAt),
    ],
  );

  /** Stories that an editor pinned to a place of the front page. Other places are filled automatically. */
  const frontSlots = k.table(
    'front_slots',
    {
      id: k.text('id').primaryKey(),
      locale: k.text('locale').$type<Locale>().notNull(),
      slot: k.text('slot').$type<FrontSlot>().notNull(),
      /** The section of a `section` slot; null for the other slots. */
      sectionId: k.text('section_id').references(() => sections.id, { onDelete: 'cascade' }),
      position: k.int('position').notNull(),
      articleId: k
        .text('article_id')
        .notNull()
        .references(() => articles.id, { onDelete: 'cascade' }),
      expiresAt: k.time('expires_at'),
      userId: k.text('user_id').references(() => users.id),
      createdAt: k.time('created_at').notNull(),
    },
    (t) => [
      k.uniqueIndex('front_slots_article').on(t.locale, t.articleId),
      k.index('front_slots_place').on(t.locale, t.slot, t.position),
    ],
  );

  return { liveEntries, frontSlots };
}

function buildAddressTables(k: Kit, { users }: Pick<Others, 'users'>) {
  /** Paths as browsers request them, decoded and in NFC, without edition rules. */
  const redirects = k.table(
    'redirects',
    {
      id: k.text('id').primaryKey(),
      fromPath: k.text('from_path').notNull().unique(),
      /** A path of this site or a full https URL; empty for «gone» (410). */
      toPath: k.text('to_path').notNull(),
      /** Written by an act (a slug changed, tags merged), not by a person. */
      isAutomatic: k.bool('is_automatic').notNull(),
      userId: k.text('user_id').references(() => users.id),
      createdAt: k.time('created_at').notNull(),
    },
    (t) => [k.index('redirects_time').on(t.createdAt, t.id), k.index('redirects_target').on(t.toPath)],
  );

  /** How often a missing or redirected path was requested. Contains no data about readers. */
  const addressHits = k.table(
    'address_hits',
    {
      path: k.text('path').primaryKey(),
      kind: k.text('kind').$type<'missing' | 'redirect'>().notNull(),
      hits: k.int('hits').notNull(),
      firstAt: k.time('first_at').notNull(),
      lastAt: k.time('last_at').notNull(),
    },
    (t) => [k.index('address_hits_order').on(t.kind, t.hits)],
  );

  return { redirects, addressHits };
}

function buildUsageTables(k: Kit, { media }: Pick<Others, 'media'>) {
  const mediaUsages = k.table(
    'media_usages',
    {
      mediaId: k
        .text('media_id')
        .notNull()
        .references(() => media.id),
      usedIn: k.text('used_in').$type<UsedIn>().notNull(),
      subjectId: k.text('subject_id').notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.mediaId, t.usedIn, t.subjectId] }),
      k.index('media_usages_subject').on(t.usedIn, t.subjectId),
    ],
  );

  return { mediaUsages };
}

/** Working copies, revisions, coverage entries, pins of the front page, redirects. */
export function buildNewsroomTables(k: Kit, others: Others) {
  return {
    ...buildDraftTables(k, others),
    ...buildPageDraftTables(k, others),
    ...buildUsageTables(k, others),
    ...buildFrontTables(k, others),
    ...buildAddressTables(k, others),
  };
}
