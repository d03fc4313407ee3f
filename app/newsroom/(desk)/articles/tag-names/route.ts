import { suggestTagNames } from '#db/desk-article.ts';
import { can } from '#lib/can.ts';
import { getStaff } from '../../../_session.ts';

/** Known tags that hold what is being typed. */
export async function GET(request: Request): Promise<Response> {
  const staff = await getStaff();
  if (!staff) return new Response(null, { status: 401 });
  if (!can(staff.person, 'write')) return new Response(null, { status: 403 });
  const text = (new URL(request.url).searchParams.get('q') ?? '').slice(0, 60);
  return Response.json({ names: await suggestTagNames(text) });
}
