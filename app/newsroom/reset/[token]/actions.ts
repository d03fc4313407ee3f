'use server';

import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { FormState } from '#components/newsroom/ui/form-state.ts';
import { resetPassword } from '#db/people/reset-password.ts';
import { setAuthCookies } from '../../_auth-cookies.ts';
import { answerWith, getVisitor, requireOwnPage } from '../../_session.ts';

export async function submitReset(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnPage();
  const t = await getTranslations('newsroom');
  const result = await resetPassword(
    String(form.get('token') ?? ''),
    String(form.get('password') ?? '').slice(0, 1000),
    await getVisitor(),
  );
  if ('setCookies' in result) {
    await setAuthCookies(result.setCookies);
    redirect('/newsroom/sign-in?notice=reset');
  }
  if (result.fault === 'linkGone') {
    answerWith(410);
    return { faults: { form: t('reset.goneLead') } };
  }
  answerWith(422);
  return { faults: { password: t(`faults.${result.fault}`) } };
}
