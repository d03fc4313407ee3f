import { db, type Runner } from './client.ts';
import { newId } from './ids.ts';
import { auditLog } from './tables.ts';

export type AuditEntry = { userId: string | null; action: string; subject: string; detail?: Record<string, unknown> };

/** Writes one line of what was done; in the same transaction as the deed when there is one. Never an address or a secret. */
export async function writeAudit({ userId, action, subject, detail }: AuditEntry, at: Date, runner: Runner = db()) {
  await runner.insert(auditLog).values({ id: newId(), userId, action, subject, detail: detail ?? null, createdAt: at });
}
