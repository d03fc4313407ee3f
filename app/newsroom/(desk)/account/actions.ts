'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { FormState } from '#components/newsroom/ui/form-state.ts';
import { changePassword } from '#db/people/change-password.ts';
import { removePasskey, renamePasskey } from '#db/people/passkeys.ts';
import { revokeOtherSessions, revokeSession } from '#db/people/sessions.ts';
import {
  beginTwoStep,
  cancelTwoStep,
  confirmTwoStep,
  disableTwoStep,
  renewBackupCodes,
  type TwoStepResult,
} from '#db/people/two-step.ts';
import { plainCode } from '#lib/arabic/read-number.ts';
import { setAuthCookies } from '../../_auth-cookies.ts';
import { answerWith, getVisitor, requireStaffAction } from '../../_session.ts';
import { passkeyName } from './_passkey-name.ts';

const PATH = '/newsroom/account';

export async function revoke(form: FormData): Promise<void> {
  const { person } = await requireStaffAction('enter', PATH);
  await revokeSession(person.id, String(form.get('id') ?? ''));
  redirect(`${PATH}?notice=revoked`);
}

export async function revokeOthers(): Promise<void> {
  const { person, sessionId } = await requireStaffAction('enter', PATH);
  redirect(`${PATH}?ended=${await revokeOtherSessions(person.id, sessionId)}`);
}

export async function submitNewPassword(_: FormState, form: FormData): Promise<FormState> {
  const { person, email } = await requireStaffAction('enter', PATH);
  const t = await getTranslations('newsroom');
  const text = (name: string) => String(form.get(name) ?? '');
  const empty = ['current', 'password'].filter((name) => !text(name));
  if (empty.length > 0) {
    answerWith(422);
    return { faults: Object.fromEntries(empty.map((name) => [name, t('faults.passwordMissing')])) };
  }
  const result = await changePassword(
    { ...person, email },
    text('current'),
    text('password'),
    await getVisitor(),
  );
  if ('fault' in result) {
    answerWith(result.fault === 'locked' ? 429 : 422);
    return {
      faults: { [result.fault === 'passwordWrong' ? 'current' : 'password']: t(`faults.${result.fault}`) },
    };
  }
  await setAuthCookies(result.setCookies);
  return { notice: t('account.passwordChanged') };
}

async function takeStep(step: string, userId: string, form: FormData): Promise<TwoStepResult | null> {
  const password = String(form.get('password') ?? '');
  const visitor = await getVisitor();
  switch (step) {
    case 'begin':
      return beginTwoStep(userId, password, visitor);
    case 'confirm':
      return confirmTwoStep(userId, plainCode(String(form.get('code') ?? '').slice(0, 200)), visitor);
    case 'renew':
      return renewBackupCodes(userId, password, visitor);
    case 'disable':
      return disableTwoStep(userId, password, visitor);
    case 'cancel':
      await cancelTwoStep(userId);
      return null;
    default:
      return null;
  }
}

/**
 * Every step of turning the second step on and off. It is one action, so that its result survives the change
 * of state.
 */
export async function changeTwoStep(_: FormState, form: FormData): Promise<FormState> {
  const { person } = await requireStaffAction('enter', PATH);
  const t = await getTranslations('newsroom');
  const step = String(form.get('step') ?? '');
  const result = await takeStep(step, person.id, form);
  if (!result) redirect(PATH);
  if ('fault' in result) {
    answerWith(result.fault === 'locked' ? 429 : 422);
    return {
      values: { step },
      faults: { [step === 'confirm' ? 'code' : 'password']: t(`faults.${result.fault}`) },
    };
  }
  await setAuthCookies(result.setCookies);
  refresh(); // the panel shows the new state beside the result
  return {
    ...(result.backupCodes && { codes: result.backupCodes }),
    ...(step === 'disable' && { notice: t('twoStep.turnedOff') }),
  };
}

/** Renames or removes a passkey. */
export async function changePasskey(_: FormState, form: FormData): Promise<FormState> {
  const { person } = await requireStaffAction('enter', PATH);
  const t = await getTranslations('newsroom.passkeys');
  const id = String(form.get('id') ?? '');
  if (form.get('step') === 'remove') {
    const wasThere = await removePasskey(person.id, id);
    redirect(`${PATH}?notice=${wasThere ? 'keyRemoved' : 'keyGone'}`);
  }
  const typed = String(form.get('name') ?? '').slice(0, 1000);
  const name = passkeyName.safeParse(typed);
  if (!name.success) {
    answerWith(422);
    return { values: { name: typed }, faults: { name: t('nameMissing') } };
  }
  const wasThere = await renamePasskey(person.id, id, name.data);
  redirect(`${PATH}?notice=${wasThere ? 'keyRenamed' : 'keyGone'}`);
}
