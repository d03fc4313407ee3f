import { eq, max } from 'drizzle-orm';
import type { ArticleContent } from '#lib/article-content.ts';
import { contentMediaIds } from './article-content.ts';
import type { Transaction } from './client.ts';
import { newId } from './ids.ts';
import { setMediaUsages } from './media-usages.ts';
import type { RevisionAct } from './schema-newsroom.ts';
import { revisions, type Revision } from './tables.ts';

type NewRevision = {
  articleId: string;
  act: RevisionAct;
  content: ArticleContent;
  note?: string;
  userId: string | null;
};

/**
 * Keeps a content; in the transaction of the act. All stay for good but the snapshots, see db/snapshots.ts.
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
