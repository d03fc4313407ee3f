import { asc, gt } from 'drizzle-orm';
import { verifyChain, type ChainHead } from '#lib/security/hash-chain.ts';
import { db } from '#db/engine/client.ts';
import { moderationDecisions } from '#db/tables/tables.ts';

const PAGE = 5000;

/**
 * Verifies the chain of decisions from its first row to its last, one page of rows at a time. `tell` is
 * called after each page with the number of rows so far.
 */
export async function verifyDecisions(
  pageSize = PAGE,
  tell: (count: number) => void = () => {},
): Promise<ReturnType<typeof verifyChain>> {
  let head: ChainHead | undefined;
  for (;;) {
    const rows = await db()
      .select()
      .from(moderationDecisions)
      .where(gt(moderationDecisions.sequence, head?.count ?? 0))
      .orderBy(asc(moderationDecisions.sequence))
      .limit(pageSize);
    const result = verifyChain(rows, head);
    if (!result.ok || rows.length < pageSize) return result;
    head = result;
    tell(result.count);
  }
}
