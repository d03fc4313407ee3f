import type { Signal } from '#lib/comments/score.ts';
import type { Kit } from '#db/engine/kit.sqlite.ts';
import type { buildContentTables, CommentStatus, ReasonCode } from './content.ts';
import type { buildStaffTables } from './staff.ts';

type Others = Pick<ReturnType<typeof buildContentTables>, 'articles'> &
  Pick<ReturnType<typeof buildStaffTables>, 'users'>;

/** What readers write, what we must keep about it in private, and what was decided. */
export function buildCommentTables(k: Kit, { articles, users }: Others) {
  const comments = k.table(
    'comments',
    {
      id: k.text('id').primaryKey(),
      articleId: k
        .text('article_id')
        .notNull()
        .references(() => articles.id, { onDelete: 'cascade' }),
      /** The comment answered; null for one that opens a thread. */
      parentId: k.text('parent_id'),
      /** The comment that opened the thread: its own id when it opened one. */
      threadId: k.text('thread_id').notNull(),
      name: k.text('name').notNull(),
      body: k.text('body').notNull(),
      /** SHA-256 of the folded body, to find the same text sent twice. */
      bodyKey: k.text('body_key').notNull(),
      status: k.text('status').$type<CommentStatus>().notNull(),
      createdAt: k.time('created_at').notNull(),
      /** Random id in the writer's signed cookie: the same browser again, never derived from an address. */
      writerId: k.text('writer_id').notNull().default(''),
      /** 0 for one that opens a thread, 1 for an answer to it … */
      depth: k.int('depth').notNull().default(0),
      editedAt: k.time('edited_at'),
      /** When a person last decided about it; null while only rules did. */
      reviewedAt: k.time('reviewed_at'),
      score: k.int('score').notNull().default(0),
      /** Why it has this score (lib/comments/score.ts). */
      signals: k.json('signals').$type<Signal[]>().notNull().default([]),
      /** Finds near-copies (lib/comments/similarity.ts). */
      signature: k.text('signature').notNull().default(''),
      /**
       * How many found it good; brought up to date by the ticker, so that one click does not make every page
       * anew.
       */
      appreciations: k.int('appreciations').notNull().default(0),
      /** Reports that nobody has looked at yet. */
      openReports: k.int('open_reports').notNull().default(0),
      featuredAt: k.time('featured_at'),
      featuredLine: k.text('featured_line').notNull().default(''),
      /** The member of staff who wrote it, signed in; shown as a badge that nobody else can have. */
      staffId: k.text('staff_id').references(() => users.id),
      /** Told to the writer of a refused comment. */
      reasonCode: k.text('reason_code').$type<ReasonCode>(),
      reasonNote: k.text('reason_note').notNull().default(''),
      appealedAt: k.time('appealed_at'),
      appealText: k.text('appeal_text').notNull().default(''),
    },
    (t) => [
      k.index('comments_threads').on(t.articleId, t.depth, t.status, t.createdAt),
      k.index('comments_writer').on(t.writerId, t.createdAt),
      k.index('comments_reported').on(t.openReports, t.createdAt),
      k.index('comments_article').on(t.articleId, t.status, t.createdAt),
      k.index('comments_queue').on(t.status, t.createdAt),
      k.index('comments_risk').on(t.status, t.score, t.createdAt),
      k.index('comments_unreviewed').on(t.status, t.reviewedAt, t.createdAt),
      // Whether something approved hangs below a comment that is not: asked for each of those on a page.
      k.index('comments_thread_state').on(t.threadId, t.status),
      k.index('comments_parent_state').on(t.parentId, t.status),
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
      /** Keyed hash of the address: finds the same writer again, cannot be turned back. */
      emailIndex: k.text('email_index').notNull(),
      /** Keyed hash of the writer's network; emptied when `networkExpiresAt` has passed. */
      networkIndex: k.text('network_index'),
      networkExpiresAt: k.time('network_expires_at'),
      createdAt: k.time('created_at').notNull(),
    },
    (t) => [
      k.index('comment_contacts_email').on(t.emailIndex, t.createdAt),
      k.index('comment_contacts_network').on(t.networkIndex, t.createdAt),
    ],
  );

  const moderationDecisions = k.table(
    'moderation_decisions',
    {
      id: k.text('id').primaryKey(),
      /** No foreign key: what was decided outlives what it was about. */
      commentId: k.text('comment_id').notNull(),
      /** Who decided; null when a rule did, and then `rule` names it. */
      userId: k.text('user_id').references(() => users.id),
      rule: k.text('rule'),
      fromStatus: k.text('from_status').$type<CommentStatus>(),
      toStatus: k.text('to_status').$type<CommentStatus>().notNull(),
      reason: k.text('reason'),
      reasonCode: k.text('reason_code').$type<ReasonCode>(),
      /** A change of state, or another act on the comment (`feature`, `edit`, `reveal` …). */
      act: k.text('act').notNull().default('move'),
      /**
       * Place in the chain, from 1 without gaps; `hash` covers the row and the hash before it
       * (db/moderation/decisions.ts).
       */
      sequence: k.int('sequence').notNull().unique(),
      hash: k.text('hash').notNull(),
      /** The decision that this one takes back. */
      undoesId: k.text('undoes_id'),
      createdAt: k.time('created_at').notNull(),
    },
    (t) => [
      k.index('moderation_decisions_comment').on(t.commentId, t.createdAt),
      k.index('moderation_decisions_time').on(t.createdAt),
    ],
  );

  return { comments, commentContacts, moderationDecisions };
}
