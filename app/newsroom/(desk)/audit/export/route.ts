import { Readable } from 'node:stream';
import { noteAuditExport, walkAudit, type AuditRow } from '#db/people/audit-desk.ts';
import { CSV_BOM, toCsv } from '#lib/text/csv.ts';
import { getDates } from '#app/newsroom/_dates.ts';
import { requireStaffAction } from '#app/newsroom/_session.ts';
import { readAsked, toFilter } from '../_audit-query.ts';

const text = (value: unknown) => (value === null ? '' : JSON.stringify(value));

const asCsv = (rows: AuditRow[]) =>
  toCsv(
    rows.map((row) => [
      row.createdAt,
      row.byName,
      row.userId,
      row.action,
      row.subject,
      row.actId,
      text(row.before),
      text(row.after),
      text(row.detail),
    ]),
  );

const HEAD = ['at', 'by', 'by_id', 'action', 'subject', 'act', 'before', 'after', 'detail'];

async function* csv(batches: AsyncIterable<AuditRow[]>) {
  yield CSV_BOM + toCsv([HEAD]);
  for await (const rows of batches) yield asCsv(rows);
}

async function* json(batches: AsyncIterable<AuditRow[]>) {
  let mark = '[\n';
  for await (const rows of batches) {
    yield mark + rows.map((row) => JSON.stringify(row)).join(',\n');
    mark = ',\n';
  }
  yield mark === '[\n' ? '[]\n' : '\n]\n';
}

/** The filtered log as a file, streamed while it is read. */
export async function POST(request: Request) {
  const { person } = await requireStaffAction('settings', '/newsroom/audit');
  const form = Object.fromEntries(await request.formData()) as Record<string, string>;
  const format = form.format === 'json' ? 'json' : 'csv';
  const asked = readAsked(form);
  await noteAuditExport(person, {
    format,
    ...Object.fromEntries(Object.entries(asked).filter(([, value]) => value)),
  });
  const batches = walkAudit(toFilter(asked, (await getDates()).timeZone));
  const body = Readable.toWeb(
    Readable.from(format === 'csv' ? csv(batches) : json(batches), { objectMode: false }),
  );
  return new Response(body as ReadableStream, {
    headers: {
      'Content-Type': format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="audit.${format}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
