'use server';

import { z } from 'zod';
import { atMost } from '#lib/arabic/at-most.ts';
import type { Decided } from '#components/newsroom/queue/queue-card.tsx';
import { decideMany, undoAtOnce, type BatchResult } from '#db/moderation/batch.ts';
import {
  approveComment,
  markSpam,
  rejectComment,
  restoreComment,
  trashComment,
  type DecisionResult,
} from '#db/moderation/moderate.ts';
import { REASON_CODES } from '#db/tables/content.ts';
import { undoDecision } from '#db/moderation/undo.ts';
import { factsOf, type Aim } from '#lib/comments/states.ts';
import type { Person } from '#lib/people/can.ts';
import { cleanMultiline } from '#lib/arabic/bidi.ts';
import { requireStaffAction } from '../../_session.ts';
import { readWaiting } from '../_waiting.ts';
import { comeBack } from './_come-back.ts';
import { describeBatch, describeResult } from './_outcome.ts';
import { aim, seenList } from './_seen.ts';

const QUEUE = '/newsroom/comments';
const commands: Record<Aim, typeof approveComment> = {
  approved: approveComment,
  rejected: rejectComment,
  spam: markSpam,
  trash: trashComment,
  pending: restoreComment,
};

const decision = z.object({
  seen: seenList,
  /** A button that names a reason sends no `to`: it rejects. */
  to: aim.default('rejected'),
  reasonCode: z.enum(REASON_CODES).optional(),
  reason: z
    .string()
    .transform(cleanMultiline)
    .pipe(z.string().check(atMost(500)))
    .default(''),
  /** Only the near-copies that were ticked, each as it was shown. */
  alike: seenList.default([]),
});

type Taken = DecisionResult | BatchResult;

async function decideAs(person: Person, form: FormData): Promise<Taken> {
  const chosen = form.getAll('alike').join();
  const parsed = decision.safeParse({ ...Object.fromEntries(form), alike: chosen || undefined });
  if (!parsed.success) return { outcome: 'gone' };
  const { seen, to, alike, reasonCode, reason } = parsed.data;
  const why = factsOf(to).hasReason ? { reason, ...(reasonCode && { reasonCode }) } : {};
  const [own, ...others] = [...seen, ...alike].map((each) => ({ ...each, ...why }));
  return others.length === 0 ? commands[to](own!, person) : decideMany([own!, ...others], to, person);
}

/**
 * Beside a decision, the button undoes everything that was decided with it. In the history it undoes only its
 * own line, at any time.
 */
async function undoAs(person: Person, id: unknown, only = false): Promise<Taken> {
  if (!z.uuid().safeParse(id).success) return { outcome: 'gone' };
  return only ? undoDecision(id as string, person) : undoAtOnce(id as string, person);
}

async function toAnswer(result: Taken): Promise<Decided> {
  const isBatch = 'missed' in result;
  const [text, waiting] = await Promise.all([
    isBatch ? describeBatch(result) : describeResult(result),
    readWaiting(),
  ]);
  const decisionId = 'decisionId' in result ? result.decisionId : undefined;
  if (decisionId) return { outcome: 'decided', text, waiting, decisionId, at: Date.now() };
  return { outcome: !isBatch && result.outcome === 'gone' ? 'gone' : 'conflict', text, waiting };
}

function tellOf(form: FormData, result: Taken): never {
  if ('missed' in result) return comeBack(form, { done: result.decisionId, skipped: result.missed });
  if (result.outcome === 'decided') return comeBack(form, { done: result.decisionId });
  if (result.outcome === 'late' || result.outcome === 'emptied')
    return comeBack(form, { said: result.outcome });
  return comeBack(form, { missed: result.outcome === 'conflict' ? result.commentId : 'gone' });
}

export async function decide(form: FormData): Promise<void> {
  const { person } = await requireStaffAction('moderate', QUEUE);
  tellOf(form, await decideAs(person, form));
}

/** One decision on all ticked comments. */
export async function decideSelected(form: FormData): Promise<void> {
  const { person } = await requireStaffAction('moderate', QUEUE);
  const picked = seenList.safeParse(form.getAll('pick').join());
  const to = aim.safeParse(form.get('to'));
  if (!picked.success || !to.success) return comeBack(form, { missed: 'gone' });
  return tellOf(form, await decideMany(picked.data, to.data, person));
}

export async function undo(form: FormData): Promise<void> {
  const { person } = await requireStaffAction('moderate', QUEUE);
  tellOf(form, await undoAs(person, form.get('decisionId'), form.has('only')));
}

/** The same with scripts: the card itself reports what happened. */
export async function decideHere(form: FormData): Promise<Decided> {
  const { person } = await requireStaffAction('moderate', QUEUE);
  return toAnswer(await decideAs(person, form));
}

export async function undoHere(decisionId: string): Promise<Decided> {
  const { person } = await requireStaffAction('moderate', QUEUE);
  return toAnswer(await undoAs(person, decisionId));
}
