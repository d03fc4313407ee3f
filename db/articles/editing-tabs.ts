import { and, asc, eq, gt, lt, ne } from 'drizzle-orm';
import { db } from '#db/engine/client.ts';
import { editingTabs, users } from '#db/tables/tables.ts';

/** A tab sends a heartbeat every 20 seconds. A row that missed two of them counts as closed. */
const LASTS_MS = 45_000;

type Tab = { articleId: string; tabId: string; userId: string };

/**
 * Records that a tab has an article open. Returns the people who have it open in other tabs, each once. This
 * includes the same person in another tab.
 */
export async function keepTab(
  { articleId, tabId, userId }: Tab,
  now: Date,
): Promise<{ userId: string; name: string }[]> {
  const since = new Date(now.getTime() - LASTS_MS);
  await db().transaction(async (tx) => {
    await tx
      .delete(editingTabs)
      .where(and(eq(editingTabs.articleId, articleId), lt(editingTabs.seenAt, since)));
    await tx
      .insert(editingTabs)
      .values({ articleId, tabId, userId, seenAt: now })
      .onConflictDoUpdate({
        target: [editingTabs.articleId, editingTabs.tabId],
        set: { seenAt: now, userId },
      });
  });
  return db()
    .selectDistinct({ userId: users.id, name: users.name })
    .from(editingTabs)
    .innerJoin(users, eq(editingTabs.userId, users.id))
    .where(
      and(eq(editingTabs.articleId, articleId), ne(editingTabs.tabId, tabId), gt(editingTabs.seenAt, since)),
    )
    .orderBy(asc(users.name));
}

export async function leaveTab({ articleId, tabId, userId }: Tab): Promise<void> {
  await db()
    .delete(editingTabs)
    .where(
      and(eq(editingTabs.articleId, articleId), eq(editingTabs.tabId, tabId), eq(editingTabs.userId, userId)),
    );
}
