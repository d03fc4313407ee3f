import { eq, max } from 'drizzle-orm';
import type { ArticleContent } from '#lib/articles/content.ts';
import { contentMediaIds } from './content.ts';
import type { Transaction } from '#db/engine/client.ts';
import { newId } from '#db/engine/ids.ts';
import { setMediaUsages } from '#db/media/usages.ts';
import type { RevisionAct } from '#db/tables/newsroom.ts';
import { revisions, type Revision } from '#db/tables/tables.ts';

type NewRevision = {
  articleId: string;
  act: RevisionAct;
  content: ArticleContent;
  note?: string;
  userId: string | null;
};

/**
 * Stores a content as a revision, in the transaction of the act. All revisions stay permanently except the
 * snapshots, see db/articles/snapshots.ts.
 */
export async function recordRevision(
  tx: Transaction,
  { articleId, act, content, note = '', userId }: NewRevision,
  now: Date,
): Promise<Revision> {
  const [last] = await tx
    .select({ number: max(revisions.number) })
    .from(revisions)
    .where(eq(revisions.articleId, articleId));
  const id = newId();
  const [revision] = await tx
    .insert(revisions)
    .values({ id, articleId, number: (last?.number ?? 0) + 1, act, content, note, userId, createdAt: now })
    .returning();
  await setMediaUsages(tx, 'revision', id, contentMediaIds(content));
  return revision!;
}
