'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { FormState } from '#components/newsroom/ui/form-state.ts';
import {
  changeCommentSettings,
  commentSettingsSchema,
  endHoldAll,
  endSlowMode,
  holdAll,
  slowDown,
  slowModeSchema,
} from '#db/moderation/settings.ts';
import { answerWith, requireStaffAction } from '#app/newsroom/_session.ts';

const PATH = '/newsroom/comments/settings';
const FIELDS = ['commentsCloseAfterDays', 'holdScore', 'spamScore', 'trustAfter', 'webhookUrl'] as const;

/**
 * The line about the switch is in the layout of the newsroom's pages, which a redirect alone does not render
 * again.
 */
function comeBack(done: string): never {
  revalidatePath('/newsroom', 'layout');
  redirect(`${PATH}?done=${done}`);
}

export async function saveSettings(_: FormState, form: FormData): Promise<FormState> {
  const { person } = await requireStaffAction('moderationRules', PATH);
  const t = await getTranslations('newsroom.settings');
  const values = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  const parsed = commentSettingsSchema.safeParse(values);
  if (!parsed.success) {
    answerWith(422);
    const wrong = new Set(parsed.error.issues.map(({ path }) => path[0]));
    return {
      values,
      faults: Object.fromEntries(
        FIELDS.filter((name) => wrong.has(name)).map((name) => [name, t(`faults.${name}`)]),
      ),
    };
  }
  await changeCommentSettings(parsed.data, person);
  return { values, notice: t('saved') };
}

export async function turnOnHoldAll(): Promise<void> {
  const { person } = await requireStaffAction('moderationRules', PATH);
  await holdAll(person);
  comeBack('holdAll');
}

export async function turnOffHoldAll(): Promise<void> {
  const { person } = await requireStaffAction('moderationRules', PATH);
  await endHoldAll(person);
  comeBack('holdAllEnded');
}

export async function turnOnSlowMode(form: FormData): Promise<void> {
  const { person } = await requireStaffAction('moderationRules', PATH);
  const parsed = slowModeSchema.safeParse(Object.fromEntries(form));
  if (!parsed.success) redirect(`${PATH}?ask=slowMode&fault=minutes`);
  await slowDown(parsed.data, person);
  comeBack('slowMode');
}

export async function turnOffSlowMode(): Promise<void> {
  const { person } = await requireStaffAction('moderationRules', PATH);
  await endSlowMode(person);
  comeBack('slowModeEnded');
}
