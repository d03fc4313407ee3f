import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { signInWithPasskey } from '#db/people/sign-in.ts';
import { setAuthCookies } from '../../_auth-cookies.ts';
import { readJson } from '../../_json-body.ts';
import { getVisitor, requireOwnPage } from '../../_session.ts';

const sent = z.object({ response: z.record(z.string(), z.unknown()) });

/** Signs in with the passkey's response to the challenge. */
export async function POST(request: Request) {
  await requireOwnPage();
  const t = await getTranslations('newsroom');
  const parsed = sent.safeParse(await readJson(request));
  const result = parsed.success
    ? await signInWithPasskey(parsed.data.response, await getVisitor())
    : ({ outcome: 'wrong' } as const);
  if (result.outcome === 'locked') return Response.json({ message: t('signIn.tooMany') }, { status: 429 });
  if (!('setCookies' in result)) return Response.json({ message: t('passkeys.notTaken') }, { status: 401 });
  await setAuthCookies(result.setCookies);
  return Response.json({});
}
