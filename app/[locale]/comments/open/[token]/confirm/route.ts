import { newId } from '#db/engine/ids.ts';
import { useLink } from '#db/comments/writer-addresses.ts';
import { minePath, openPath } from '#lib/comments/own-path.ts';
import { writerCookie } from '#lib/comments/writer-token.ts';
import { env } from '#lib/env.ts';
import { getKeys } from '#lib/security/keys.ts';
import { isLocale } from '#lib/locales.ts';
import { pageRequest } from '#lib/page-request.ts';

type Context = { params: Promise<{ locale: string; token: string }> };

/**
 * The button behind a mailed link: once, and within its hour. The browser keeps its writer cookie, or gets
 * one of its own.
 */
export async function POST(_request: Request, { params }: Context): Promise<Response> {
  const { locale, token } = await params;
  if (!isLocale(locale)) return new Response(null, { status: 404 });
  const writerId = pageRequest()?.writerId || newId();
  const isOpened = await useLink(token, writerId, new Date());
  const headers = new Headers({
    Location: isOpened ? minePath(locale) : openPath(locale, encodeURIComponent(token)),
  });
  if (isOpened)
    headers.set(
      'Set-Cookie',
      writerCookie(getKeys().commentLink, writerId, env.siteUrl.startsWith('https:')),
    );
  return new Response(null, { status: 303, headers });
}

/** Reached by mail programs that open the address, and by reloading. Changes nothing. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale, token } = await params;
  if (!isLocale(locale)) return new Response(null, { status: 404 });
  return new Response(null, {
    status: 303,
    headers: { Location: openPath(locale, encodeURIComponent(token)) },
  });
}
