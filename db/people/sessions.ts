import { and, desc, eq, gt, ne } from 'drizzle-orm';
import { db } from '#db/engine/client.ts';
import { sessions } from '#db/tables/tables.ts';

/** Where somebody is signed in, the newest first. The token stays in the database. */
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

/** Ends one of somebody's own sessions at once: the next request with it is signed out. */
export async function revokeSession(userId: string, id: string): Promise<boolean> {
  const rows = await db()
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), eq(sessions.id, id)))
    .returning({ id: sessions.id });
  return rows.length > 0;
}

/** Ends all of somebody's sessions but the one they are using. */
export async function revokeOtherSessions(userId: string, keepId: string): Promise<number> {
  const rows = await db()
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), ne(sessions.id, keepId)))
    .returning({ id: sessions.id });
  return rows.length;
}
