import { and, count, desc, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import { mustBeAble, type Person } from '#lib/people/can.ts';
import { networkKnownUntil } from '#lib/comments/network.ts';
import { writeAudit } from '#db/people/audit-log.ts';
import { db, given, preparedIn, type Runner, type Transaction } from '#db/engine/client.ts';
import { engine } from '#db/engine/engine.ts';
import { listCommentIdsOf, listLatestOf } from '#db/privacy/addresses/find.ts';
import { getContactKeys } from '#db/privacy/addresses/keys.ts';
import { getMaskedAddresses } from '#db/privacy/addresses/open.ts';
import { newId } from '#db/engine/ids.ts';
import { decideEach, takeBackAll } from './batch.ts';
import { bans, comments, users } from '#db/tables/tables.ts';
import { states } from '#lib/comments/states.ts';
import { inStates } from '#db/tables/in-states.ts';

const DAY = 86_400_000;
/** In one transaction; the ban itself covers writers with more comments. */
const MOST_MOVED = 5000;

const BAN_KINDS = ['writer', 'email', 'network'] as const;
export type BanKind = (typeof BAN_KINDS)[number];

const holding = preparedIn((runner) =>
  runner
    .select({ id: bans.id, kind: bans.kind, key: bans.key, reason: bans.reason, until: bans.until })
    .from(bans)
    .where(
      and(
        // All kinds, because the index begins with the kind.
        inArray(bans.kind, BAN_KINDS),
        inArray(
          bans.key,
          ['a', 'b', 'c'].map((name) => sql.placeholder(name)),
        ),
        or(isNull(bans.until), gt(bans.until, given('now', bans.until))),
      ),
    )
    .prepare(),
);

/** The bans that hold now for up to three keys: a writer's id, an address index, a network index. */
export async function findBans(
  runner: Runner,
  [a = '', b = '', c = '']: [string?, string?, string?],
  now: Date,
) {
  return a || b || c ? holding(runner).execute({ a, b, c, now }) : [];
}

/** Whether any of these keys is banned now. */
export const findBan = async (runner: Runner, keys: [string?, string?, string?], now: Date) =>
  (await findBans(runner, keys, now))[0];

type BanKey = { kind: BanKind; key: string };
const idOf = ({ kind, key }: BanKey) => `${kind} ${key}`;

/** The latest comment of each banned writer, to identify them; all in a few statements. */
async function findLatest(banned: BanKey[]): Promise<Map<string, { id: string; name: string }>> {
  const keysOf = (kind: BanKind) => banned.filter((ban) => ban.kind === kind).map(({ key }) => key);
  const latest = [
    ...(await latestOfWriters(keysOf('writer'))).map(
      ([key, id]) => [idOf({ kind: 'writer', key }), id] as const,
    ),
    ...(await listLatestOf('email', keysOf('email'))).map(
      ([key, id]) => [idOf({ kind: 'email', key }), id] as const,
    ),
    ...(await listLatestOf('network', keysOf('network'))).map(
      ([key, id]) => [idOf({ kind: 'network', key }), id] as const,
    ),
  ];
  if (latest.length === 0) return new Map();
  const rows = await db()
    .select({ id: comments.id, name: comments.name })
    .from(comments)
    .where(
      inArray(
        comments.id,
        latest.map(([, id]) => id),
      ),
    );
  const known = new Map(rows.map((row) => [row.id, row]));
  return new Map(latest.flatMap(([ban, id]) => (known.has(id) ? [[ban, known.get(id)!] as const] : [])));
}

/** The latest comment of each browser. */
async function latestOfWriters(writerIds: string[]): Promise<[writerId: string, commentId: string][]> {
  if (writerIds.length === 0) return [];
  const each = writerIds.map(
    (writerId) =>
      sql`select ${writerId}, (${db()
        .select({ id: comments.id })
        .from(comments)
        .where(eq(comments.writerId, writerId))
        .orderBy(desc(comments.createdAt))
        .limit(1)
        .getSQL()})`,
  );
  const rows = await db().values<[string, string | null]>(sql.join(each, sql` union all `));
  return rows.flatMap(([writerId, id]) => (id === null ? [] : [[writerId, id] as [string, string]]));
}

/**
 * The active bans, the newest first, each with name and masked address of the writer. Their keys are not
 * returned.
 */
export async function listBans(now: Date, { limit }: { limit: number }) {
  const rows = await listHolding(now, limit);
  const latest = await findLatest(rows);
  const addresses = await getMaskedAddresses([...latest.values()].map(({ id }) => id));
  return rows.map(({ key, ...ban }) => {
    const comment = latest.get(idOf({ kind: ban.kind, key }));
    return { ...ban, name: comment?.name, commentId: comment?.id, address: addresses.get(comment?.id ?? '') };
  });
}

const listHolding = (now: Date, limit: number) =>
  db()
    .select({
      id: bans.id,
      kind: bans.kind,
      key: bans.key,
      reason: bans.reason,
      createdAt: bans.createdAt,
      until: bans.until,
      byName: users.name,
    })
    .from(engine.through(bans, 'bans_time'))
    .innerJoin(users, eq(bans.userId, users.id))
    .where(or(isNull(bans.until), gt(bans.until, now)))
    .orderBy(desc(bans.createdAt))
    .limit(limit);

export async function countBans(now: Date): Promise<number> {
  const [row] = await db()
    .select({ count: count() })
    .from(bans)
    .where(or(isNull(bans.until), gt(bans.until, now)));
  return row!.count;
}

/** A ban to report after it was made. */
export async function getBan(id: string) {
  const [ban] = await db()
    .select({
      id: bans.id,
      kind: bans.kind,
      userId: bans.userId,
      createdAt: bans.createdAt,
      until: bans.until,
    })
    .from(bans)
    .where(eq(bans.id, id));
  return ban;
}

async function keyOf(
  tx: Transaction,
  commentId: string,
  kind: BanKind,
): Promise<{ key: string; createdAt: Date } | undefined> {
  const [comment] = await tx
    .select({ writerId: comments.writerId, createdAt: comments.createdAt })
    .from(comments)
    .where(eq(comments.id, commentId));
  if (!comment) return undefined;
  const keys = await getContactKeys(tx, commentId);
  const key = kind === 'writer' ? comment.writerId : keys[kind];
  return key ? { key, createdAt: comment.createdAt } : undefined;
}

async function listTheirs(tx: Transaction, kind: BanKind, key: string) {
  const open = inStates(states.live);
  const columns = { commentId: comments.id, status: comments.status, editedAt: comments.editedAt };
  if (kind === 'writer')
    return tx
      .select(columns)
      .from(comments)
      .where(and(eq(comments.writerId, key), open))
      .limit(MOST_MOVED);
  const ids = await listCommentIdsOf(tx, kind, key, MOST_MOVED);
  return ids.length === 0
    ? []
    : tx
        .select(columns)
        .from(comments)
        .where(and(inArray(comments.id, ids), open));
}

export type BanOrder = {
  commentId: string;
  kind: BanKind;
  days: number | null;
  reason: string;
  withAll: boolean;
};
export type BanResult = { banId: string; moved: number } | { fault: 'unknown' | 'networkPast' };

/**
 * Bans all senders that match the writer of this comment. `withAll` also moves their waiting and public
 * comments to spam.
 */
export async function banCommenter(
  { commentId, kind, days, reason, withAll }: BanOrder,
  actor: Person,
  now = new Date(),
): Promise<BanResult> {
  mustBeAble(actor, 'moderate');
  return db().transaction(async (tx) => {
    const found = await keyOf(tx, commentId, kind);
    if (!found) return { fault: 'unknown' };
    const asked = days === null ? null : new Date(now.getTime() + days * DAY);
    // Networks are stored by a key of the day, so that nobody can be tracked: a network ban ends with that
    // day.
    const until = kind === 'network' ? networkKnownUntil(found.createdAt) : asked;
    if (until && until <= now) return { fault: 'networkPast' };
    const values = { key: found.key, kind, reason: reason.trim(), userId: actor.id, createdAt: now, until };
    const [ban] = await tx
      .insert(bans)
      .values({ id: newId(), ...values })
      .onConflictDoUpdate({ target: [bans.kind, bans.key], set: values })
      .returning({ id: bans.id });
    const theirs = withAll ? await listTheirs(tx, kind, found.key) : [];
    const { decided } = await decideEach(tx, theirs, 'spam', actor, now);
    await writeAudit(
      {
        userId: actor.id,
        action: 'ban',
        subject: ban!.id,
        detail: { kind, until: until?.toISOString() ?? null, moved: decided },
      },
      now,
      tx,
    );
    return { banId: ban!.id, moved: decided };
  });
}

/** Ends a ban; comments that it moved to spam stay there. */
export async function liftBan(banId: string, actor: Person, now = new Date()): Promise<boolean> {
  mustBeAble(actor, 'moderate');
  return db().transaction(async (tx) => (await remove(tx, banId, actor, now)) !== undefined);
}

async function remove(tx: Transaction, banId: string, actor: Person, now: Date) {
  const [ban] = await tx
    .delete(bans)
    .where(eq(bans.id, banId))
    .returning({ userId: bans.userId, createdAt: bans.createdAt });
  if (ban) await writeAudit({ userId: actor.id, action: 'liftBan', subject: banId }, now, tx);
  return ban;
}

/**
 * Undoes a ban: it ends, and comments that it moved to spam are restored. Undefined if it has ended already.
 */
export async function undoBan(
  banId: string,
  actor: Person,
  now = new Date(),
): Promise<{ restored: number } | undefined> {
  mustBeAble(actor, 'moderate');
  return db().transaction(async (tx) => {
    const ban = await remove(tx, banId, actor, now);
    if (!ban) return undefined;
    const { decided } = await takeBackAll(tx, { userId: ban.userId, at: ban.createdAt }, actor, now);
    return { restored: decided };
  });
}
