import { db, type Runner } from '#db/engine/client.ts';
import { newId } from '#db/engine/ids.ts';
import { auditLog } from '#db/tables/tables.ts';

export type AuditEntry = {
  userId: string | null;
  /**
   * A noun and what happened to it: `article.published`. Its words are in messages (newsroom.audit.actions).
   */
  action: string;
  subject: string;
  detail?: Record<string, unknown>;
  /** The same for all rows of one act: one `newId()` made by the command. */
  actId?: string;
  /** The changed fields, before and after; null for a subject that did not exist. */
  before?: Record<string, unknown> | null;
  after?: Record<string, unknown> | null;
};

/**
 * Writes one row to the audit log, in the transaction of the act if there is one. Never an address or a
 * secret.
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
