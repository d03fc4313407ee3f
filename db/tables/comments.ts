import { sql, type SQLWrapper } from 'drizzle-orm';
import type { Signal } from '#lib/comments/score.ts';
import type { Kit } from '#db/engine/kit.sqlite.ts';
import { states, type CommentStatus } from '#lib/comments/states.ts';
import type { buildContentTables, ReasonCode } from './content.ts';
import type { buildStaffTables } from './staff.ts';

/* Literals, not parameters: SQLite uses a partial index only if the SQL text contains its condition. */
export const isByPerson = ({ userId }: { userId: SQLWrapper }) => sql`${userId} is not null`;
type Decision = Record<'userId' | 'act' | 'undoesId', SQLWrapper>;
/** A change of state by a person that undoes nothing. */
export const isPersonsMove = ({ userId, act, undoesId }: Decision) =>
  sql`${userId} is not null and ${act} = 'move' and ${undoesId} is null`;
export const isOtherAct = ({ act }: Pick<Decision, 'act'>) => sql`${act} <> 'move'`;
export const isUndo = ({ undoesId }: Pick<Decision, 'undoesId'>) => sql`${undoesId} is not null`;

/** Comments whose words are erased after a time, and have not been yet. */
export const isDiscarded = ({ status, body }: Record<'status' | 'body', SQLWrapper>) =>
  sql`${status} in (${sql.raw(
    states
      .with('words', 'expire')
      .map((state) => `'${state}'`)
      .join(', '),
  )}) and ${body} <> ''`;

type Others = Pick<ReturnType<typeof buildContentTables>, 'articles'> &
  Pick<ReturnType<typeof buildStaffTables>, 'users'>;

