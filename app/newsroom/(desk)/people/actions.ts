'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { FormState } from '#components/newsroom/ui/form-state.ts';
import {
  changeRole,
  disablePerson,
  enablePerson,
  endSessions,
  resetTwoStep,
  type PeopleResult,
} from '#db/people/people.ts';
import { changeMember } from '#db/people/own-account.ts';
import { makeResetLink } from '#db/people/reset-password.ts';
import { invitationSchema, inviteStaff, renewInvitation, revokeInvitation } from '#db/people/staff.ts';
import { isolate } from '#lib/arabic/bidi.ts';
import { ROLES, type Person, type Role } from '#lib/people/can.ts';
import { memberEmail, personName } from '#lib/people/person-name.ts';
import { absoluteUrl } from '#lib/seo/absolute-url.ts';
import { withQuery } from '../../_query.ts';
import { answerWith, requireStaffAction } from '../../_session.ts';
import { invitationUrl, mailInvitation } from './_invitation-mail.ts';

const PATH = '/newsroom/people';

/** Sends the link by mail, or shows it here, once. */
async function handOver(invited: {
  token: string;
  email: string;
  name: string;
  role: Role;
}): Promise<FormState> {
  const t = await getTranslations('newsroom.people');
  const url = invitationUrl(invited.token);
  refresh(); // updates the list of invitations beside the result
  if (await mailInvitation({ ...invited, url })) return { notice: t('mailed', { name: invited.name }) };
  return { notice: t('handOver', { name: invited.name }), link: url };
}

export async function invite(_: FormState, form: FormData): Promise<FormState> {
  const { person } = await requireStaffAction('manageUsers', PATH);
  const t = await getTranslations('newsroom.people');
  const values = {
    name: String(form.get('name') ?? '').slice(0, 1000),
    email: String(form.get('email') ?? '').slice(0, 1000),
    role: String(form.get('role') ?? ''),
  };
  const parsed = invitationSchema.safeParse(values);
  if (!parsed.success) {
    answerWith(422);
    const names = new Set(parsed.error.issues.map(({ path }) => String(path[0])));
    return {
      values,
      faults: Object.fromEntries(
        (['name', 'email', 'role'] as const)
          .filter((name) => names.has(name))
          .map((name) => [name, t(`faults.${name}`)]),
      ),
    };
  }
  const invited = await inviteStaff(parsed.data, person);
  if (!invited) {
    answerWith(409);
    return { values, faults: { email: t('faults.known') } };
  }
  return handOver({ ...parsed.data, ...invited });
}

export async function renew(_: FormState, form: FormData): Promise<FormState> {
  const { person } = await requireStaffAction('manageUsers', PATH);
  const renewed = await renewInvitation(String(form.get('id') ?? ''), person);
  if (renewed) return handOver(renewed);
  answerWith(409);
  return { faults: { form: (await getTranslations('newsroom.people'))('said.invitationGone') } };
}

export async function revokeInvite(form: FormData): Promise<void> {
  const { person } = await requireStaffAction('manageUsers', PATH);
  const gone = await revokeInvitation(String(form.get('id') ?? ''), person);
  redirect(withQuery(PATH, { said: gone ? 'revoked' : 'invitationGone' }));
}

type Step = 'role' | 'disable' | 'enable' | 'reset' | 'endSessions';

const steps: Record<Step, (id: string, actor: Person, form: FormData) => Promise<PeopleResult>> = {
  role: async (id, actor, form) => {
    const role = ROLES.find((each) => each === form.get('role'));
    return role ? changeRole(id, role, actor) : { fault: 'personGone' };
  },
  disable: (id, actor) => disablePerson(id, actor),
  enable: (id, actor) => enablePerson(id, actor),
  reset: (id, actor) => resetTwoStep(id, actor),
  endSessions: (id, actor) => endSessions(id, actor),
};

/** Every command on one member. A refusal is explained beside that member. */
export async function changePerson(_: FormState, form: FormData): Promise<FormState> {
  const { person } = await requireStaffAction('manageUsers', PATH);
  const t = await getTranslations('newsroom.people');
  const step = String(form.get('step') ?? '');
  const id = String(form.get('id') ?? '');
  const result: PeopleResult = Object.hasOwn(steps, step)
    ? await steps[step as Step](id, person, form)
    : { fault: 'personGone' };
  if ('fault' in result) {
    answerWith(409);
    return { faults: { form: t(`faults.${result.fault}`) } };
  }
  redirect(withQuery(PATH, { said: step, of: id }));
}

/** Changes the name or the address of a member. */
export async function changeIdentity(_: FormState, form: FormData): Promise<FormState> {
  const { person } = await requireStaffAction('manageUsers', PATH);
  const t = await getTranslations('newsroom.people');
  const id = String(form.get('id') ?? '');
  const values = {
    name: String(form.get('name') ?? '').slice(0, 1000),
    email: String(form.get('email') ?? '').slice(0, 1000),
  };
  const [name, email] = [personName.safeParse(values.name), memberEmail.safeParse(values.email)];
  if (!name.success || !email.success) {
    answerWith(422);
    return {
      values,
      faults: {
        ...(!name.success && { name: t('faults.name') }),
        ...(!email.success && { email: t('faults.email') }),
      },
    };
  }
  const result = await changeMember(id, { name: name.data, email: email.data }, person);
  if ('fault' in result) {
    answerWith(409);
    return {
      values,
      faults: { [result.fault === 'emailTaken' ? 'email' : 'form']: t(`faults.${result.fault}`) },
    };
  }
  redirect(withQuery(PATH, { said: 'identity', of: id }));
}

/** Creates a link for a new password, which the administrator sees only this once. */
export async function giveResetLink(_: FormState, form: FormData): Promise<FormState> {
  const { person } = await requireStaffAction('manageUsers', PATH);
  const t = await getTranslations('newsroom.people');
  const made = await makeResetLink(String(form.get('id') ?? ''), person);
  if ('token' in made)
    return {
      notice: t('resetLinkMade', { name: isolate(made.name) }),
      link: absoluteUrl(`/newsroom/reset/${made.token}`),
    };
  answerWith(409);
  return { faults: { form: t(`faults.${made.fault}`) } };
}
