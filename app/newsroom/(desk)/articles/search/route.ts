import { getLocale } from 'next-intl/server';
import { z } from 'zod';
import { findArticlesToLink } from '#db/search/link-finder.ts';
import { getDateSettings } from '#db/paper/settings.ts';
import { formatDate } from '#lib/arabic/dates.ts';
import { DEFAULT_LOCALE, LOCALES, sectionNameIn } from '#lib/locales.ts';
import { findStaff } from '#app/newsroom/_session.ts';

const asked = z.object({ q: z.string().max(300), edition: z.enum(LOCALES) });

/** The editor calls it while a person searches for articles to link. Answers in the newsroom's language. */
export async function GET(request: Request): Promise<Response> {
  const staff = await findStaff('write');
  if ('status' in staff) return new Response(null, { status: staff.status });
  const { searchParams } = new URL(request.url);
  const query = asked.safeParse({
    q: searchParams.get('q') ?? '',
    edition: searchParams.get('edition') ?? DEFAULT_LOCALE,
  });
  if (!query.success) return new Response(null, { status: 400 });
  const locale = await getLocale();
  const [found, dates] = await Promise.all([
    findArticlesToLink(query.data.q, { locale: query.data.edition, now: new Date() }),
    getDateSettings(locale),
  ]);
  const articles = found.map(({ number, headline, publishedAt, ...of }) => ({
    number,
    headline,
    section: sectionNameIn(of, locale),
    date: formatDate(publishedAt, dates),
  }));
  return Response.json({ articles }, { headers: { 'Cache-Control': 'private, no-store' } });
}
