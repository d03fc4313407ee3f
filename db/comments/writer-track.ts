import { desc, eq, sql } from 'drizzle-orm';
import { preparedIn, type Runner } from '#db/engine/client.ts';
import { comments } from '#db/tables/tables.ts';
import { factsOf } from '#lib/comments/states.ts';

const LATELY = 30 * 86_400_000;
/** Older comments would not change the result. */
const MOST = 200;

export type WriterTrack = {
  /** When this browser sent its latest comments, newest first. */
  times: Date[];
  /** Comments of this writer that a person approved. */
  approved: number;
  decidedLately: number;
  rejectedLately: number;
};

const latestOf = preparedIn((runner) =>
  runner
    .select({ at: comments.createdAt, status: comments.status, reviewedAt: comments.reviewedAt })
    .from(comments)
    .where(eq(comments.writerId, sql.placeholder('writerId')))
    .orderBy(desc(comments.createdAt))
    .limit(MOST)
    .prepare(),
);

/**
 * What a writer has done before; empty for an unknown one. `others` are more browsers of the same person:
 * they add to the history, but not to the rate of this browser.
 */
export async function readTrack(
  runner: Runner,
  writerId: string,
  now: Date,
  others: readonly string[] = [],
): Promise<WriterTrack> {
  const read = async (id: string) => (id === '' ? [] : latestOf(runner).execute({ writerId: id }));
  const own = await read(writerId);
  const rows = [...own];
  for (const id of others) if (id !== writerId) rows.push(...(await read(id)));
  const reviewed = rows.filter((row) => row.reviewedAt !== null);
  const lately = reviewed.filter((row) => now.getTime() - row.reviewedAt!.getTime() <= LATELY);
  return {
    times: own.map((row) => row.at),
    approved: reviewed.filter(({ status }) => factsOf(status).track === 'approved').length,
    decidedLately: lately.length,
    rejectedLately: lately.filter(({ status }) => factsOf(status).track === 'rejected').length,
  };
}
