import { buildTables } from './build-tables.ts';
import { postgresKit } from '#db/engine/kit.postgres.ts';
import type { Kit } from '#db/engine/kit.sqlite.ts';

/* Used only to generate migrations. The running site has one engine and uses the tables of tables.ts. */

// The PostgreSQL kit is cast to the SQLite one, because all code in db/ uses the SQLite types.
const { content, staff, newsroom, fromReaders, community } = buildTables(postgresKit as unknown as Kit);

// Exported one by one because drizzle-kit reads a module's exports.
export const {
  sections,
  tags,
  authors,
  media,
  articleCounts,
  nameParts,
  articles,
  articleTags,
  articleAuthors,
  corrections,
  rankings,
  listings,
  listingCounts,
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
export const { comments, commentContacts, moderationDecisions, decisionCounts } = fromReaders;
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
