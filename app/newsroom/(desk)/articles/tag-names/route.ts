import { suggestTagNames } from '#db/articles/desk-lookups.ts';
import { firstCharacters } from '#lib/arabic/count-characters.ts';
import { TAG_MAX } from '#lib/articles/split-tags.ts';
import { findStaff } from '#app/newsroom/_session.ts';

/** Existing tags that contain the typed text. */
export async function GET(request: Request): Promise<Response> {
  const staff = await findStaff('write');
  if ('status' in staff) return new Response(null, { status: staff.status });
  const text = firstCharacters(new URL(request.url).searchParams.get('q') ?? '', TAG_MAX);
  return Response.json({ names: await suggestTagNames(text) });
}
