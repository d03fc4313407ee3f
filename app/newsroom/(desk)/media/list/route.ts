import { z } from 'zod';
import type { MediaList } from '#components/newsroom/library/picked-media.ts';
import { listPickedMedia } from '#db/articles/desk-lookups.ts';
import { isId } from '#db/engine/ids.ts';
import { countMedia, searchMedia } from '#db/media/search-media.ts';
import { findStaff } from '#app/newsroom/_session.ts';
import { toPicked } from '../_picked.ts';

const PER_PAGE = 24;
const asked = z.object({
  q: z.string().max(200).default(''),
  page: z.coerce.number().int().min(1).max(99_999).default(1),
  type: z.enum(['image', 'document']).optional(),
  /** These files (ids separated by commas) in their current state, instead of a search. */
  ids: z
    .string()
    .max(1000)
    .transform((text) => text.split(',').filter(isId))
    .optional(),
});

/** The media library, for pickers. */
export async function GET(request: Request): Promise<Response> {
  const staff = await findStaff('write');
  if ('status' in staff) return new Response(null, { status: staff.status });
  const parsed = asked.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!parsed.success) return new Response(null, { status: 400 });
  const { q: text, page, type, ids } = parsed.data;
  if (ids) return Response.json({ items: await listPickedMedia(ids), page: 1, pages: 1 } satisfies MediaList);
  const [rows, total] = await Promise.all([
    searchMedia({ text, type }, { page, limit: PER_PAGE }),
    countMedia({ text, type }),
  ]);
  return Response.json({
    items: rows.map(toPicked),
    page,
    pages: Math.max(1, Math.ceil(total / PER_PAGE)),
  } satisfies MediaList);
}
