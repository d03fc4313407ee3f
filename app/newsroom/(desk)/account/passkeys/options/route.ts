import { getTranslations } from 'next-intl/server';
import { beginPasskey } from '#db/people/passkeys.ts';
import { setAuthCookies } from '#app/newsroom/_auth-cookies.ts';
import { readSiteFace } from '#app/newsroom/_site.ts';
import { getVisitor, requireStaffAction } from '#app/newsroom/_session.ts';

/** The options for the device when a person adds a passkey. */
export async function POST() {
  await requireStaffAction('enter', '/newsroom/account');
  const begun = await beginPasskey((await readSiteFace()).name, await getVisitor());
  if ('fault' in begun)
    return Response.json(
      { message: (await getTranslations('newsroom.passkeys.faults'))(begun.fault) },
      { status: begun.fault === 'locked' ? 429 : 403 },
    );
  await setAuthCookies(begun.setCookies);
  return Response.json({ options: begun.options });
}
