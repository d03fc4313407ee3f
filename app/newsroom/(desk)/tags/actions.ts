'use server';

import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { FormState } from '#components/newsroom/ui/form-state.ts';
import { getTag, mergeTags, removeTag, renameTag, tagSchema } from '#db/paper/tags.ts';
import { tagSlug } from '#lib/arabic/slug.ts';
import { readForm, refuse } from '../../_form.ts';
import { requireStaffAction } from '../../_session.ts';

const PATH = '/newsroom/tags';

export async function renameTagAction(_: FormState, form: FormData): Promise<FormState> {
  const { person } = await requireStaffAction('curate', PATH);
  const t = await getTranslations('newsroom.tags');
  const read = readForm(tagSchema, form);
  if ('wrong' in read) return refuse(read.values, { name: t('faults.name') });
  const result = await renameTag(String(form.get('id')), read.data, person);
  if (!('fault' in result)) redirect(`${PATH}?done=renamed`);
  return refuse(
    read.values,
    result.fault === 'known'
      ? { name: t('faults.known', { name: result.tag!.name }) }
      : { form: t('faults.gone') },
  );
}

export async function mergeTagAction(_: FormState, form: FormData): Promise<FormState> {
  const { person } = await requireStaffAction('curate', PATH);
  const t = await getTranslations('newsroom.tags');
  const into = String(form.get('into') ?? '');
  const target = await getTag(tagSlug(into));
  const id = String(form.get('id'));
  if (!target || target.id === id) return refuse({ into }, { into: t('faults.into') });
  // The first press only asks for confirmation, which is valid for the tag that the question named.
  if (form.get('sure') !== target.id) redirect(`${PATH}/${id}?into=${target.id}#merge`);
  const result = await mergeTags(id, target.id, person);
  if ('fault' in result) return refuse({ into }, { form: t('faults.gone') });
  redirect(`${PATH}?done=merged`);
}

export async function removeTagAction(form: FormData): Promise<void> {
  const { person } = await requireStaffAction('curate', PATH);
  const result = await removeTag(String(form.get('id')), person);
  redirect('fault' in result ? `${PATH}?fault=used` : `${PATH}?done=removed`);
}
