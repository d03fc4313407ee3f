import { sql, type SQLWrapper } from 'drizzle-orm';
import type { WordRule } from '#lib/comments/word-rules.ts';
import type { Locale } from '#lib/locales.ts';
import type { Kit } from '#db/engine/kit.sqlite.ts';
import type { ReportReason } from './content.ts';
import type { buildCommentTables } from './comments.ts';
import type { buildStaffTables } from './staff.ts';

type Others = Pick<ReturnType<typeof buildCommentTables>, 'comments'> &
  Pick<ReturnType<typeof buildStaffTables>, 'users'>;

/* Literals, not parameters: SQLite uses a partial index only if the SQL text contains its condition. */
export const hasFailed = ({ lastError }: { lastError: SQLWrapper }) => sql`${lastError} is not null`;

export const isUnconfirmed = ({ confirmedAt }: { confirmedAt: SQLWrapper }) => sql`${confirmedAt} is null`;

/** Former texts of comments, and what readers do with a comment. */
function buildReactionTables(k: Kit, { comments }: Pick<Others, 'comments'>) {
  const commentRevisions = k.table(
    'comment_revisions',
    {
      id: k.text('id').primaryKey(),
      commentId: k
        .text('comment_id')
        .notNull()
        .references(() => comments.id, { onDelete: 'cascade' }),
      /** The name and text until `replacedAt`. */
      name: k.text('name').notNull(),
      body: k.text('body').notNull(),
      replacedAt: k.time('replaced_at').notNull(),
    },
    (t) => [k.index('comment_revisions_comment').on(t.commentId, t.replacedAt)],
  );

  const commentReports = k.table(
    'comment_reports',
    {
      id: k.text('id').primaryKey(),
      commentId: k
        .text('comment_id')
        .notNull()
        .references(() => comments.id, { onDelete: 'cascade' }),
      /** Keyed hash of the reporter's network and day: three different ones count as three sources. */
      source: k.text('source').notNull(),
      reason: k.text('reason').$type<ReportReason>().notNull(),
      note: k.text('note').notNull(),
      createdAt: k.time('created_at').notNull(),
      resolvedAt: k.time('resolved_at'),
    },
    (t) => [
      k.uniqueIndex('comment_reports_source').on(t.commentId, t.source),
      k.index('comment_reports_open').on(t.resolvedAt, t.createdAt),
    ],
  );

  const commentAppreciations = k.table(
    'comment_appreciations',
    {
      commentId: k
        .text('comment_id')
        .notNull()
        .references(() => comments.id, { onDelete: 'cascade' }),
      writerId: k.text('writer_id').notNull(),
      /** Keyed hash of network and day: a network counts once a day. Empty after it was withdrawn. */
      source: k.text('source').notNull(),
      /** When it was given or withdrawn. */
      createdAt: k.time('created_at').notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.commentId, t.writerId] }),
      k.index('comment_appreciations_source').on(t.commentId, t.source),
      // Only recent changes are counted again, not all rows.
      k.index('comment_appreciations_time').on(t.createdAt),
      k.index('comment_appreciations_writer').on(t.writerId),
    ],
  );

  return { commentRevisions, commentReports, commentAppreciations };
}

/** Bans, rules and notes of the desk. */
function buildModerationTables(k: Kit, { users }: Pick<Others, 'users'>) {
  const bans = k.table(
    'bans',
    {
      id: k.text('id').primaryKey(),
      kind: k.text('kind').$type<'writer' | 'email' | 'network'>().notNull(),
      key: k.text('key').notNull(),
      reason: k.text('reason').notNull(),
      userId: k
        .text('user_id')
        .notNull()
        .references(() => users.id),
      createdAt: k.time('created_at').notNull(),
      /** Null for a permanent ban. */
      until: k.time('until'),
    },
    (t) => [
      k.uniqueIndex('bans_key').on(t.kind, t.key),
      k.index('bans_time').on(t.createdAt),
      k.index('bans_end').on(t.until),
    ],
  );

  const wordRules = k.table('word_rules', {
    id: k.text('id').primaryKey(),
    word: k.text('word').notNull(),
    mode: k.text('mode').$type<WordRule['mode']>().notNull(),
    level: k.text('level').$type<WordRule['level']>().notNull(),
    userId: k.text('user_id').references(() => users.id),
    createdAt: k.time('created_at').notNull(),
  });

  /** How many spam and approved comments contain a token. The empty token counts the comments themselves. */
  const classifierTokens = k.table('classifier_tokens', {
    token: k.text('token').primaryKey(),
    spam: k.int('spam').notNull(),
    approved: k.int('approved').notNull(),
  });

  const writerNotes = k.table(
    'writer_notes',
    {
      id: k.text('id').primaryKey(),
      writerId: k.text('writer_id').notNull(),
      text: k.text('text').notNull(),
      userId: k
        .text('user_id')
        .notNull()
        .references(() => users.id),
      createdAt: k.time('created_at').notNull(),
    },
    (t) => [k.index('writer_notes_writer').on(t.writerId, t.createdAt)],
  );

  return { bans, wordRules, classifierTokens, writerNotes };
}

