'use server';

import { refresh } from 'next/cache';
import { getLocale, getTranslations } from 'next-intl/server';
import type { FormState } from '#components/newsroom/ui/form-state.ts';
import { changeOwnEmail, changeOwnName } from '#db/people/own-account.ts';
import { env } from '#lib/env.ts';
import { DEFAULT_LOCALE, isLocale } from '#lib/locales.ts';
import { memberEmail, personName } from '#lib/people/person-name.ts';
import { absoluteUrl } from '#lib/seo/absolute-url.ts';
import { refuse } from '../../_form.ts';
import { answerWith, getVisitor, requireStaffAction } from '../../_session.ts';
import { mailAtOnce } from '../../_mail-at-once.ts';

const PATH = '/newsroom/account';

export async function submitName(_: FormState, form: FormData): Promise<FormState> {
  const { person } = await requireStaffAction('enter', PATH);
  const t = await getTranslations('newsroom');
  const typed = String(form.get('name') ?? '').slice(0, 1000);
  const name = personName.safeParse(typed);
  if (!name.success) return refuse({ name: typed }, { name: t('faults.nameMissing') });
  await changeOwnName(person, name.data);
  refresh(); // the frame shows the name too
  return { values: { name: name.data }, notice: t('account.nameChanged') };
}

/**
 * With a mail server it sends a link to the new address that confirms the change; without one it changes the
 * address.
 */
export async function submitEmail(_: FormState, form: FormData): Promise<FormState> {
  const { person, email: own } = await requireStaffAction('enter', PATH);
  const t = await getTranslations('newsroom');
  const values = { email: String(form.get('email') ?? '').slice(0, 1000) };
  const email = memberEmail.safeParse(values.email);
  const password = String(form.get('current') ?? '').slice(0, 1000);
  if (!email.success || !password) {
    return refuse(values, {
      ...(!email.success && { email: t('faults.emailMissing') }),
      ...(!password && { current: t('faults.passwordMissing') }),
    });
  }
  const byLink = env.smtpUrl !== undefined;
  const result = await changeOwnEmail({
    person: { ...person, email: own },
    email: email.data,
    password,
    visitor: await getVisitor(),
    byLink,
  });
  if ('fault' in result) {
    answerWith(result.fault === 'locked' ? 429 : 422);
    return {
      values,
      faults: { [result.fault.startsWith('email') ? 'email' : 'current']: t(`faults.${result.fault}`) },
    };
  }
  if ('done' in result) {
    refresh();
    return { notice: t('account.emailChanged') };
  }
  const locale = await getLocale();
  const sent = await mailAtOnce({
    about: 'confirm',
    to: email.data,
    name: person.name,
    url: absoluteUrl(`/newsroom/email/${result.token}`),
    locale: isLocale(locale) ? locale : DEFAULT_LOCALE,
  });
  if (sent) return { notice: t('account.emailLinkSent') };
  answerWith(502);
  return { values, faults: { email: t('account.emailLinkFailed') } };
}
