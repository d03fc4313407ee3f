import { and, asc, desc, eq, gte, inArray, lt, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import { cleanLine } from '#lib/arabic/bidi.ts';
import { mustBeAble, type Person } from '#lib/people/can.ts';
import { writeAudit } from '#db/people/audit-log.ts';
import { db, prepared, type Transaction } from '#db/engine/client.ts';
import { newId } from '#db/engine/ids.ts';
import { addressHits, redirects } from '#db/tables/tables.ts';

const PATH_MAX = 500;
/** The report keeps about this many missing addresses; those with the fewest hits are removed first. */
const MISSING_KEPT = 2000;

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text).normalize('NFC');
  } catch {
    return text;
  }
};

/**
 * A path as it is compared: decoded, in NFC, without query, trailing slash or the prefix of the default
 * edition.
 */
export const redirectKey = (path: string): string =>
  decoded(path.split(/[?#]/)[0]!)
    .replace(/(.)\/+$/, '$1')
    .replace(/^\/ar(?=\/|$)/, '') || '/';

const ownPath = z
  .string()
  .transform(cleanLine)
  .pipe(
    z
      .string()
      .min(2)
      .max(PATH_MAX)
      .startsWith('/')
      .refine((path) => !path.startsWith('//') && !/[\\\p{Cc}]/u.test(path)),
  );
export const redirectSchema = z
  .object({
    fromPath: ownPath
      .transform(redirectKey)
      .refine((path) => path !== '/' && !/^\/(?:newsroom|media|assets|_next)(?:\/|$)/.test(path)),
    toPath: z.union([
      z.literal(''),
      ownPath.transform(decoded),
      z.url({ protocol: /^https?$/ }).max(2000),
      z.literal('/'),
    ]),
  })
  .refine(({ fromPath, toPath }) => fromPath !== redirectKey(toPath || '-'), { path: ['toPath'] });

const byPath = prepared(() =>
  db()
    .select({ toPath: redirects.toPath })
    .from(redirects)
    .where(eq(redirects.fromPath, sql.placeholder('path')))
    .prepare(),
);

/** The target of an address that no page has: a path of the site, a full URL, or empty for «gone». */
export async function findRedirect(path: string): Promise<string | undefined> {
  const [row] = await byPath().execute({ path: redirectKey(path) });
  return row?.toPath;
}

/**
 * Writes a redirect in the transaction that moves something. Redirects to the old address now lead to the new
 * one. A redirect from the new address is removed, as that address is in use again.
 */
export async function writeRedirect(
  tx: Transaction,
  { from, to, userId }: { from: string; to: string; userId: string | null },
  now: Date,
): Promise<void> {
  const [fromPath, toPath] = [redirectKey(from), redirectKey(to)];
  if (fromPath === toPath) return;
  await tx.delete(redirects).where(eq(redirects.fromPath, toPath));
  await tx.update(redirects).set({ toPath }).where(eq(redirects.toPath, fromPath));
  const row = { toPath, isAutomatic: true, userId, createdAt: now };
  await tx
    .insert(redirects)
    .values({ id: newId(), fromPath, ...row })
    .onConflictDoUpdate({ target: redirects.fromPath, set: row });
}

/** Makes the address of a permanently deleted page answer 410, and all redirects to it as well. */
export async function writeGone(
  tx: Transaction,
  { from, userId }: { from: string; userId: string },
  now: Date,
): Promise<void> {
  const row = { toPath: '', isAutomatic: true, userId, createdAt: now };
  await tx
    .update(redirects)
    .set({ toPath: '' })
    .where(eq(redirects.toPath, redirectKey(from)));
  await tx
    .insert(redirects)
    .values({ id: newId(), fromPath: redirectKey(from), ...row })
    .onConflictDoUpdate({ target: redirects.fromPath, set: row });
}

export type RedirectResult = { redirect: typeof redirects.$inferSelect } | { fault: 'known' | 'loop' };

/** Adds a redirect by hand. One that leads back to its own start is refused. */
export async function addRedirect(
  { fromPath, toPath }: z.output<typeof redirectSchema>,
  actor: Person,
  now = new Date(),
): Promise<RedirectResult> {
  mustBeAble(actor, 'settings');
  return db().transaction(async (tx) => {
    const seen = new Set([fromPath]);
    let at = redirectKey(toPath || '-');
    for (;;) {
      if (seen.has(at)) return { fault: 'loop' };
      seen.add(at);
      const [next] = await tx
        .select({ to: redirects.toPath })
        .from(redirects)
        .where(eq(redirects.fromPath, at));
      if (!next?.to) break;
      at = redirectKey(next.to);
    }
    const id = newId();
    const [redirect] = await tx
      .insert(redirects)
      .values({ id, fromPath, toPath, isAutomatic: false, userId: actor.id, createdAt: now })
      .onConflictDoNothing({ target: redirects.fromPath })
      .returning();
    if (!redirect) return { fault: 'known' };
    await tx.delete(addressHits).where(eq(addressHits.path, fromPath));
    await writeAudit(
      { userId: actor.id, action: 'redirect.added', subject: id, after: { fromPath, toPath } },
      now,
      tx,
    );
    return { redirect };
  });
}

export async function removeRedirect(id: string, actor: Person, now = new Date()): Promise<boolean> {
  mustBeAble(actor, 'settings');
  return db().transaction(async (tx) => {
    const [gone] = await tx.delete(redirects).where(eq(redirects.id, id)).returning();
    if (!gone) return false;
    const { fromPath, toPath } = gone;
    await writeAudit(
      { userId: actor.id, action: 'redirect.removed', subject: id, before: { fromPath, toPath } },
      now,
      tx,
    );
    return true;
  });
}

export async function forgetMissing(path: string, actor: Person): Promise<void> {
  mustBeAble(actor, 'settings');
  await db()
    .delete(addressHits)
    .where(and(eq(addressHits.path, path), eq(addressHits.kind, 'missing')));
}

export type AddressHit = { path: string; kind: 'missing' | 'redirect'; hits: number };

/**
 * Adds what the front door has counted since the last call: paths and numbers only, no data about readers.
 */
export async function addHits(counted: AddressHit[], now: Date): Promise<void> {
  if (counted.length === 0) return;
  await db().transaction(async (tx) => {
    for (const { path, kind, hits } of counted) {
      const key = redirectKey(path).slice(0, PATH_MAX);
      await tx
        .insert(addressHits)
        .values({ path: key, kind, hits, firstAt: now, lastAt: now })
        .onConflictDoUpdate({
          target: addressHits.path,
          set: { kind, hits: sql`${addressHits.hits} + ${hits}`, lastAt: now },
        });
    }
    const kept = tx
      .select({ path: addressHits.path })
      .from(addressHits)
      .where(eq(addressHits.kind, 'missing'))
      .orderBy(desc(addressHits.hits), desc(addressHits.lastAt), asc(addressHits.path))
      .limit(1)
      .offset(MISSING_KEPT);
    const [edge] = await tx
      .select({ hits: addressHits.hits, lastAt: addressHits.lastAt, path: addressHits.path })
      .from(addressHits)
      .where(inArray(addressHits.path, kept));
    if (edge)
      await tx.delete(addressHits).where(
        and(
          eq(addressHits.kind, 'missing'),
          or(
            lt(addressHits.hits, edge.hits),
            // Addresses with one hit go together, so that a scan does not delete at every turn.
            eq(addressHits.hits, 1),
            and(
              eq(addressHits.hits, edge.hits),
              or(
                lt(addressHits.lastAt, edge.lastAt),
                and(eq(addressHits.lastAt, edge.lastAt), gte(addressHits.path, edge.path)),
              ),
            ),
          ),
        ),
      );
  });
}
