import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { countArrivals } from '#db/moderation/queue.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import { getDates } from '#app/newsroom/_dates.ts';
import { findStaff } from '#app/newsroom/_session.ts';

const since = z.iso.datetime().transform((text) => new Date(text));

/** An open queue polls it: how many comments have arrived since the page was rendered, as a sentence. */
export async function GET(request: Request): Promise<Response> {
  const staff = await findStaff('moderate');
  if ('status' in staff) return new Response(null, { status: staff.status });
  const asked = since.safeParse(new URL(request.url).searchParams.get('since'));
  if (!asked.success) return new Response(null, { status: 400 });
  const count = await countArrivals(asked.data);
  const t = await getTranslations('newsroom.queue');
  return Response.json({
    text: count === 0 ? '' : t('arrived', { count, n: formatNumber(count, await getDates()) }),
  });
}
