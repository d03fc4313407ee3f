'use server';

import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { FormState } from '#components/newsroom/ui/form-state.ts';
import { addSection, changeSection, moveSection, removeSection, sectionSchema } from '#db/paper/sections.ts';
import { readForm, refuse, refuseStale } from '../../_form.ts';
import { requireStaffAction } from '../../_session.ts';

const PATH = '/newsroom/sections';

export async function saveSection(_: FormState, form: FormData): Promise<FormState> {
  const { person } = await requireStaffAction('settings', PATH);
  const t = await getTranslations('newsroom.sections');
  const read = readForm(sectionSchema, form);
  if ('wrong' in read)
    return refuse(
      read.values,
      Object.fromEntries(read.wrong.map((name) => [name, t(`faults.${name as 'slug'}`)])),
    );
  const id = String(form.get('id') ?? '');
  const result = id
    ? await changeSection({ id, stamp: String(form.get('stamp')) }, read.data, person)
    : await addSection(read.data, person);
  if ('stamp' in result) return refuseStale(read.values, result.stamp);
  if ('fault' in result)
    return refuse(read.values, { [result.fault === 'known' ? 'slug' : 'form']: t(`faults.${result.fault}`) });
  redirect(`${PATH}?done=${id ? 'changed' : 'added'}`);
}

export async function moveSectionAction(form: FormData): Promise<void> {
  const { person } = await requireStaffAction('settings', PATH);
  await moveSection(String(form.get('id')), form.get('by') === 'up' ? -1 : 1, person);
  redirect(`${PATH}?done=moved`);
}

export async function removeSectionAction(form: FormData): Promise<void> {
  const { person } = await requireStaffAction('settings', PATH);
  const result = await removeSection(String(form.get('id')), person);
  redirect('fault' in result ? `${PATH}?fault=${result.fault}` : `${PATH}?done=removed`);
}
