'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { resolveReport } from '#db/moderation/reports.ts';
import { requireStaffAction } from '../_session.ts';

/** Closes a reader's report from the dashboard. */
export async function resolveReportAction(form: FormData): Promise<void> {
  const { person } = await requireStaffAction('moderate', '/newsroom');
  const id = z.uuid().safeParse(form.get('id'));
  if (id.success) await resolveReport(id.data, person);
  redirect('/newsroom');
}
