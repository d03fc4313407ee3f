'use server';

import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { FormState } from '#components/newsroom/form-state.ts';
import { pageSchema, removePage, savePage } from '#db/pages.ts';
import { isLocale } from '#lib/locales.ts';
import { readForm, refuse } from '../../_form.ts';
import { requireStaffAction } from '../../_session.ts';

const PATH = '/newsroom/pages';

export async function savePageAction(_: FormState, form: FormData): Promise<FormState> {
  const { person } = await requireStaffAction('curate', PATH);
  const t = await getTranslations('newsroom.pages');
  const read = readForm(pageSchema, form);
  if ('wrong' in read) return refuse(read.values, Object.fromEntries(read.wrong.map((name) => [name, t(`faults.${name as 'slug'}`)])));
  const saved = await savePage(read.data, person);
  if ('fault' in saved) return refuse(read.values, { text: t('faults.text') });
  redirect(`${PATH}?done=${saved.isNew ? 'added' : 'changed'}`);
}

export async function removePageAction(form: FormData): Promise<void> {
  const { person } = await requireStaffAction('curate', PATH);
  const locale = String(form.get('locale'));
  const isRemoved = isLocale(locale) && (await removePage(String(form.get('slug')), locale, person));
  redirect(isRemoved ? `${PATH}?done=removed` : `${PATH}?fault=own`);
}
