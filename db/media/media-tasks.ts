import { access, readdir, stat, unlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setImmediate as giveWay } from 'node:timers/promises';
import { asc, eq, gt, inArray } from 'drizzle-orm';
import { env } from '#lib/env.ts';
import { mendApart } from '#lib/media/apart.ts';
import { masterFile } from '#lib/media/make-variants.ts';
import { variantPath, WIDTHS } from '#lib/media/variants.ts';
import { db } from '#db/engine/client.ts';
import { searchTextOf } from './search-media.ts';
import { media, type Media } from '#db/tables/tables.ts';

const HOUR = 3_600_000;
/** Pages in caches between the site and its readers may name a file for up to a day. */
const KEEP_MS = 24 * HOUR;
const STEP = 500;
const folders = { media: env.mediaDir, masters: env.mastersDir };
const NAME = /^([0-9a-f]{16})(?:-(\d+|(?:16x9|4x3|1x1|social)-(\d+-\d+)))?\.(?:avif|webp|jpg|pdf)$/;

const exists = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  );
const list = (folder: string) => readdir(folder).catch(() => [] as string[]);

/** A file that was written or requested again recently may be about to get its row. */
async function removeWhenOld(file: string, now: Date): Promise<number> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile() || now.getTime() - found.mtimeMs < KEEP_MS) return 0;
  await unlink(file);
  return 1;
}

/** The focal points of the pictures with these hashes; a hash that no row has is missing. */
async function readFocuses(hashes: string[]): Promise<Map<string, string>> {
  const rows = await db()
    .select({ hash: media.hash, focalX: media.focalX, focalY: media.focalY })
    .from(media)
    .where(inArray(media.hash, [...new Set(hashes)]));
  return new Map(rows.map(({ hash, focalX, focalY }) => [hash, `${focalX}-${focalY}`]));
}

/**
 * Deletes files that no row has named for a day: files of deleted or replaced media, crops of an old focal
 * point, broken uploads.
 */
export async function removeOrphanFiles(now = new Date()): Promise<number> {
  let removed = 0;
  const names = {
    media: await list(folders.media),
    masters: await list(folders.masters),
    uploads: await list(env.uploadsDir),
  };
  // Rows are read after the folders: a new row may have files that are not in the lists. The other order
  // would delete its files.
  for (let from = 0; from < names.media.length; from += STEP) {
    const some = names.media.slice(from, from + STEP).map((name) => [name, NAME.exec(name)] as const);
    const focusOf = await readFocuses(some.map(([, parts]) => parts?.[1] ?? ''));
    for (const [name, parts] of some) {
      const [, hash = '', , focus] = parts ?? [];
      const isNamed = hash && focusOf.has(hash) && (focus === undefined || focus === focusOf.get(hash));
      if (!isNamed) removed += await removeWhenOld(join(folders.media, name), now);
    }
    await giveWay();
  }
  for (let from = 0; from < names.masters.length; from += STEP) {
    const some = names.masters.slice(from, from + STEP);
    const focusOf = await readFocuses(some.map((name) => name.slice(0, 16)));
    for (const name of some)
      if (!focusOf.has(name.slice(0, 16))) removed += await removeWhenOld(join(folders.masters, name), now);
    await giveWay();
  }
  for (const name of names.uploads) removed += await removeWhenOld(join(env.uploadsDir, name), now);
  return removed;
}

/**
 * Gives pictures from before the library what the library needs: search text, a master, crops, wide variants.
 */
export async function completeOldPictures(): Promise<number> {
  let completed = 0;
  let last = '';
  // One list of the folder: with many pictures a look at each file would take long at every start.
  const masters = new Set(await list(folders.masters));
  for (;;) {
    const rows = await db().select().from(media).where(gt(media.id, last)).orderBy(asc(media.id)).limit(STEP);
    for (const row of rows) if (await complete(row, masters)) completed++;
    if (rows.length < STEP) return completed;
    last = rows.at(-1)!.id;
    await giveWay();
  }
}

async function complete(row: Media, masters: Set<string>): Promise<boolean> {
  if (row.searchText === '') {
    const searchText = searchTextOf(row);
    if (searchText !== '') await db().update(media).set({ searchText }).where(eq(media.id, row.id));
  }
  if (row.type !== 'image' || masters.has(basename(masterFile(folders, row.hash)))) return false;
  const candidates = [...WIDTHS.toReversed(), row.width].map((width) =>
    join(folders.media, basename(variantPath(row.hash, width, 'jpg'))),
  );
  for (const file of candidates) {
    if (!(await exists(file))) continue;
    await mendApart({
      file,
      width: row.width,
      picture: { hash: row.hash, focalX: row.focalX, focalY: row.focalY },
    });
    return true;
  }
  return false;
}
