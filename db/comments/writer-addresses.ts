import { and, eq, gte, inArray, isNull, lt, lte, sql } from 'drizzle-orm';
import { keyedHash, sha256 } from '#lib/security/crypto.ts';
import { sourceOf } from '#lib/comments/network.ts';
import { getKeys } from '#lib/security/keys.ts';
import type { Locale } from '#lib/locales.ts';
import { db, prepared, type Transaction } from '#db/engine/client.ts';
import { inPortions } from '#db/engine/portions.ts';
import { listCommentIdsOf } from '#db/privacy/addresses/find.ts';
import { addressIndex, getContactKeys } from '#db/privacy/addresses/keys.ts';
import { openAddressOf } from '#db/privacy/addresses/open.ts';
import { newId } from '#db/engine/ids.ts';
import { enqueueJob } from '#db/jobs/jobs.ts';
import { writerAddresses, writerLinks } from '#db/tables/tables.ts';

/*
 * Gives writers access to their comments in another browser. A link is mailed to an address. The browser that
 * presses its button can then see and edit comments sent with that address. The browser keeps its own writer
 * id: if the id were passed on, someone who typed another person's address could take over their browser.
 * Why: docs/decisions/015.
 */
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A link expires after this time. */
export const LINK_HOURS = 1;
/**
 * Limits: links that a network can request in an hour, and that an address is mailed in a day. The requester
 * is not told of the second limit.
 */
const MOST_ASKED = 10;
const MOST_MAILED = 3;
/** As long as the lifetime of the cookie. */
const KEPT_DAYS = 180;
/** More comments of one address than this are a program's. */
const MOST_COMMENTS = 500;

/** Derived again for the mail, so that the database stores only its hash. */
const linkToken = (linkId: string): string => keyedHash(getKeys().noticeToken, `open:${linkId}`);

async function findWait(tx: Transaction, source: string, now: Date): Promise<number> {
  const since = new Date(now.getTime() - HOUR_MS);
  const rows = await tx
    .select({ at: writerLinks.createdAt })
    .from(writerLinks)
    .where(and(eq(writerLinks.source, source), gte(writerLinks.createdAt, since)));
  if (rows.length < MOST_ASKED) return 0;
  return Math.ceil((Math.min(...rows.map(({ at }) => at.getTime())) + HOUR_MS + 1 - now.getTime()) / 1000);
}

/**
 * Stores a request for a link. Unknown addresses are handled in exactly the same way: a job later checks
 * whether there is anything to send, so the requester cannot tell.
 */
export async function askForLink(
  { email, address, locale }: { email: string; address: string; locale: Locale },
  now: Date,
): Promise<{ wait?: number }> {
  const source = sourceOf(getKeys().networkIndex, address, now);
  return db().transaction(async (tx) => {
    const wait = await findWait(tx, source, now);
    if (wait > 0) return { wait };
    const id = newId();
    await tx.insert(writerLinks).values({
      id,
      emailIndex: addressIndex(email),
      tokenHash: sha256(linkToken(id)),
      source,
      locale,
      createdAt: now,
    });
    await enqueueJob(tx, 'link', { linkId: id }, now);
    return {};
  });
}

/**
 * The recipient and content of the mail for a link; undefined for an unknown address or one that reached its
 * daily limit.
 */
export async function getLinkMail(
  linkId: string,
  now: Date,
): Promise<{ to: string; token: string; locale: Locale } | undefined> {
  return db().transaction(async (tx) => {
    const [link] = await tx
      .select()
      .from(writerLinks)
      .where(
        and(
          eq(writerLinks.id, linkId),
          isNull(writerLinks.usedAt),
          gte(writerLinks.createdAt, new Date(now.getTime() - HOUR_MS * LINK_HOURS)),
        ),
      );
    if (!link) return undefined;
    const ofToday = and(
      eq(writerLinks.emailIndex, link.emailIndex),
      gte(writerLinks.createdAt, new Date(link.createdAt.getTime() - DAY_MS)),
      lte(writerLinks.id, link.id),
    );
    if ((await tx.$count(writerLinks, ofToday)) > MOST_MAILED) return undefined;
    const to = await openAddressOf(tx, link.emailIndex);
    return to ? { to, token: linkToken(link.id), locale: link.locale } : undefined;
  });
}

