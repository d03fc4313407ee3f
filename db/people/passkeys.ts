import { and, asc, eq } from 'drizzle-orm';
import { writeAudit } from './audit-log.ts';
import { askAuth, type AuthAnswer, type Visitor } from './auth.ts';
import { db } from '#db/engine/client.ts';
import { passkeys } from '#db/tables/tables.ts';

export const listPasskeys = (userId: string) =>
  db()
    .select({
      id: passkeys.id,
      name: passkeys.name,
      createdAt: passkeys.createdAt,
      backedUp: passkeys.backedUp,
    })
    .from(passkeys)
    .where(eq(passkeys.userId, userId))
    .orderBy(asc(passkeys.createdAt));

export type PasskeyRow = Awaited<ReturnType<typeof listPasskeys>>[number];

/**
 * `stale`: a passkey can be added only soon after signing in, so that an unattended session is not enough.
 */
export type PasskeyFault = 'stale' | 'locked' | 'refused';

const faultOf = ({ status, code }: AuthAnswer): { fault: PasskeyFault } => {
  if (status === 429) return { fault: 'locked' };
  return { fault: code === 'SESSION_NOT_FRESH' ? 'stale' : 'refused' };
};

/**
 * The options that the browser passes to the device for a new passkey, stored there under the site's name.
 */
export async function beginPasskey(siteName: string, visitor: Visitor) {
  const answer = await askAuth('/passkey/generate-register-options', null, visitor);
  if (answer.status !== 200) return faultOf(answer);
  return {
    options: { ...answer.data, rp: { ...(answer.data.rp as object), name: siteName } },
    setCookies: answer.setCookies,
  };
}

/** Stores a passkey that a device has made. */
export async function addPasskey(
  userId: string,
  response: Record<string, unknown>,
  name: string,
  visitor: Visitor,
) {
  const answer = await askAuth('/passkey/verify-registration', { response, name }, visitor);
  if (answer.status !== 200) return faultOf(answer);
  await writeAudit({ userId, action: 'passkey.added', subject: userId, after: { name } }, new Date());
  return { setCookies: answer.setCookies };
}

const ownKey = (userId: string, id: string) => and(eq(passkeys.id, id), eq(passkeys.userId, userId));

export async function renamePasskey(
  userId: string,
  id: string,
  name: string,
  now = new Date(),
): Promise<boolean> {
  return db().transaction(async (tx) => {
    const [key] = await tx.select({ name: passkeys.name }).from(passkeys).where(ownKey(userId, id));
    if (!key) return false;
    await tx.update(passkeys).set({ name }).where(ownKey(userId, id));
    await writeAudit(
      { userId, action: 'passkey.renamed', subject: userId, before: { name: key.name }, after: { name } },
      now,
      tx,
    );
    return true;
  });
}

export async function removePasskey(userId: string, id: string, now = new Date()): Promise<boolean> {
  return db().transaction(async (tx) => {
    const [key] = await tx.delete(passkeys).where(ownKey(userId, id)).returning({ name: passkeys.name });
    if (key)
      await writeAudit(
        { userId, action: 'passkey.removed', subject: userId, before: { name: key.name } },
        now,
        tx,
      );
    return key !== undefined;
  });
}
