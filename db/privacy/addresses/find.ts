import { and, desc, eq, gte, inArray, or, sql, type SQL } from 'drizzle-orm';
import { db, given, preparedIn, type Runner, type Transaction } from '#db/engine/client.ts';
import { commentContacts, commentNotices } from '#db/tables/tables.ts';
import { type ContactKeys, addressIndex } from './keys.ts';

const timesSent = (key: keyof ContactKeys) =>
  preparedIn((runner) =>
    runner
      .select({ at: commentContacts.createdAt })
      .from(commentContacts)
      .where(
        and(
          eq(commentContacts[key], sql.placeholder('value')),
          gte(commentContacts.createdAt, given('since', commentContacts.createdAt)),
        ),
      )
      .orderBy(desc(commentContacts.createdAt))
      .limit(sql.placeholder('limit'))
      .prepare(),
  );
const timesOf = { emailIndex: timesSent('emailIndex'), networkIndex: timesSent('networkIndex') };

/** The times of the latest comments of an address or a network since a time, the newest first. */
export async function listTimesSent(
  tx: Transaction,
  key: keyof ContactKeys,
  value: string,
  since: Date,
  limit: number,
): Promise<Date[]> {
  if (!value) return [];
  const rows = await timesOf[key](tx).execute({ value, since, limit });
  return rows.map((row) => row.at);
}

/** Whether one of these comments came from this address, or since a time from this network. */
export async function isFromContact(
  tx: Transaction,
  commentIds: string[],
  { emailIndex, networkIndex: network }: ContactKeys,
  since: Date,
): Promise<boolean> {
  const fromNetwork = and(eq(commentContacts.networkIndex, network), gte(commentContacts.createdAt, since));
  const same = or(emailIndex ? eq(commentContacts.emailIndex, emailIndex) : undefined, fromNetwork);
  const [row] = await tx
    .select({ id: commentContacts.commentId })
    .from(commentContacts)
    .where(and(inArray(commentContacts.commentId, commentIds), same))
    .limit(1);
  return row !== undefined;
}

/** The comments that were sent with an address, or whose notices go to it. */
export async function listCommentIdsBehind(index: string, runner: Runner = db()): Promise<string[]> {
  const sent = await runner
    .select({ id: commentContacts.commentId })
    .from(commentContacts)
    .where(eq(commentContacts.emailIndex, index));
  const told = await runner
    .select({ id: commentNotices.commentId })
    .from(commentNotices)
    .where(eq(commentNotices.emailIndex, index));
  return [...new Set([...sent, ...told].map(({ id }) => id))];
}

/** The comments sent from an address or a network, the newest first. */
export async function listCommentIdsOf(
  runner: Runner,
  kind: 'email' | 'network',
  key: string,
  limit: number,
): Promise<string[]> {
  const column = kind === 'email' ? commentContacts.emailIndex : commentContacts.networkIndex;
  const rows = await runner
    .select({ id: commentContacts.commentId })
    .from(commentContacts)
    .where(eq(column, key))
    .orderBy(desc(commentContacts.createdAt))
    .limit(limit);
  return rows.map((row) => row.id);
}

/** The latest comment from an address that a moderator typed in full. */
export async function findCommentByAddress(address: string): Promise<string | undefined> {
  const [latest] = await listCommentIdsOf(db(), 'email', addressIndex(address), 1);
  return latest;
}

/** The latest comment of each of these addresses or networks. */
export async function listLatestOf(
  kind: 'email' | 'network',
  keys: string[],
): Promise<[key: string, commentId: string][]> {
  if (keys.length === 0) return [];
  const column = kind === 'email' ? commentContacts.emailIndex : commentContacts.networkIndex;
  const each = keys.map(
    (key) =>
      sql`select ${key}, (${db()
        .select({ id: commentContacts.commentId })
        .from(commentContacts)
        .where(eq(column, key))
        .orderBy(desc(commentContacts.createdAt))
        .limit(1)
        .getSQL()})`,
  );
  const rows = await db().values<[string, string | null]>(sql.join(each, sql` union all `));
  return rows.flatMap(([key, id]) => (id === null ? [] : [[key, id] as [string, string]]));
}

/** A statement that lists the comments sent with an address, the newest first. */
export const idsOfAddress = (emailIndex: string, limit: number): SQL =>
  db()
    .select({ id: commentContacts.commentId })
    .from(commentContacts)
    .where(eq(commentContacts.emailIndex, emailIndex))
    .orderBy(desc(commentContacts.createdAt))
    .limit(limit)
    .getSQL();
