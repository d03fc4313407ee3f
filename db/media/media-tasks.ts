import { access, readdir, stat, unlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setImmediate as giveWay } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { env } from '#lib/env.ts';
import { mendApart } from '#lib/media/apart.ts';
import { masterFile } from '#lib/media/make-variants.ts';
import { variantPath, WIDTHS } from '#lib/media/variants.ts';
import { db } from '#db/engine/client.ts';
import { searchTextOf } from './search-media.ts';
import { media } from '#db/tables/tables.ts';

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
  // Read after the folders: a new row may have files that are not in the lists. The other order would delete
  // its files.
  const rows = await db()
    .select({ hash: media.hash, focalX: media.focalX, focalY: media.focalY })
    .from(media);
  const focusOf = new Map(rows.map(({ hash, focalX, focalY }) => [hash, `${focalX}-${focalY}`]));
  for (const [n, name] of names.media.entries()) {
    if (n % STEP === 0) await giveWay();
    const [, hash = '', , focus] = NAME.exec(name) ?? [];
    const isNamed = hash && focusOf.has(hash) && (focus === undefined || focus === focusOf.get(hash));
    if (!isNamed) removed += await removeWhenOld(join(folders.media, name), now);
  }
  for (const [n, name] of names.masters.entries()) {
    if (n % STEP === 0) await giveWay();
    if (!focusOf.has(name.slice(0, 16))) removed += await removeWhenOld(join(folders.masters, name), now);
  }
  for (const name of names.uploads) removed += await removeWhenOld(join(env.uploadsDir, name), now);
  return removed;
}

/**
 * Gives pictures from before the library what the library needs: search text, a master, crops, wide variants.
 */
export async function completeOldPictures(): Promise<number> {
  let completed = 0;
  for (const row of await db().select().from(media)) {
    if (row.searchText === '') {
      const searchText = searchTextOf(row);
      if (searchText !== '') await db().update(media).set({ searchText }).where(eq(media.id, row.id));
    }
    if (row.type !== 'image' || (await exists(masterFile(folders, row.hash)))) continue;
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
      completed++;
      break;
    }
  }
  return completed;
}
