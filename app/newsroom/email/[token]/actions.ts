'use server';

import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { FormState } from '#components/newsroom/ui/form-state.ts';
import { confirmEmail } from '#db/people/own-account.ts';
import { answerWith, getStaff, requireOwnPage } from '../../_session.ts';

export async function submitConfirmation(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnPage();
  const t = await getTranslations('newsroom');
  const result = await confirmEmail(String(form.get('token') ?? ''));
  if ('email' in result)
    redirect(
      (await getStaff())
        ? '/newsroom/account?notice=emailConfirmed'
        : '/newsroom/sign-in?notice=emailConfirmed',
    );
  answerWith(result.fault === 'linkGone' ? 410 : 409);
  return {
    faults: { form: result.fault === 'linkGone' ? t('confirmEmail.goneLead') : t('faults.emailTaken') },
  };
}
