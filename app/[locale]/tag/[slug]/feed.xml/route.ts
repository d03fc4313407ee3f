import { getTag } from '#db/tags.ts';
import { normalizeSlug } from '#lib/arabic/slug.ts';
import { isLocale } from '#lib/locales.ts';
import { feedResponse } from '../../../feed-response.ts';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ locale: string; slug: string }> };

/** The newest articles of a tag. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale, slug } = await params;
  const known = normalizeSlug(slug);
  const found = isLocale(locale) && known ? await getTag(known) : undefined;
  if (!isLocale(locale) || !found) return new Response(null, { status: 404 });
  return feedResponse(locale, { name: found.name, description: '', page: `/tag/${found.slug}`, filter: { tagId: found.id } });
}
