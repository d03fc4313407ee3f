import { and, desc, eq, gt, ne } from 'drizzle-orm';
import { db } from '#db/engine/client.ts';
import { sessions } from '#db/tables/tables.ts';

/** The active sessions of a user, the newest first. The token stays in the database. */
export const listSessions = (userId: string, now = new Date()) =>
  db()
    .select({
      id: sessions.id,
      userAgent: sessions.userAgent,
      ipAddress: sessions.ipAddress,
      createdAt: sessions.createdAt,
    })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.createdAt));

export type SessionRow = Awaited<ReturnType<typeof listSessions>>[number];

/** Ends one of the user's own sessions: the next request with it is signed out. */
export async function revokeSession(userId: string, id: string): Promise<boolean> {
  const rows = await db()
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), eq(sessions.id, id)))
    .returning({ id: sessions.id });
  return rows.length > 0;
}

/** Ends all sessions of a user except the current one. */
export async function revokeOtherSessions(userId: string, keepId: string): Promise<number> {
  const rows = await db()
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), ne(sessions.id, keepId)))
    .returning({ id: sessions.id });
  return rows.length;
}
