'use server';

import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import type { FormState } from '#components/newsroom/ui/form-state.ts';
import { confirmCode, signIn } from '#db/people/sign-in.ts';
import { plainCode } from '#lib/arabic/read-number.ts';
import { memberEmail } from '#lib/people/person-name.ts';
import { returnPath } from '#lib/people/return-path.ts';
import { setAuthCookies } from '../_auth-cookies.ts';
import { answerWith, getVisitor, requireOwnPage } from '../_session.ts';
import { waitWords } from '../_wait-words.ts';

const credentials = z.object({ email: memberEmail, password: z.string().min(1).max(1000) });

/** First step. The form gets the email address back, but never the password. */
export async function submitPassword(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnPage();
  const t = await getTranslations('newsroom.signIn');
  const values = { email: String(form.get('email') ?? '').slice(0, 1000) };
  const parsed = credentials.safeParse({ email: values.email, password: form.get('password') });
  if (!parsed.success) {
    answerWith(422);
    const names = new Set(parsed.error.issues.map(({ path }) => path[0]));
    const faults = {
      ...(names.has('email') && { email: t('emailMissing') }),
      ...(names.has('password') && { password: t('passwordMissing') }),
    };
    return { values, faults };
  }
  const result = await signIn(parsed.data.email, parsed.data.password, await getVisitor());
  if (result.outcome === 'locked') {
    answerWith(429, result.retryAfter);
    return { values, faults: { form: t('locked', await waitWords(result.retryAfter)) } };
  }
  if (!('setCookies' in result)) {
    answerWith(401);
    return { values, faults: { form: t(result.outcome) } };
  }
  await setAuthCookies(result.setCookies);
  const next = returnPath(form.get('next'));
  redirect(
    result.outcome === 'codeNeeded' ? `/newsroom/sign-in/code?next=${encodeURIComponent(next)}` : next,
  );
}

/** Second step, for people who have turned it on. */
export async function submitCode(_: FormState, form: FormData): Promise<FormState> {
  await requireOwnPage();
  const t = await getTranslations('newsroom.code');
  const code = plainCode(String(form.get('code') ?? '').slice(0, 200));
  if (!code) {
    answerWith(422);
    return { faults: { code: t('missing') } };
  }
  const next = returnPath(form.get('next'));
  const result = await confirmCode(code, await getVisitor());
  if (result.outcome === 'ended') redirect(`/newsroom/sign-in?notice=ended&next=${encodeURIComponent(next)}`);
  if (result.outcome === 'locked') {
    answerWith(429, result.retryAfter);
    return { faults: { code: t('locked', await waitWords(result.retryAfter)) } };
  }
  if (!('setCookies' in result)) {
    answerWith(401);
    return { faults: { code: t(result.outcome) } };
  }
  await setAuthCookies(result.setCookies);
  redirect(next);
}
