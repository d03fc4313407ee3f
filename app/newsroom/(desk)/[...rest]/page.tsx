import { notFound } from 'next/navigation';
import { requireStaff } from '../../_session.ts';

/** Strangers must sign in first, so they do not learn which addresses exist. */
export default async function UnknownPage() {
  await requireStaff('enter', '/newsroom');
  notFound();
}
