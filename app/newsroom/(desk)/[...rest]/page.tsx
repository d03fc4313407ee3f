import { notFound } from 'next/navigation';
import { requireStaff } from '../../_session.ts';

/** Strangers are not told which addresses there are. */
export default async function UnknownPage() {
  await requireStaff('enter', '/newsroom');
  notFound();
}
