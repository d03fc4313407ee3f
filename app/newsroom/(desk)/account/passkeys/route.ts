import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { addPasskey } from '#db/people/passkeys.ts';
import { setAuthCookies } from '#app/newsroom/_auth-cookies.ts';
import { readJson } from '#app/newsroom/_json-body.ts';
import { getVisitor, requireStaffAction } from '#app/newsroom/_session.ts';
import { passkeyName } from '../_passkey-name.ts';

const sent = z.object({ name: passkeyName, response: z.record(z.string(), z.unknown()) });

/** Stores the passkey that the device has created. */
export async function POST(request: Request) {
  const { person } = await requireStaffAction('enter', '/newsroom/account');
  const t = await getTranslations('newsroom.passkeys');
  const parsed = sent.safeParse(await readJson(request));
  if (!parsed.success) return Response.json({ message: t('nameMissing') }, { status: 422 });
  const added = await addPasskey(person.id, parsed.data.response, parsed.data.name, await getVisitor());
  if ('fault' in added)
    return Response.json(
      { message: t(`faults.${added.fault}`) },
      { status: added.fault === 'locked' ? 429 : 403 },
    );
  await setAuthCookies(added.setCookies);
  return Response.json({});
}
