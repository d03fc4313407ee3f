import type { Kit } from './kit.sqlite.ts';
import type { buildContentTables, CommentStatus } from './schema.ts';
import type { buildStaffTables } from './schema-staff.ts';

type Others = Pick<ReturnType<typeof buildContentTables>, 'articles'> & Pick<ReturnType<typeof buildStaffTables>, 'users'>;

/** What readers write, what we must keep about it in private, and what was decided. */
export function buildCommentTables(k: Kit, { articles, users }: Others) {
  const comments = k.table(
    'comments',
    {
      id: k.text('id').primaryKey(),
      articleId: k.text('article_id').notNull().references(() => articles.id, { onDelete: 'cascade' }),
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
    },
    (t) => [
      k.index('comments_article').on(t.articleId, t.status, t.createdAt),
      k.index('comments_queue').on(t.status, t.createdAt),
      k.index('comments_thread').on(t.threadId),
      k.index('comments_body_key').on(t.articleId, t.bodyKey),
    ],
  );

  /** Only `db/contacts.ts` reads this table; no public query joins it. */
  const commentContacts = k.table(
    'comment_contacts',
    {
      commentId: k.text('comment_id').primaryKey().references(() => comments.id, { onDelete: 'cascade' }),
      /** AES-256-GCM of the address (lib/crypto.ts). */
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
      commentId: k.text('comment_id').notNull().references(() => comments.id, { onDelete: 'cascade' }),
      /** Who decided; null when a rule did, and then `rule` names it. */
      userId: k.text('user_id').references(() => users.id),
      rule: k.text('rule'),
      fromStatus: k.text('from_status').$type<CommentStatus>(),
      toStatus: k.text('to_status').$type<CommentStatus>().notNull(),
      reason: k.text('reason'),
      /** The decision that this one takes back. */
      undoesId: k.text('undoes_id'),
      createdAt: k.time('created_at').notNull(),
    },
    (t) => [k.index('moderation_decisions_comment').on(t.commentId, t.createdAt), k.index('moderation_decisions_time').on(t.createdAt)],
  );

  return { comments, commentContacts, moderationDecisions };
}
