import { and, desc, eq, gte, inArray, isNull, like, lt, lte, or, type SQL } from 'drizzle-orm';
import { mustBeAble, type Person } from '#lib/people/can.ts';
import { writeAudit } from './audit-log.ts';
import { db } from '#db/engine/client.ts';
import {
  articles,
  auditLog,
  authors,
  media,
  redirects,
  sections,
  tags,
  users,
  wordRules,
} from '#db/tables/tables.ts';
import { editions, fieldIn, type Locale } from '#lib/locales.ts';

/** `userId: null` is the command line; `kind` a noun (`article`) or a whole action (`article.published`). */
export type AuditFilter = { userId?: string | null; kind?: string; subject?: string; from?: Date; to?: Date };
export type AuditCursor = { createdAt: Date; id: string };

function toWhere({ userId, kind, subject, from, to }: AuditFilter, after?: AuditCursor): SQL | undefined {
  return and(
    userId === undefined
      ? undefined
      : userId === null
        ? isNull(auditLog.userId)
        : eq(auditLog.userId, userId),
    kind === undefined ? undefined : or(eq(auditLog.action, kind), like(auditLog.action, `${kind}.%`)),
    subject === undefined ? undefined : eq(auditLog.subject, subject),
    from && gte(auditLog.createdAt, from),
    to && lt(auditLog.createdAt, to),
    // The index starts at the first of these two conditions.
    after &&
      and(
        lte(auditLog.createdAt, after.createdAt),
        or(lt(auditLog.createdAt, after.createdAt), lt(auditLog.id, after.id)),
      ),
  );
}

/** Audit rows, the newest first. A caller asks for one row more than it shows, to see whether more follow. */
export const listAudit = (
  filter: AuditFilter,
  { after, limit }: { after?: AuditCursor | undefined; limit: number },
) =>
  db()
    .select({
      id: auditLog.id,
      action: auditLog.action,
      subject: auditLog.subject,
      detail: auditLog.detail,
      actId: auditLog.actId,
      before: auditLog.before,
      after: auditLog.after,
      createdAt: auditLog.createdAt,
      userId: auditLog.userId,
      byName: users.name,
    })
    .from(auditLog)
    .leftJoin(users, eq(auditLog.userId, users.id))
    .where(toWhere(filter, after))
    .orderBy(desc(auditLog.createdAt), desc(auditLog.id))
    .limit(limit);

export type AuditRow = Awaited<ReturnType<typeof listAudit>>[number];

/** A row of a live entry may hold its whole text, before and after. */
const BATCH = 100;

/** All rows of a filter, in batches, so that a long log is never in memory as a whole. */
export async function* walkAudit(filter: AuditFilter): AsyncGenerator<AuditRow[]> {
  let after: AuditCursor | undefined;
  for (;;) {
    const rows = await listAudit(filter, { after, limit: BATCH });
    if (rows.length > 0) yield rows;
    if (rows.length < BATCH) return;
    after = rows.at(-1)!;
  }
}

/** Logs that the audit log was exported. */
export async function noteAuditExport(
  actor: Person,
  detail: Record<string, unknown>,
  now = new Date(),
): Promise<void> {
  mustBeAble(actor, 'settings');
  await writeAudit({ userId: actor.id, action: 'audit.exported', subject: 'audit', detail }, now);
}

export type SubjectName = Record<Locale, string>;

/** A column that is the name in every edition. */
const inAll = <Column>(column: Column) => editions.forEach(() => column);
const nameColumns = (table: typeof sections | typeof authors) =>
  editions.forEach((locale) => fieldIn('name', table, locale));

/** The current names of the subjects; deleted ones are missing. */
export async function nameSubjects(subjects: string[]): Promise<Map<string, SubjectName>> {
  const ids = [...new Set(subjects)];
  if (ids.length === 0) return new Map();
  const named = await Promise.all([
    db()
      .select({ id: users.id, ...inAll(users.name) })
      .from(users)
      .where(inArray(users.id, ids)),
    db()
      .select({ id: articles.id, ...inAll(articles.headline) })
      .from(articles)
      .where(inArray(articles.id, ids)),
    db()
      .select({ id: tags.id, ...inAll(tags.name) })
      .from(tags)
      .where(inArray(tags.id, ids)),
    db()
      .select({ id: sections.id, ...nameColumns(sections) })
      .from(sections)
      .where(inArray(sections.id, ids)),
    db()
      .select({ id: authors.id, ...nameColumns(authors) })
      .from(authors)
      .where(inArray(authors.id, ids)),
    db()
      .select({ id: media.id, ...inAll(media.fileName) })
      .from(media)
      .where(inArray(media.id, ids)),
    db()
      .select({ id: redirects.id, ...inAll(redirects.fromPath) })
      .from(redirects)
      .where(inArray(redirects.id, ids)),
    db()
      .select({ id: wordRules.id, ...inAll(wordRules.word) })
      .from(wordRules)
      .where(inArray(wordRules.id, ids)),
  ]);
  return new Map(named.flat().map(({ id, ...name }) => [id, name]));
}