/** Comments, their private contact data, and the decisions on them. */
export function buildCommentTables(k: Kit, { articles, users }: Others) {
  const comments = k.table(
    'comments',
    {
      id: k.text('id').primaryKey(),
      articleId: k
        .text('article_id')
        .notNull()
        .references(() => articles.id, { onDelete: 'cascade' }),
      /** The comment that this one replies to; null for the first comment of a thread. */
      parentId: k.text('parent_id'),
      /** The first comment of the thread; the comment's own id if it is the first. */
      threadId: k.text('thread_id').notNull(),
      name: k.text('name').notNull(),
      body: k.text('body').notNull(),
      /** SHA-256 of the folded body, to find the same text sent twice. */
      bodyKey: k.text('body_key').notNull(),
      status: k.text('status').$type<CommentStatus>().notNull(),
      createdAt: k.time('created_at').notNull(),
      /** Random id from the writer's signed cookie: identifies a browser, never derived from an address. */
      writerId: k.text('writer_id').notNull().default(''),
      /** 0 for the first comment of a thread, 1 for a reply to it … */
      depth: k.int('depth').notNull().default(0),
      editedAt: k.time('edited_at'),
      /** When a person last decided on it; null if only rules have. */
      reviewedAt: k.time('reviewed_at'),
      score: k.int('score').notNull().default(0),
      /** The reasons for the score (lib/comments/score.ts). */
      signals: k.json('signals').$type<Signal[]>().notNull().default([]),
      /** Finds near-copies (lib/comments/similarity.ts). */
      signature: k.text('signature').notNull().default(''),
      /**
       * Number of appreciations. The ticker updates it, so that not every click makes all pages render again.
       */
      appreciations: k.int('appreciations').notNull().default(0),
      /** Number of unresolved reports. */
      openReports: k.int('open_reports').notNull().default(0),
      featuredAt: k.time('featured_at'),
      featuredLine: k.text('featured_line').notNull().default(''),
      /** The signed-in member of staff who wrote it. Shown as a badge that no other writer can get. */
      staffId: k.text('staff_id').references(() => users.id),
      /** Shown to the writer of a rejected comment. */
      reasonCode: k.text('reason_code').$type<ReasonCode>(),
      reasonNote: k.text('reason_note').notNull().default(''),
      appealedAt: k.time('appealed_at'),
      appealText: k.text('appeal_text').notNull().default(''),
    },
    (t) => [
      k.index('comments_threads').on(t.articleId, t.depth, t.status, t.createdAt),
      // With what the history of a writer counts.
      k.index('comments_writer').on(t.writerId, t.createdAt, t.status, t.id),
      k.index('comments_reported').on(t.openReports, t.createdAt),
      k.index('comments_article').on(t.articleId, t.status, t.createdAt),
      k.index('comments_queue').on(t.status, t.createdAt),
      k.index('comments_risk').on(t.status, t.score, t.createdAt),
      k.index('comments_unreviewed').on(t.status, t.reviewedAt, t.createdAt),
      // For each unapproved comment of a page, a query checks whether it has approved replies.
      k.index('comments_thread_state').on(t.threadId, t.status),
      k.index('comments_parent_state').on(t.parentId, t.status),
      // For the periodic task that erases them.
      k.index('comments_discarded').on(t.createdAt).where(isDiscarded(t)),
      k.index('comments_body_key').on(t.articleId, t.bodyKey),
    ],
  );

  /** Only `db/privacy/addresses/` reads this table; no public query joins it. */
  const commentContacts = k.table(
    'comment_contacts',
    {
      commentId: k
        .text('comment_id')
        .primaryKey()
        .references(() => comments.id, { onDelete: 'cascade' }),
      /** AES-256-GCM of the address (lib/security/crypto.ts). */
      emailCipher: k.text('email_cipher').notNull(),
      /** Keyed hash of the address: finds the same writer again, but cannot be reversed. */
      emailIndex: k.text('email_index').notNull(),
      /** Keyed hash of the writer's network; deleted after `networkExpiresAt`. */
      networkIndex: k.text('network_index'),
      networkExpiresAt: k.time('network_expires_at'),
      createdAt: k.time('created_at').notNull(),
    },
    (t) => [
      k.index('comment_contacts_email').on(t.emailIndex, t.createdAt),
      k.index('comment_contacts_network').on(t.networkIndex, t.createdAt),
      // For the periodic task that deletes networks.
      k.index('comment_contacts_expiry').on(t.networkExpiresAt),
    ],
  );

  const moderationDecisions = k.table(
    'moderation_decisions',
    {
      id: k.text('id').primaryKey(),
      /** No foreign key: a decision outlives its comment. */
      commentId: k.text('comment_id').notNull(),
      /** The person who decided; null if a rule did, then `rule` names it. */
      userId: k.text('user_id').references(() => users.id),
      rule: k.text('rule'),
      fromStatus: k.text('from_status').$type<CommentStatus>(),
      toStatus: k.text('to_status').$type<CommentStatus>().notNull(),
      reason: k.text('reason'),
      reasonCode: k.text('reason_code').$type<ReasonCode>(),
      /**
       * `move` for a change of state, otherwise another act on the comment (`feature`, `edit`, `reveal` …).
       */
      act: k.text('act').notNull().default('move'),
      /**
       * Position in the chain, from 1 without gaps. `hash` covers the row and the previous hash
       * (db/moderation/decisions.ts).
       */
      sequence: k.int('sequence').notNull().unique(),
      hash: k.text('hash').notNull(),
      /** The decision that this one undoes. */
      undoesId: k.text('undoes_id'),
      createdAt: k.time('created_at').notNull(),
    },
    (t) => [
      k.index('moderation_decisions_comment').on(t.commentId, t.createdAt),
      k.index('moderation_decisions_time').on(t.createdAt),
      // For the filters of the history.
      k.index('moderation_decisions_people').on(t.sequence).where(isByPerson(t)),
      k.index('moderation_decisions_person').on(t.userId, t.sequence).where(isByPerson(t)),
      k.index('moderation_decisions_move').on(t.toStatus, t.sequence).where(isPersonsMove(t)),
      k.index('moderation_decisions_act').on(t.act, t.sequence).where(isOtherAct(t)),
      k.index('moderation_decisions_undo').on(t.sequence).where(isUndo(t)),
    ],
  );

  return { comments, commentContacts, moderationDecisions, ...buildDecisionCounts(k) };
}

/**
 * Decisions in each quarter of an hour and in each day, by new state and reason, without those that were
 * undone: an undo subtracts in the span in which it happened. A trigger keeps the counts.
 */
function buildDecisionCounts(k: Kit) {
  const decisionCounts = k.table(
    'decision_counts',
    {
      /** The length of the span in milliseconds. */
      length: k.int('length').notNull(),
      /** Which span of this length since 1970. */
      span: k.int('span').notNull(),
      toStatus: k.text('to_status').$type<CommentStatus>().notNull(),
      /** Empty for a decision without a reason. */
      reasonCode: k.text('reason_code').$type<ReasonCode | ''>().notNull(),
      /** Below zero where more decisions were undone than made. */
      decisions: k.int('decisions').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.length, t.span, t.toStatus, t.reasonCode] })],
  );

  return { decisionCounts };
}
