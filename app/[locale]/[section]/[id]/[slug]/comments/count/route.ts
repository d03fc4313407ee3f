import { countApproved } from '#db/comments/threads.ts';
import { findTarget } from '../visible-target.ts';

/**
 * How many comments are published; kept by the front door like any page, so that asking often costs nothing.
 */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const target = await findTarget((await params).id, new Date());
  if (!target) return new Response(null, { status: 404 });
  return Response.json({ count: await countApproved(target.id) });
}
