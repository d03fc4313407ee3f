import { buildTables } from './build-tables.ts';
import { postgresKit } from '#db/engine/kit.postgres.ts';
import type { Kit } from '#db/engine/kit.sqlite.ts';

/* For generating migrations alone: the running site has one engine, and its tables are those of tables.ts. */

// The PostgreSQL tables pass for the SQLite ones, whose types all of db/ is written against.
const { content, staff, newsroom, fromReaders, community } = buildTables(postgresKit as unknown as Kit);

// Named one by one because drizzle-kit reads a module's exports.
export const {
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
} = content;
export const {
  users,
  sessions,
  accounts,
  verifications,
  twoFactors,
  passkeys,
  rateLimits,
  invitations,
  accountLinks,
  tryCounts,
  auditLog,
} = staff;
export const {
  pageDrafts,
  pageRevisions,
  drafts,
  revisions,
  scheduledRevisions,
  editingTabs,
  mediaUsages,
  liveEntries,
  frontSlots,
  redirects,
  addressHits,
} = newsroom;
export const { comments, commentContacts, moderationDecisions } = fromReaders;
export const {
  commentRevisions,
  commentReports,
  commentAppreciations,
  bans,
  wordRules,
  classifierTokens,
  usedTokens,
  writerNotes,
  commentNotices,
  writerAddresses,
  writerLinks,
  jobs,
  instanceState,
} = community;
