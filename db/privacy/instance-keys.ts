import { existsSync, readdirSync } from 'node:fs';
import { eq, sql } from 'drizzle-orm';
import { env } from '#lib/env.ts';
import { getKeys, holdsDatabase, keysFile, keyPrints, makeMissingKeys } from '#lib/security/keys.ts';
import { logLine } from '#lib/log.ts';
import { Refusal } from '#lib/refusal.ts';
import { writeAudit } from '#db/people/audit-log.ts';
import { db } from '#db/engine/client.ts';
import { listNewestSealed } from '#db/privacy/addresses/open.ts';
import { getInstanceState, setInstanceState } from '#db/paper/instance.ts';
import { tryOpen } from '#db/privacy/addresses/sealed.ts';
import { media, twoFactors } from '#db/tables/tables.ts';

/*
 * The data folder is more than one file, and a restore may bring back only some of them. A start with files
 * that do not belong together is refused, with a line that says what to do. A site that started with other
 * keys, or with a demo newsroom in place of its own, might be noticed only days later.
 */

/**
 * Refuses keys without a database: its volume is not mounted, or the file was not restored. Called before
 * anything creates a new one.
 */
export function refuseLostDatabase(isNewAllowed: boolean) {
  if (isNewAllowed || holdsDatabase() || !existsSync(keysFile())) return;
  throw new Refusal(
    `${keysFile()} is there, but ${env.databaseFile} is not: is its disk mounted, was it restored? To begin with an empty database: npm start -- --new-database`,
  );
}

const GO_ON =
  'Put back the keys.json that was kept with this database, or go on and lose what the old keys sealed (stored addresses, second steps, links in mails): npm start -- --new-keys';

/**
 * For a database from before the check value: whether these keys can decrypt its contents, or it holds
 * nothing encrypted.
 */
async function fitsWhatIsSealed(): Promise<boolean> {
  const sealed = await listNewestSealed();
  return sealed.length === 0 || sealed.some((each) => tryOpen(each) !== null);
}

async function holdsSealed(): Promise<boolean> {
  if ((await listNewestSealed(1)).length > 0) return true;
  const [step] = await db().select({ id: twoFactors.id }).from(twoFactors).limit(1);
  return step !== undefined;
}

/**
 * Creates the keys of a new instance; for an older one, checks that the database was written with the present
 * keys.
 */
export async function settleKeys(isNewAllowed: boolean, now = new Date()): Promise<void> {
  const written = await getInstanceState('keys');
  if (!existsSync(keysFile())) {
    if (!isNewAllowed && (written || (await holdsSealed())))
      throw new Refusal(
        `${keysFile()} is missing, though ${env.databaseFile} was written with its keys. ${GO_ON}`,
      );
    makeMissingKeys();
  }
  const prints = keyPrints(getKeys());
  const fits = written
    ? Object.entries(written).every(([name, print]) => prints[name] === print)
    : await fitsWhatIsSealed();
  if (!fits && !isNewAllowed)
    throw new Refusal(
      `The keys in ${keysFile()} are not those with which ${env.databaseFile} was written. ${GO_ON}`,
    );
  if (written && fits && Object.keys(prints).every((name) => name in written)) return;
  await db().transaction(async (tx) => {
    await setInstanceState('keys', prints, tx);
    if (!fits) await writeAudit({ userId: null, action: 'site.newKeys', subject: 'site' }, now, tx);
  });
  if (!fits) logLine('The site goes on with other keys: addresses stored before can no longer be read.');
}

const isEmpty = (folder: string) => !existsSync(folder) || readdirSync(folder).length === 0;

/**
 * Warns in one line if the database names pictures that are not on the disk; pages are rendered without them.
 */
export async function warnOfLostMedia(): Promise<void> {
  const lost = [env.mediaDir, env.mastersDir].filter(isEmpty);
  if (lost.length === 0) return;
  const [row] = await db()
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(media)
    .where(eq(media.type, 'image'));
  if (row && row.count > 0)
    logLine(
      `Warning: the database names ${row.count} pictures, but ${lost.join(' and ')} ${lost.length > 1 ? 'are' : 'is'} empty: is the disk mounted, was the folder restored?`,
    );
}