/** Form tokens, notices by mail, and the addresses and links of writers. */
function buildWriterTables(k: Kit, { comments }: Pick<Others, 'comments'>) {
  /** Used form tokens, kept until their expiry. */
  const usedTokens = k.table(
    'used_tokens',
    { nonce: k.text('nonce').primaryKey(), expiresAt: k.time('expires_at').notNull() },
    (t) => [k.index('used_tokens_expiry').on(t.expiresAt)],
  );

  /** Requests for notices by mail, one per comment. Only `db/privacy/addresses/` decrypts the address. */
  const commentNotices = k.table(
    'comment_notices',
    {
      commentId: k
        .text('comment_id')
        .primaryKey()
        .references(() => comments.id, { onDelete: 'cascade' }),
      emailCipher: k.text('email_cipher').notNull(),
      emailIndex: k.text('email_index').notNull(),
      /** SHA-256 of the token in the links; the token itself is only in the mail. */
      tokenHash: k.text('token_hash').notNull().unique(),
      confirmedAt: k.time('confirmed_at'),
      endedAt: k.time('ended_at'),
      createdAt: k.time('created_at').notNull(),
    },
    (t) => [
      k.index('comment_notices_email').on(t.emailIndex, t.createdAt),
      // For the periodic tasks that delete.
      k.index('comment_notices_ended').on(t.endedAt),
      k.index('comment_notices_unconfirmed').on(t.createdAt).where(isUnconfirmed(t)),
    ],
  );

  /**
   * Browsers in which an address was confirmed by mail: comments sent with that address belong to them too.
   */
  const writerAddresses = k.table(
    'writer_addresses',
    {
      writerId: k.text('writer_id').notNull(),
      emailIndex: k.text('email_index').notNull(),
      confirmedAt: k.time('confirmed_at').notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.writerId, t.emailIndex] }),
      k.index('writer_addresses_email').on(t.emailIndex),
      k.index('writer_addresses_time').on(t.confirmedAt),
    ],
  );

  /** Requested links that open a writer's comments in another browser. Unknown addresses get a row too. */
  const writerLinks = k.table(
    'writer_links',
    {
      id: k.text('id').primaryKey(),
      emailIndex: k.text('email_index').notNull(),
      /** SHA-256 of the token in the link; the token itself is only in the mail. */
      tokenHash: k.text('token_hash').notNull().unique(),
      /** Keyed hash of the requester's network and day. */
      source: k.text('source').notNull(),
      locale: k.text('locale').$type<Locale>().notNull(),
      createdAt: k.time('created_at').notNull(),
      usedAt: k.time('used_at'),
    },
    (t) => [
      k.index('writer_links_email').on(t.emailIndex, t.createdAt),
      k.index('writer_links_source').on(t.source, t.createdAt),
      k.index('writer_links_time').on(t.createdAt),
    ],
  );

  return { usedTokens, commentNotices, writerAddresses, writerLinks };
}

function buildInstanceTables(k: Kit) {
  /** Work to be done after a commit, by the first free process; executed at least once. */
  const jobs = k.table(
    'jobs',
    {
      id: k.text('id').primaryKey(),
      kind: k.text('kind').notNull(),
      payload: k.json('payload').notNull(),
      runAt: k.time('run_at').notNull(),
      attempts: k.int('attempts').notNull(),
      lastError: k.text('last_error'),
      doneAt: k.time('done_at'),
      createdAt: k.time('created_at').notNull(),
    },
    (t) => [
      k.index('jobs_due').on(t.doneAt, t.runAt),
      // For the dashboard: jobs that failed on their last attempt.
      k.index('jobs_failed').on(t.doneAt).where(hasFailed(t)),
    ],
  );

  /** State of this instance (db/paper/instance.ts). No page shows it. */
  // The table's name is older than the word `instance`.
  const instanceState = k.table('house', {
    key: k.text('key').primaryKey(),
    value: k.json('value').notNull(),
  });

  return { jobs, instanceState };
}

/**
 * Tables around comments: reports, appreciations and notices of readers, bans, word rules and notes of the
 * desk, and jobs. None of it is public.
 */
export function buildCommunityTables(k: Kit, others: Others) {
  return {
    ...buildReactionTables(k, others),
    ...buildModerationTables(k, others),
    ...buildWriterTables(k, others),
    ...buildInstanceTables(k),
  };
}
