import { getTranslations } from 'next-intl/server';
import { beginPasskeySignIn } from '#db/sign-in.ts';
import { setAuthCookies } from '../../../_auth-cookies.ts';
import { getVisitor, requireOwnPage } from '../../../_session.ts';

/** A challenge for whatever key the device offers; says nothing about who has one. */
export async function POST() {
  await requireOwnPage();
  const begun = await beginPasskeySignIn(await getVisitor());
  if ('fault' in begun)
    return Response.json({ message: (await getTranslations('newsroom.signIn'))('tooMany') }, { status: 429 });
  await setAuthCookies(begun.setCookies);
  return Response.json({ options: begun.options });
}
