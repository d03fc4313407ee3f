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
 * The button on the page of a mailed link. The link works once and within an hour. The browser keeps its
 * writer cookie, or gets a new one.
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

/** Handles reloads, and mail programs that open the address. Changes nothing. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale, token } = await params;
  if (!isLocale(locale)) return new Response(null, { status: 404 });
  return new Response(null, {
    status: 303,
    headers: { Location: openPath(locale, encodeURIComponent(token)) },
  });
}
