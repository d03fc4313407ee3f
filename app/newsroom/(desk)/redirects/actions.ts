'use server';

import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { FormState } from '#components/newsroom/ui/form-state.ts';
import { addRedirect, forgetMissing, redirectSchema, removeRedirect } from '#db/paper/redirects.ts';
import { readForm, refuse } from '../../_form.ts';
import { requireStaffAction } from '../../_session.ts';

const PATH = '/newsroom/redirects';

export async function saveRedirect(_: FormState, form: FormData): Promise<FormState> {
  const { person } = await requireStaffAction('settings', PATH);
  const t = await getTranslations('newsroom.redirects');
  const read = readForm(redirectSchema, form);
  if ('wrong' in read)
    return refuse(
      read.values,
      Object.fromEntries(read.wrong.map((name) => [name, t(`faults.${name as 'toPath'}`)])),
    );
  const result = await addRedirect(read.data, person);
  if ('fault' in result)
    return refuse(read.values, {
      [result.fault === 'known' ? 'fromPath' : 'toPath']: t(`faults.${result.fault}`),
    });
  redirect(`${PATH}?done=added`);
}

export async function removeRedirectAction(form: FormData): Promise<void> {
  const { person } = await requireStaffAction('settings', PATH);
  await removeRedirect(String(form.get('id')), person);
  redirect(`${PATH}?done=removed`);
}

export async function forgetMissingAction(form: FormData): Promise<void> {
  const { person } = await requireStaffAction('settings', PATH);
  await forgetMissing(String(form.get('path')), person);
  redirect(`${PATH}?done=forgotten`);
}
