import { getTranslations } from 'next-intl/server';
import { getDecision, getStanding, type DecisionResult } from '#db/moderation.ts';
import { isolate } from '#lib/arabic/bidi.ts';

/** What to tell about a decision that was taken. */
export async function describeDecision(decisionId: string): Promise<string | undefined> {
  const t = await getTranslations('newsroom.queue');
  const decision = await getDecision(decisionId);
  if (!decision) return undefined;
  return t(`${decision.undoesId ? 'undone' : 'done'}.${decision.toStatus}`, { name: isolate(decision.commentName) });
}

/** What to tell about a decision that could not be taken. */
export async function describeMissed(commentId: string): Promise<string> {
  const t = await getTranslations('newsroom.queue');
  const standing = await getStanding(commentId);
  if (!standing) return t('gone');
  return t(`conflict.${standing.status}`, { by: isolate(standing.byName ?? t('somebody')) });
}

export async function describeResult(result: DecisionResult): Promise<string> {
  const t = await getTranslations('newsroom.queue');
  if (result.outcome === 'gone') return t('gone');
  return result.outcome === 'conflict' ? describeMissed(result.commentId) : ((await describeDecision(result.decisionId)) ?? t('gone'));
}
