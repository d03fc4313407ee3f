import { cookies } from 'next/headers';
import { chooseLanguage } from '#db/people/people.ts';
import { isLocale } from '#lib/locales.ts';
import { NEWSROOM_HOME } from '#lib/people/return-path.ts';
import { LANGUAGE_COOKIE } from '#app/_request/signed-in.ts';
import { getStaff, requireOwnPage } from '../_session.ts';

const YEAR = 365 * 86_400;

/**
 * The page that the form was on: from its `back` field, or from the referrer, which browsers send to the same
 * origin.
 */
function pageBefore(request: Request, asked: unknown): string {
  const url =
    typeof asked === 'string' && asked.startsWith('/')
      ? URL.parse(asked, 'http://local')
      : URL.parse(request.headers.get('referer') ?? '');
  return url && /^\/newsroom(?:\/|$)/.test(url.pathname) ? url.pathname + url.search : NEWSROOM_HOME;
}

/**
 * Changes the newsroom's language. The person's account keeps it, and a cookie keeps it for the pages before
 * sign-in.
 */
export async function POST(request: Request) {
  await requireOwnPage();
  const form = await request.formData();
  const locale = String(form.get('locale') ?? '');
  if (!isLocale(locale)) return new Response(null, { status: 400 });
  const staff = await getStaff();
  if (staff) await chooseLanguage(staff.person.id, locale);
  (await cookies()).set(LANGUAGE_COOKIE, locale, {
    path: '/newsroom',
    httpOnly: true,
    sameSite: 'lax',
    maxAge: YEAR,
  });
  return new Response(null, { status: 303, headers: { Location: pageBefore(request, form.get('back')) } });
}