const stillGood = (token: string, now: Date) =>
  and(
    eq(writerLinks.tokenHash, sha256(token)),
    isNull(writerLinks.usedAt),
    gte(writerLinks.createdAt, new Date(now.getTime() - HOUR_MS * LINK_HOURS)),
  );

/** Whether a mailed link can still be used. */
export async function isLinkGood(token: string, now: Date): Promise<boolean> {
  const [row] = await db().select({ id: writerLinks.id }).from(writerLinks).where(stillGood(token, now));
  return row !== undefined;
}

/**
 * Uses up a link: comments sent with its address now belong to this writer too. False if the link was used
 * before or has expired.
 */
export async function useLink(token: string, writerId: string, now: Date): Promise<boolean> {
  return db().transaction(async (tx) => {
    const [link] = await tx
      .update(writerLinks)
      .set({ usedAt: now })
      .where(stillGood(token, now))
      .returning({ emailIndex: writerLinks.emailIndex });
    if (!link) return false;
    await tx
      .insert(writerAddresses)
      .values({ writerId, emailIndex: link.emailIndex, confirmedAt: now })
      .onConflictDoUpdate({
        target: [writerAddresses.writerId, writerAddresses.emailIndex],
        set: { confirmedAt: now },
      });
    return true;
  });
}

const indexesOf = prepared(() =>
  db()
    .select({ index: writerAddresses.emailIndex })
    .from(writerAddresses)
    .where(eq(writerAddresses.writerId, sql.placeholder('writerId')))
    .prepare(),
);

const listConfirmed = async (writerId: string): Promise<string[]> =>
  (await indexesOf().execute({ writerId })).map(({ index }) => index);

/** The comments sent with the addresses that this writer's browser confirmed. */
export async function listIdsOfConfirmed(writerId: string): Promise<string[]> {
  const ids = [];
  for (const index of await listConfirmed(writerId))
    ids.push(...(await listCommentIdsOf(db(), 'email', index, MOST_COMMENTS)));
  return ids;
}

/** Whether a comment was sent with an address that this writer confirmed. */
export async function isOfConfirmed(writerId: string, commentId: string): Promise<boolean> {
  const confirmed = await listConfirmed(writerId);
  if (confirmed.length === 0) return false;
  const { email } = await getContactKeys(db(), commentId);
  return email !== undefined && confirmed.includes(email);
}

/** Deletes all confirmations and link requests of an address. */
export async function forgetConfirmed(tx: Transaction, index: string): Promise<void> {
  await tx.delete(writerAddresses).where(eq(writerAddresses.emailIndex, index));
  await tx.delete(writerLinks).where(eq(writerLinks.emailIndex, index));
}

/** Deletes links after a day, and confirmations after the lifetime of the cookie. Returns how many rows. */
export async function forgetWriterLinks(now: Date): Promise<number> {
  const oldLinks = lt(writerLinks.createdAt, new Date(now.getTime() - DAY_MS));
  const links = await inPortions('Deleting links of writers', async (limit) => {
    const ids = db().select({ id: writerLinks.id }).from(writerLinks).where(oldLinks).limit(limit);
    const rows = await db()
      .delete(writerLinks)
      .where(inArray(writerLinks.id, ids))
      .returning({ id: writerLinks.id });
    return rows.length;
  });
  const confirmed = await db()
    .delete(writerAddresses)
    .where(lt(writerAddresses.confirmedAt, new Date(now.getTime() - KEPT_DAYS * DAY_MS)))
    .returning({ id: writerAddresses.writerId });
  return links + confirmed.length;
}
