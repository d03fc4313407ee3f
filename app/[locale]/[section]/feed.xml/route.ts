import { getSection } from '#db/sections.ts';
import { isLocale } from '#lib/locales.ts';
import { feedResponse, sectionFeed } from '../../feed-response.ts';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ locale: string; section: string }> };

/** The newest articles of one section. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale, section: slug } = await params;
  const section = isLocale(locale) ? await getSection(slug) : undefined;
  return isLocale(locale) && section ? feedResponse(locale, sectionFeed(section, locale)) : new Response(null, { status: 404 });
}
