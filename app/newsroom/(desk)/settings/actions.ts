'use server';

import { getTranslations } from 'next-intl/server';
import type { FormState } from '#components/newsroom/ui/form-state.ts';
import { changeSiteSettings, siteSettingsSchema } from '#db/paper/site-settings.ts';
import { readForm, refuse, refuseStale } from '../../_form.ts';
import { requireStaffAction } from '../../_session.ts';

export async function saveSite(_: FormState, form: FormData): Promise<FormState> {
  const { person } = await requireStaffAction('settings', '/newsroom/settings');
  const t = await getTranslations('newsroom.site');
  const read = readForm(siteSettingsSchema, form);
  if ('wrong' in read)
    return refuse(
      read.values,
      Object.fromEntries(read.wrong.map((name) => [name, t(`faults.${name as 'timeZone'}`)])),
    );
  const result = await changeSiteSettings({ ...read.data, stamp: String(form.get('stamp')) }, person);
  if (!('fault' in result)) return { values: { ...read.values, stamp: result.stamp }, notice: t('saved') };
  if (result.fault === 'conflict') return refuseStale(read.values, result.stamp);
  return refuse(read.values, { logoMediaId: t('faults.logoMediaId') });
}
