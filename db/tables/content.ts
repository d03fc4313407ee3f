import type { Kit } from '#db/engine/kit.sqlite.ts';
import type { Doc } from '#lib/body/doc.ts';
import type { Locale } from '#lib/locales.ts';
import { buildArticleTables } from './articles.ts';
import { buildLibraryTables } from './library.ts';
import type { buildStaffTables } from './staff.ts';

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

function buildSiteTables(k: Kit) {
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

  return { pages, settings, contentVersion };
}

/** Articles and what belongs to them, static pages, settings and the content version. */
export function buildContentTables(k: Kit, staff: Pick<ReturnType<typeof buildStaffTables>, 'users'>) {
  const library = buildLibraryTables(k, staff);
  return { ...library, ...buildArticleTables(k, { ...library, ...staff }), ...buildSiteTables(k) };
}
