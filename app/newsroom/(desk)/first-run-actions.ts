'use server';

import { redirect } from 'next/navigation';
import { takeStarters } from '#db/first-run.ts';
import { requireStaffAction } from '../_session.ts';

export async function takeStartersAction(): Promise<void> {
  const { person } = await requireStaffAction('settings', '/newsroom');
  await takeStarters(person);
  redirect('/newsroom');
}
