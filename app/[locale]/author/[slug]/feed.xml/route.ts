import { getAuthor } from '#db/authors.ts';
import { normalizeSlug } from '#lib/arabic/slug.ts';
import { isLocale } from '#lib/locales.ts';
import { feedResponse } from '../../../feed-response.ts';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ locale: string; slug: string }> };

/** The newest articles of an author. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale, slug } = await params;
  const known = normalizeSlug(slug);
  const found = isLocale(locale) && known ? await getAuthor(known) : undefined;
  if (!isLocale(locale) || !found) return new Response(null, { status: 404 });
  return feedResponse(locale, { name: locale === 'ar' ? found.nameAr : found.nameEn, description: locale === 'ar' ? found.bioAr : found.bioEn, page: `/author/${found.slug}`, filter: { authorId: found.id } });
}
