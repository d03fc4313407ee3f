import { and, desc, eq, gte, inArray, isNull, lt, lte, or, sql, type SQL } from 'drizzle-orm';
import { mustBeAble, type Person } from '#lib/people/can.ts';
import { writeAudit } from './audit-log.ts';
import { db } from '#db/engine/client.ts';
import { engine } from '#db/engine/engine.ts';
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

/** The index in whose order the rows of a filter are read. */
function indexFor({ userId, kind, subject }: AuditFilter): string {
  if (subject !== undefined) return 'audit_log_subject';
  if (kind === undefined) return userId === undefined ? 'audit_log_time' : 'audit_log_user';
  return userId === undefined ? 'audit_log_action' : 'audit_log_user_action';
}

function toWhere({ userId, subject, from, to }: AuditFilter, after?: AuditCursor): SQL | undefined {
  return and(
    userId === undefined
      ? undefined
      : userId === null
        ? isNull(auditLog.userId)
        : eq(auditLog.userId, userId),
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

/** The actions of a kind that the log has, each found by one look into the index. */
async function listActions(kind: string): Promise<string[]> {
  // `/` follows the dot.
  const [first, end] = [`${kind}.`, `${kind}/`];
  const next = (after: SQL) =>
    sql`(select min(${auditLog.action}) from ${auditLog} where ${auditLog.action} > ${after} and ${auditLog.action} < ${end})`;
  const rows = await db().values<[string | null]>(
    sql`with recursive found (action) as (
      select ${next(sql`${first}`)} union all select ${next(sql`found.action`)} from found where found.action is not null
    ) select action from found where action is not null`,
  );
  return [kind, ...rows.map(([action]) => action!)];
}

type Paging = { after?: AuditCursor | undefined; limit: number };

/** The ids of one page: the newest rows of each action of the kind. */
async function idsOfKind(filter: AuditFilter, { after, limit }: Paging): Promise<SQL> {
  const parts = (await listActions(filter.kind!)).map(
    (action) =>
      sql`select id from (${db()
        .select({ id: auditLog.id })
        .from(engine.through(auditLog, indexFor(filter)))
        .where(and(eq(auditLog.action, action), toWhere(filter, after)))
        .orderBy(desc(auditLog.createdAt), desc(auditLog.id))
        .limit(limit)
        .getSQL()})`,
  );
  return sql.join(parts, sql` union all `);
}

/** Audit rows, the newest first. A caller asks for one row more than it shows, to see whether more follow. */
export async function listAudit(filter: AuditFilter, paging: Paging) {
  const ids = filter.kind === undefined ? undefined : await idsOfKind(filter, paging);
  return db()
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
    .from(ids ? auditLog : engine.through(auditLog, indexFor(filter)))
    .leftJoin(users, eq(auditLog.userId, users.id))
    .where(ids ? sql`${auditLog.id} in (${ids})` : toWhere(filter, paging.after))
    .orderBy(desc(auditLog.createdAt), desc(auditLog.id))
    .limit(paging.limit);
}

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
