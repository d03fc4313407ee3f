'use server';

import { getTranslations } from 'next-intl/server';
import type { FormState } from '#components/newsroom/ui/form-state.ts';
import { askForReset } from '#db/people/reset-password.ts';
import { env } from '#lib/env.ts';
import { memberEmail } from '#lib/people/person-name.ts';
import { answerWith, getVisitor, requireOwnPage } from '../../_session.ts';
import { waitWords } from '../../_wait-words.ts';

/** The response is the same for an address with an account and for one without. */
export async function submitForgotten(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnPage();
  const [t, faults] = await Promise.all([
    getTranslations('newsroom.forgot'),
    getTranslations('newsroom.faults'),
  ]);
  const values = { email: String(form.get('email') ?? '').slice(0, 1000) };
  const email = memberEmail.safeParse(values.email);
  if (!email.success || !env.smtpUrl) {
    answerWith(422);
    return { values, faults: { email: faults('emailMissing') } };
  }
  const result = await askForReset(email.data, await getVisitor());
  if (result.outcome === 'asked') return { notice: t('asked') };
  answerWith(429, result.retryAfter);
  return { values, faults: { form: t('locked', await waitWords(result.retryAfter)) } };
}
