import { Readable } from 'node:stream';
import { z } from 'zod';
import { exportComments, openExportPass } from '#db/privacy/export.ts';
import { requireStaffAction } from '#app/newsroom/_session.ts';

const PATH = '/newsroom/comments/privacy';
const request = z.object({ data: z.enum(['without', 'with']), pass: z.string().max(4000).default('') });

/**
 * All comments as one file that WordPress and other Midad sites can read. It contains addresses only for a
 * logged reason: the page asks for the reason and issues a pass.
 */
export async function POST(sent: Request) {
  const { person } = await requireStaffAction('revealAddress', PATH);
  const parsed = request.safeParse(Object.fromEntries(await sent.formData()));
  if (!parsed.success) return new Response(null, { status: 422 });
  const isWith = parsed.data.data === 'with';
  const reason = isWith ? openExportPass(parsed.data.pass, person) : undefined;
  if (isWith && !reason)
    return new Response(null, { status: 303, headers: { Location: `${PATH}?fault=pass` } });
  const result = await exportComments({ personalData: reason ? { reason } : undefined }, person);
  if ('fault' in result) throw new Error(result.fault);
  const body = Readable.toWeb(Readable.from(result.file)) as unknown as ReadableStream<string>;
  return new Response(body.pipeThrough(new TextEncoderStream()), {
    headers: {
      'Content-Type': 'application/xml; charset=utf-8',
      'Content-Disposition': `attachment; filename="${isWith ? 'comments-with-personal-data' : 'comments'}.xml"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
