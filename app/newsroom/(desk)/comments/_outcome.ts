import { getTranslations } from 'next-intl/server';
import { countBatch, type BatchResult } from '#db/moderation/batch.ts';
import { getDecision, getStanding, type DecisionResult } from '#db/moderation/moderate.ts';
import { isolate } from '#lib/arabic/bidi.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import { getDates } from '../../_dates.ts';

type Decision = NonNullable<Awaited<ReturnType<typeof getDecision>>>;

/** How many decisions were taken, or undone, together with this one, including itself. */
const countWith = async ({ userId, createdAt, undoesId }: Decision) =>
  userId ? countBatch(userId, createdAt, undoesId !== null) : 0;

/** The message about a decision that was taken. */
export async function describeDecision(decisionId: string): Promise<string | undefined> {
  const t = await getTranslations('newsroom.queue');
  const decision = await getDecision(decisionId);
  if (!decision) return undefined;
  const name = isolate(decision.commentName);
  if (decision.act === 'resolve') return t('kept', { name });
  const count = await countWith(decision);
  const together = { count, n: formatNumber(count, await getDates()) };
  if (count > 1)
    return decision.undoesId ? t('undoneMany', together) : t(`doneMany.${decision.toStatus}`, together);
  return t(`${decision.undoesId ? 'undone' : 'done'}.${decision.toStatus}`, { name });
}

/** The message about a decision that could not be taken. */
export async function describeMissed(commentId: string): Promise<string> {
  const t = await getTranslations('newsroom.queue');
  const standing = await getStanding(commentId);
  if (!standing) return t('gone');
  if (standing.isEdited) return t('conflict.edited');
  return t(`conflict.${standing.status}`, { by: isolate(standing.byName ?? t('somebody')) });
}

/**
 * How many comments of a batch were skipped: somebody had decided on them before, or their writers had edited
 * them.
 */
export async function describeSkipped(count: number): Promise<string> {
  const t = await getTranslations('newsroom.queue');
  return t('skipped', { count, n: formatNumber(count, await getDates()) });
}

export async function describeResult(result: DecisionResult): Promise<string> {
  const t = await getTranslations('newsroom.queue');
  if (result.outcome === 'gone') return t('gone');
  if (result.outcome === 'late' || result.outcome === 'emptied') return t(`said.${result.outcome}`);
  return result.outcome === 'conflict'
    ? describeMissed(result.commentId)
    : ((await describeDecision(result.decisionId)) ?? t('gone'));
}

/** The message about decisions that were taken, or undone, together. */
export async function describeBatch({ decisionId, missed }: BatchResult): Promise<string> {
  const done = decisionId && (await describeDecision(decisionId));
  return [done, missed > 0 && (await describeSkipped(missed))].filter(Boolean).join(' ');
}
