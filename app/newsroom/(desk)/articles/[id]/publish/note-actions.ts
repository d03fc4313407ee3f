'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import type { FormState } from '#components/newsroom/ui/form-state.ts';
import { amendCorrection, correctionStamp, removeCorrection } from '#db/articles/corrections.ts';
import { readForm, refuse, refuseStale, tellSent } from '#app/newsroom/_form.ts';
import { requireStaffAction } from '#app/newsroom/_session.ts';
import { deskPath, openArticleForAction } from '../_article.ts';
import { noteFault, noteText } from './_note-text.ts';

const seen = z.object({ id: z.string().max(64), stamp: z.string().max(64) });
const amending = seen.extend({ kind: z.enum(['correction', 'clarification', 'update']).optional() });

async function open(number: number) {
  await requireStaffAction('publish', '/newsroom/articles');
  return openArticleForAction(number, '/publish');
}

function done(number: number, what: string): never {
  revalidatePath('/newsroom', 'layout');
  redirect(deskPath(number, `/publish?done=${what}`));
}

/** Changes the text or the kind of a published note. */
export async function amendNote(number: number, _: FormState, form: FormData): Promise<FormState> {
  const { article, staff } = await open(number);
  const t = await getTranslations('newsroom.writing.publishing');
  const read = readForm(amending, form);
  if ('wrong' in read) return refuse(read.values, { form: t('faults.noteGone') });
  const {
    data: { kind, ...note },
    values,
  } = read;
  const text = noteText(form);
  const wrong = noteFault(text, 'textMissing');
  if (wrong) return refuse(values, { text: t(`faults.${wrong}`) });
  const result = await amendCorrection(
    { ...note, text, articleId: article.id, ...(kind && { kind }) },
    staff.person,
    new Date(),
  );
  if (!('fault' in result)) {
    await tellSent(form);
    return done(number, 'noteAmended');
  }
  return result.fault === 'stale'
    ? refuseStale(values, correctionStamp(result.correction))
    : refuse(values, { form: t('faults.noteGone') });
}

/** Removes a published note. */
export async function removeNote(number: number, _: FormState, form: FormData): Promise<FormState> {
  const { article, staff } = await open(number);
  const t = await getTranslations('newsroom.writing.publishing');
  const read = readForm(seen, form);
  if ('wrong' in read) return refuse(read.values, { form: t('faults.noteGone') });
  const result = await removeCorrection({ ...read.data, articleId: article.id }, staff.person, new Date());
  if (!('fault' in result)) return done(number, 'noteRemoved');
  return result.fault === 'stale'
    ? refuseStale(read.values, correctionStamp(result.correction))
    : refuse(read.values, {
        form: t(result.fault === 'state' ? 'faults.noteOfRetracted' : 'faults.noteGone'),
      });
}
