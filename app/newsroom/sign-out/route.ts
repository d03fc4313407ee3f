import { askAuth } from '#db/people/auth.ts';
import { setAuthCookies } from '../_auth-cookies.ts';
import { getVisitor, requireOwnPage } from '../_session.ts';

/** Ends the session in the database, so that any copy of the cookie is worthless. */
export async function POST() {
  await requireOwnPage();
  const answer = await askAuth('/sign-out', {}, await getVisitor());
  await setAuthCookies(answer.setCookies);
  return new Response(null, { status: 303, headers: { Location: '/newsroom/sign-in?notice=signedOut' } });
}
