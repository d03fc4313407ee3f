'use server';

import { redirect } from 'next/navigation';
import { FIRST_STEPS, skipStep, takeStarters } from '#db/paper/first-run.ts';
import { requireStaffAction } from '../_session.ts';

export async function takeStartersAction(): Promise<void> {
  const { person } = await requireStaffAction('settings', '/newsroom');
  await takeStarters(person);
  redirect('/newsroom');
}

export async function skipStepAction(form: FormData): Promise<void> {
  const { person } = await requireStaffAction('settings', '/newsroom');
  const step = FIRST_STEPS.find((each) => each === form.get('step'));
  if (step) await skipStep(step, person);
  redirect('/newsroom');
}
