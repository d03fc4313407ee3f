'use server';

import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { FormState } from '#components/newsroom/form-state.ts';
import { addPage, changePage, pageSchema, removePage } from '#db/pages.ts';
import { isLocale } from '#lib/locales.ts';
import { readForm, refuse, refuseStale } from '../../_form.ts';
import { requireStaffAction } from '../../_session.ts';

const PATH = '/newsroom/pages';

const nameFaults = (wrong: string[], t: (key: 'faults.slug') => string) =>
  Object.fromEntries(wrong.map((name) => [name, t(`faults.${name as 'slug'}`)]));

export async function addPageAction(_: FormState, form: FormData): Promise<FormState> {
  const { person } = await requireStaffAction('curate', PATH);
  const t = await getTranslations('newsroom.pages');
  const read = readForm(pageSchema, form);
  if ('wrong' in read) return refuse(read.values, nameFaults(read.wrong, t));
  const { fault } = await addPage(read.data, person);
  if (fault) return refuse(read.values, { [fault === 'known' ? 'slug' : fault]: t(`faults.${fault}`) });
  redirect(`${PATH}?done=added`);
}

export async function changePageAction(_: FormState, form: FormData): Promise<FormState> {
  const { person } = await requireStaffAction('curate', PATH);
  const t = await getTranslations('newsroom.pages');
  const read = readForm(pageSchema, form);
  if ('wrong' in read) return refuse(read.values, nameFaults(read.wrong, t));
  const changed = await changePage({ ...read.data, stamp: String(form.get('stamp')) }, person);
  if (changed.fault === 'conflict') return refuseStale(read.values, changed.stamp);
  if (changed.fault) return refuse(read.values, { [changed.fault === 'gone' ? 'form' : changed.fault]: t(`faults.${changed.fault}`) });
  redirect(`${PATH}?done=changed`);
}

export async function removePageAction(form: FormData): Promise<void> {
  const { person } = await requireStaffAction('curate', PATH);
  const locale = String(form.get('locale'));
  const isRemoved = isLocale(locale) && (await removePage(String(form.get('slug')), locale, person));
  redirect(isRemoved ? `${PATH}?done=removed` : `${PATH}?fault=own`);
}
