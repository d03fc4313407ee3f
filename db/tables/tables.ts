import { buildTables } from './build-tables.ts';
import { engine } from '#db/engine/engine.ts';

const { content, staff, newsroom, fromReaders, community } = buildTables(engine.kit);

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

export type Article = typeof articles.$inferSelect;
export type Author = typeof authors.$inferSelect;
export type Comment = typeof comments.$inferSelect;
export type Correction = typeof corrections.$inferSelect;
export type Draft = typeof drafts.$inferSelect;
export type PageDraft = typeof pageDrafts.$inferSelect;
export type LiveEntry = typeof liveEntries.$inferSelect;
export type Media = typeof media.$inferSelect;
export type Revision = typeof revisions.$inferSelect;
export type Section = typeof sections.$inferSelect;
export type Tag = typeof tags.$inferSelect;
export type User = typeof users.$inferSelect;
