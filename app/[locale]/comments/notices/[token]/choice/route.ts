import { confirmNotice, endNotices } from '#db/comments/notices.ts';
import { isLocale, localePath } from '#lib/locales.ts';

type Context = { params: Promise<{ locale: string; token: string }> };

async function backToPage({ params }: Context): Promise<Response> {
  const { locale, token } = await params;
  if (!isLocale(locale)) return new Response(null, { status: 404 });
  return new Response(null, {
    status: 303,
    headers: { Location: localePath(locale, `/comments/notices/${encodeURIComponent(token)}`) },
  });
}

/**
 * Takes a press of a button, or the one click of a mail program (RFC 8058): that one comes without a person,
 * without a cookie, and may not be redirected. The token alone says whose choice it is; one that nobody has
 * gets the same answer.
 */
export async function POST(request: Request, context: Context): Promise<Response> {
  const [{ token }, form] = await Promise.all([context.params, request.formData().catch(() => null)]);
  if (form?.get('List-Unsubscribe') === 'One-Click') {
    await endNotices(token);
    return new Response(null, { status: 200 });
  }
  const choice = form?.get('choice');
  if (choice === 'confirm') await confirmNotice(token);
  else if (choice === 'end') await endNotices(token);
  else return new Response(null, { status: 400 });
  return backToPage(context);
}

/** Reached by mail programs that open the address as a page, and by reloading. Changes nothing. */
export const GET = (_request: Request, context: Context): Promise<Response> => backToPage(context);
