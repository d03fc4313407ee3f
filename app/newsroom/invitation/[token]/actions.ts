'use server';

import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import type { FormState } from '#components/newsroom/ui/form-state.ts';
import { acceptInvitation } from '#db/people/staff.ts';
import { answerWith, requireOwnPage } from '../../_session.ts';

export async function submitInvitation(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnPage();
  const t = await getTranslations('newsroom');
  const result = await acceptInvitation(
    String(form.get('token') ?? ''),
    String(form.get('password') ?? ''),
    await getLocale(),
  );
  if (!('fault' in result)) redirect('/newsroom/sign-in?notice=joined');
  if (result.fault === 'invitationGone') {
    answerWith(410);
    return { faults: { form: t('invitation.goneLead') } };
  }
  answerWith(422);
  return { faults: { password: t(`faults.${result.fault}`) } };
}
