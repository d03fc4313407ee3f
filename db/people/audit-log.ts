import { db, type Runner } from '#db/engine/client.ts';
import { newId } from '#db/engine/ids.ts';
import { auditLog } from '#db/tables/tables.ts';

export type AuditEntry = {
  userId: string | null;
  /**
   * A noun and what happened to it: `article.published`. Each has its words in messages
   * (newsroom.audit.actions).
   */
  action: string;
  subject: string;
  detail?: Record<string, unknown>;
  /** The same for all rows of one act: `newId()` made once by the command. */
  actId?: string;
  /** The fields that changed, as they stood and as they stand; null for what was not there. */
  before?: Record<string, unknown> | null;
  after?: Record<string, unknown> | null;
};

/**
 * Writes one line of what was done; in the same transaction as the deed when there is one. Never an address
 * or a secret.
 */
export async function writeAudit(
  { userId, action, subject, detail, actId, before, after }: AuditEntry,
  at: Date,
  runner: Runner = db(),
) {
  await runner.insert(auditLog).values({
    id: newId(),
    userId,
    action,
    subject,
    detail: detail ?? null,
    actId: actId ?? null,
    before: before ?? null,
    after: after ?? null,
    createdAt: at,
  });
}
