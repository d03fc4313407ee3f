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
 * Takes a button press, or the one-click request of a mail program (RFC 8058). The one-click request comes
 * without a person and without a cookie, and must not be redirected. The token alone says whose choice it is;
 * an unknown token gets the same response.
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

/** Handles reloads, and mail programs that open the address as a page. Changes nothing. */
export const GET = (_request: Request, context: Context): Promise<Response> => backToPage(context);
