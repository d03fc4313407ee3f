'use server';

import { redirect } from 'next/navigation';
import { confirmClock } from '#db/privacy/clock.ts';
import { requireStaffAction } from '../_session.ts';

/** An administrator confirms that the server's clock is right. */
export async function confirmClockAction(): Promise<void> {
  const { person } = await requireStaffAction('settings', '/newsroom');
  await confirmClock(person);
  redirect('/newsroom');
}
