import { isLocale } from '#lib/locales.ts';
import { feedResponse } from '../feed-response.ts';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ locale: string }> };

/** The newest articles of an edition. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale } = await params;
  return isLocale(locale) ? feedResponse(locale) : new Response(null, { status: 404 });
}
