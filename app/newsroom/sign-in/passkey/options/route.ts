import { getTranslations } from 'next-intl/server';
import { beginPasskeySignIn } from '#db/people/sign-in.ts';
import { setAuthCookies } from '#app/newsroom/_auth-cookies.ts';
import { getVisitor, requireOwnPage } from '#app/newsroom/_session.ts';

/** A challenge for any passkey that the device offers. It does not reveal who has one. */
export async function POST() {
  await requireOwnPage();
  const begun = await beginPasskeySignIn(await getVisitor());
  if ('fault' in begun)
    return Response.json({ message: (await getTranslations('newsroom.signIn'))('tooMany') }, { status: 429 });
  await setAuthCookies(begun.setCookies);
  return Response.json({ options: begun.options });
}
