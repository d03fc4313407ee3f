import { suggestTagNames } from '#db/desk-article.ts';
import { findStaff } from '../../../_session.ts';

/** Known tags that hold what is being typed. */
export async function GET(request: Request): Promise<Response> {
  const staff = await findStaff('write');
  if ('status' in staff) return new Response(null, { status: staff.status });
  const text = (new URL(request.url).searchParams.get('q') ?? '').slice(0, 60);
  return Response.json({ names: await suggestTagNames(text) });
}
