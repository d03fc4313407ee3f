import { z } from 'zod';
import { savePageDraft } from '#db/paper/page-drafts.ts';
import { pageKeySchema, pageTitleSchema } from '#db/paper/pages.ts';
import { docSchema } from '#lib/body/doc.ts';
import { requireOwnPage, findStaff } from '#app/newsroom/_session.ts';
import { readJson } from '#app/newsroom/_json-body.ts';
import type { PageParams } from '#app/newsroom/(desk)/pages/_page.ts';

/** The body limit of the server action that publishes the page. */
const MOST_BYTES = 1024 * 1024;
const parseDoc = z
  .string()
  .transform((json, context) => {
    try {
      return JSON.parse(json) as unknown;
    } catch {
      context.addIssue({ code: 'custom' });
      return z.NEVER;
    }
  })
  .pipe(docSchema);
const saving = z.strictObject({ title: pageTitleSchema, doc: parseDoc, stamp: z.number().int().min(0) });

/** Saves what was typed, every few seconds. */
export async function POST(request: Request, { params }: { params: PageParams }): Promise<Response> {
  await requireOwnPage();
  const staff = await findStaff('curate');
  if ('status' in staff) return new Response(null, { status: staff.status });
  const key = pageKeySchema.safeParse(await params);
  if (!key.success) return new Response(null, { status: 404 });
  const parsed = saving.safeParse(await readJson(request, MOST_BYTES));
  // The body comes from our own editor, so its only possible fault is too many blocks.
  if (!parsed.success)
    return new Response(null, {
      status: parsed.error.issues.some(({ path }) => path[0] === 'doc') ? 413 : 422,
    });
  const { title, doc: body, stamp } = parsed.data;
  const saved = await savePageDraft(key.data, { title, body }, { version: stamp }, staff.person);
  if ('fault' in saved) return new Response(null, { status: saved.fault === 'gone' ? 410 : 409 });
  return Response.json({ stamp: saved.version });
}
