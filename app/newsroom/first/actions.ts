'use server';

import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import type { FormState } from '#components/newsroom/ui/form-state.ts';
import { settle, type SettleFault } from '#db/people/own-account.ts';
import { memberEmail, personName } from '#lib/people/person-name.ts';
import { returnPath } from '#lib/people/return-path.ts';
import { refuse } from '../_form.ts';
import { requireStaffAction, SETTLE } from '../_session.ts';

const sent = z.object({ name: personName, email: memberEmail, password: z.string().min(1).max(1000) });
const FAULTS = { name: 'nameMissing', email: 'emailMissing', password: 'passwordMissing' } as const;
const fieldOf = (fault: SettleFault) => (fault.startsWith('email') ? 'email' : 'password');

export async function submitFirst(_: FormState, form: FormData): Promise<FormState> {
  const { person, sessionId } = await requireStaffAction('enter', SETTLE);
  const t = await getTranslations('newsroom.faults');
  const text = (name: string) => String(form.get(name) ?? '').slice(0, 1000);
  const values = { name: text('name'), email: text('email') };
  const parsed = sent.safeParse({ ...values, password: form.get('password') });
  if (!parsed.success) {
    const wrong = new Set(parsed.error.issues.map(({ path }) => path[0] as keyof typeof FAULTS));
    return refuse(values, Object.fromEntries([...wrong].map((name) => [name, t(FAULTS[name])])));
  }
  const result = await settle(person, parsed.data, sessionId);
  if ('fault' in result && result.fault !== 'settled')
    return refuse(values, { [fieldOf(result.fault)]: t(result.fault) });
  redirect(returnPath(form.get('next')));
}
