'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import type { Decided } from '#components/newsroom/queue-card.tsx';
import { approveComment, markSpam, rejectComment, trashComment, undoDecision, type DecisionResult } from '#db/moderation.ts';
import type { Person } from '#lib/can.ts';
import { returnPath } from '#lib/return-path.ts';
import { requireStaffAction } from '../../_session.ts';
import { describeResult } from './_outcome.ts';

const QUEUE = '/newsroom/comments';
const commands = { approved: approveComment, rejected: rejectComment, spam: markSpam, trash: trashComment };

const decision = z.object({
  commentId: z.uuid(),
  status: z.enum(['pending', 'approved', 'rejected', 'spam', 'trash']),
  to: z.enum(['approved', 'rejected', 'spam', 'trash']),
});

async function decideAs(person: Person, form: FormData): Promise<DecisionResult> {
  const parsed = decision.safeParse(Object.fromEntries(form));
  if (!parsed.success) return { outcome: 'gone' };
  const { to, ...seen } = parsed.data;
  return commands[to](seen, person);
}

const undoAs = async (person: Person, id: unknown): Promise<DecisionResult> =>
  z.uuid().safeParse(id).success ? undoDecision(id as string, person) : { outcome: 'gone' };

async function toAnswer(result: DecisionResult): Promise<Decided> {
  const text = await describeResult(result);
  return result.outcome === 'decided' ? { outcome: 'decided', text, decisionId: result.decisionId, at: Date.now() } : { outcome: result.outcome, text };
}

/** Back to the list that the form stood in, which tells what happened. */
function comeBack(form: FormData, result: DecisionResult): never {
  const url = new URL(returnPath(form.get('back')), 'http://local');
  for (const key of ['done', 'missed']) url.searchParams.delete(key);
  if (result.outcome === 'decided') url.searchParams.set('done', result.decisionId);
  else url.searchParams.set('missed', result.outcome === 'conflict' ? result.commentId : 'gone');
  redirect(url.pathname + url.search);
}

export async function decide(form: FormData): Promise<void> {
  const { person } = await requireStaffAction('moderate', QUEUE);
  comeBack(form, await decideAs(person, form));
}

export async function undo(form: FormData): Promise<void> {
  const { person } = await requireStaffAction('moderate', QUEUE);
  comeBack(form, await undoAs(person, form.get('decisionId')));
}

/** The same where scripts are on: the card itself tells what happened. */
export async function decideHere(form: FormData): Promise<Decided> {
  const { person } = await requireStaffAction('moderate', QUEUE);
  return toAnswer(await decideAs(person, form));
}

export async function undoHere(decisionId: string): Promise<Decided> {
  const { person } = await requireStaffAction('moderate', QUEUE);
  return toAnswer(await undoAs(person, decisionId));
}
