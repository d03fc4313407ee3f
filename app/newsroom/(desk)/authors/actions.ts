'use server';

import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { FormState } from '#components/newsroom/ui/form-state.ts';
import { addAuthor, authorSchema, changeAuthor, removeAuthor } from '#db/paper/authors.ts';
import { readForm, refuse, refuseStale } from '../../_form.ts';
import { requireStaffAction } from '../../_session.ts';

const PATH = '/newsroom/authors';
const AT = { known: 'slug', picture: 'mediaId', user: 'userId', gone: 'form' } as const;

export async function saveAuthor(_: FormState, form: FormData): Promise<FormState> {
  const { person } = await requireStaffAction('curate', PATH);
  const t = await getTranslations('newsroom.authors');
  const read = readForm(authorSchema, form);
  if ('wrong' in read)
    return refuse(
      read.values,
      Object.fromEntries(read.wrong.map((name) => [name, t(`faults.${name as 'slug'}`)])),
    );
  const id = String(form.get('id') ?? '');
  const result = id
    ? await changeAuthor({ id, stamp: String(form.get('stamp')) }, read.data, person)
    : await addAuthor(read.data, person);
  if ('stamp' in result) return refuseStale(read.values, result.stamp);
  if ('fault' in result) return refuse(read.values, { [AT[result.fault]]: t(`faults.${result.fault}`) });
  redirect(`${PATH}?done=${id ? 'changed' : 'added'}`);
}

export async function removeAuthorAction(form: FormData): Promise<void> {
  const { person } = await requireStaffAction('curate', PATH);
  const result = await removeAuthor(String(form.get('id')), person);
  redirect('fault' in result ? `${PATH}?fault=used` : `${PATH}?done=removed`);
}
