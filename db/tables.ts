import { env } from '#lib/env.ts';
import { postgresKit } from './kit.postgres.ts';
import { sqliteKit, type Kit } from './kit.sqlite.ts';
import { buildCommentTables } from './schema-comments.ts';
import { buildNewsroomTables } from './schema-newsroom.ts';
import { buildStaffTables } from './schema-staff.ts';
import { buildTalkTables } from './schema-talk.ts';
import { buildContentTables } from './schema.ts';

// One definition, two engines: the PostgreSQL tables pass for the SQLite ones, whose types all of db/ is written against.
const kit = env.databaseUrl ? (postgresKit as unknown as Kit) : sqliteKit;
const staff = buildStaffTables(kit);
const content = buildContentTables(kit, staff);
const newsroom = buildNewsroomTables(kit, { ...content, ...staff });
const fromReaders = buildCommentTables(kit, { ...content, ...staff });
const talk = buildTalkTables(kit, { ...fromReaders, ...staff });

// Named one by one because drizzle-kit reads a module's exports.
export const {
  sections, tags, authors, media, articles, articleTags, articleAuthors, corrections, pages, settings, contentVersion,
} = content;
export const { users, sessions, accounts, verifications, twoFactors, passkeys, rateLimits, invitations, accountLinks, tryCounts, auditLog } = staff;
export const {
  pageDrafts, pageRevisions, drafts, revisions, scheduledRevisions, editingTabs, mediaUsages, liveEntries, frontSlots, redirects, addressHits,
} = newsroom;
export const { comments, commentContacts, moderationDecisions } = fromReaders;
export const {
  commentRevisions, commentReports, commentAppreciations, bans, wordRules, classifierTokens,
  usedTokens, writerNotes, commentNotices, writerAddresses, writerLinks, jobs, house,
} = talk;

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
