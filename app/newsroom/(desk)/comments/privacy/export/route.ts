import { z } from 'zod';
import { exportWriter } from '#db/privacy/requests.ts';
import { CSV_BOM, toCsv } from '#lib/text/csv.ts';
import { requireStaffAction } from '#app/newsroom/_session.ts';

const PATH = '/newsroom/comments/privacy';
const request = z.object({ person: z.string().max(400), format: z.enum(['json', 'csv']) });

type Copy = NonNullable<Awaited<ReturnType<typeof exportWriter>>>;

const asCsv = ({ email, comments }: Copy) =>
  CSV_BOM +
  toCsv([
    ['email', 'sent', 'edited', 'state', 'name', 'comment', 'reason', 'reason_note', 'appeal', 'article'],
    ...comments.map((each) => [
      email,
      each.createdAt,
      each.editedAt,
      each.status,
      each.name,
      each.body,
      each.reasonCode,
      each.reasonNote,
      each.appealText,
      each.article.headline,
    ]),
  ]);

/** Everything we store about one person as one file, for the person who requested it. */
export async function POST(sent: Request) {
  const { person } = await requireStaffAction('revealAddress', PATH);
  const parsed = request.safeParse(Object.fromEntries(await sent.formData()));
  const copy = parsed.success
    ? await exportWriter(parsed.data.person, parsed.data.format, person)
    : undefined;
  if (!parsed.success || !copy)
    return new Response(null, { status: 303, headers: { Location: `${PATH}?fault=pass` } });
  const { format } = parsed.data;
  return new Response(format === 'csv' ? asCsv(copy) : JSON.stringify(copy, null, 2), {
    headers: {
      'Content-Type': format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="comments-with-personal-data.${format}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
