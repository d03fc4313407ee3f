'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import {
  addWordRule,
  changeWordRule,
  removeWordRule,
  wordRuleSchema,
  type WordRuleResult,
} from '#db/moderation/word-rules.ts';
import { resetClassifier } from '#db/moderation/classifier.ts';
import { withQuery } from '#app/newsroom/_query.ts';
import { requireStaffAction } from '#app/newsroom/_session.ts';

const PATH = '/newsroom/comments/rules';

const comeBack = (result: WordRuleResult, done: 'added' | 'changed' | 'removed'): never =>
  redirect(withQuery(PATH, 'fault' in result ? { fault: result.fault } : { done, about: result.rule.word }));

export async function saveRule(form: FormData): Promise<void> {
  const { person } = await requireStaffAction('moderationRules', PATH);
  const parsed = wordRuleSchema.safeParse(Object.fromEntries(form));
  if (!parsed.success) redirect(withQuery(PATH, { fault: 'word' }));
  const id = z.uuid().safeParse(form.get('id'));
  if (id.success) comeBack(await changeWordRule(id.data, parsed.data, person), 'changed');
  comeBack(await addWordRule(parsed.data, person), 'added');
}

export async function removeRule(form: FormData): Promise<void> {
  const { person } = await requireStaffAction('moderationRules', PATH);
  const id = z.uuid().safeParse(form.get('id'));
  comeBack(id.success ? await removeWordRule(id.data, person) : { fault: 'gone' }, 'removed');
}

export async function forgetLearned(): Promise<void> {
  const { person } = await requireStaffAction('moderationRules', PATH);
  await resetClassifier(person);
  redirect(withQuery(PATH, { done: 'reset' }));
}
