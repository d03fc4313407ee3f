import { countApproved } from '#db/comments/threads.ts';
import { findTarget } from '../visible-target.ts';
import { requestTime } from '#lib/page-request.ts';

/**
 * The number of published comments. The front door caches it like any page, so frequent polls cost nothing.
 */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const target = await findTarget((await params).id, requestTime());
  if (!target) return new Response(null, { status: 404 });
  return Response.json({ count: await countApproved(target.id) });
}
