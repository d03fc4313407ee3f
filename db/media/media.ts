import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { typedNumber } from '#lib/arabic/read-number.ts';
import { cleanField } from '#lib/arabic/clean-field.ts';
import { can, mustBeAble, NotAllowed, type Person } from '#lib/people/can.ts';
import { keepUploadApart, makeCropsApart } from '#lib/media/apart.ts';
import type { Kept } from '#lib/media/keep-upload.ts';
import type { UploadFault } from '#lib/media/upload-rules.ts';
import { filledLine, line, prose } from '#lib/text/text-field.ts';
import { logFault } from '#lib/log.ts';
import { writeAudit } from '#db/people/audit-log.ts';
import { db } from '#db/engine/client.ts';
import { isUniqueViolation } from '#db/engine/errors.ts';
import { newId } from '#db/engine/ids.ts';
import { isPublicUse, listUsages } from './usages.ts';
import { media, mediaUsages, users, type Media } from '#db/tables/tables.ts';
import { searchTextOf } from './search-media.ts';

/** The texts about a picture or document, as forms submit them. */
export const mediaFieldsSchema = z.object({
  alt: prose(600),
  caption: prose(600),
  credit: line(200),
  license: line(200),
  sourceUrl: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(2000)]),
  fileName: filledLine(200),
});
export type MediaFields = z.infer<typeof mediaFieldsSchema>;

const fields = { media, byName: users.name };

export async function getMedia(id: string): Promise<Media | undefined> {
  const [row] = await db().select().from(media).where(eq(media.id, id));
  return row;
}

/** One picture or document with the person who added it. */
export async function getMediaWithMaker(id: string) {
  const [row] = await db()
    .select(fields)
    .from(media)
    .leftJoin(users, eq(media.userId, users.id))
    .where(eq(media.id, id));
  return row;
}

/**
 * The person who added it may change it until a reader can see it; after that, only those who manage media.
 */
export async function mayChangeMedia(row: Media, person: Person): Promise<boolean> {
  if (can(person, 'manageMedia')) return true;
  return row.userId === person.id && can(person, 'write') && !(await listUsages(row.id)).some(isPublicUse);
}

async function getChangeable(id: string, person: Person): Promise<Media | undefined> {
  const row = await getMedia(id);
  if (row && !(await mayChangeMedia(row, person)))
    throw new NotAllowed(`${person.role} may not change this file`);
  return row;
}

export type AddedMedia = { media: Media; wasKnown: boolean; isMoving: boolean };
export type AddFault = { fault: UploadFault };

/**
 * Adds a file to the library; the same bytes give one row. Files are written first, so that a row never lacks
 * them.
 */
export async function addMedia(
  file: { path: string; name: string },
  person: Person,
  now = new Date(),
): Promise<AddedMedia | AddFault> {
  mustBeAble(person, 'write');
  const kept = await keepApart(file.path);
  if ('fault' in kept) return kept;
  const { hash, type, mime, bytes, width, height, isMoving, found } = kept;
  const values = {
    hash,
    type,
    mime,
    bytes,
    width,
    height,
    fileName: cleanField(file.name).slice(0, 200) || `${hash}`,
    ...found,
  };
  return db().transaction(async (tx) => {
    const [row] = await tx
      .insert(media)
      .values({ id: newId(), ...values, searchText: searchTextOf(values), userId: person.id, createdAt: now })
      .onConflictDoNothing({ target: media.hash })
      .returning();
    if (row) {
      await writeAudit(
        { userId: person.id, action: 'media.added', subject: row.id, detail: { fileName: row.fileName } },
        now,
        tx,
      );
      return { media: row, wasKnown: false, isMoving };
    }
    const [known] = await tx.select().from(media).where(eq(media.hash, hash));
    return { media: known!, wasKnown: true, isMoving };
  });
}

/** Logs a crash or timeout of the image process instead of breaking the page of the newsroom. */
async function keepApart(path: string): Promise<Kept | AddFault> {
  try {
    return await keepUploadApart(path);
  } catch (error) {
    logFault('An uploaded file could not be worked on', error);
    return { fault: 'failed' };
  }
}

/** The changed fields only, before and after. */
function difference<T extends Record<string, unknown>>(row: T, changes: Partial<T>) {
  const names = Object.keys(changes).filter((name) => row[name] !== changes[name]);
  const pick = (from: Partial<T>) => Object.fromEntries(names.map((name) => [name, from[name]]));
  return names.length > 0 ? { before: pick(row), after: pick(changes) } : undefined;
}

/** Saves the texts about it. */
export async function updateMedia(
  id: string,
  given: MediaFields,
  person: Person,
  now = new Date(),
): Promise<{ media: Media } | { fault: 'gone' }> {
  const row = await getChangeable(id, person);
  if (!row) return { fault: 'gone' };
  const changed = difference(row, given);
  if (!changed) return { media: row };
  return db().transaction(async (tx) => {
    const [saved] = await tx
      .update(media)
      .set({ ...given, searchText: searchTextOf(given) })
      .where(eq(media.id, id))
      .returning();
    if (!saved) return { fault: 'gone' };
    await writeAudit({ userId: person.id, action: 'media.changed', subject: id, ...changed }, now, tx);
    return { media: saved };
  });
}

const percent = z.preprocess(typedNumber, z.coerce.number().min(0).max(100));
export const focalPointSchema = z.object({ x: percent, y: percent });

/** Moves the center of crops, in percent. The new crops are written before any page names them. */
export async function setFocalPoint(
  id: string,
  { x, y }: z.infer<typeof focalPointSchema>,
  person: Person,
  now = new Date(),
): Promise<{ media: Media } | { fault: 'gone' }> {
  const row = await getChangeable(id, person);
  if (row?.type !== 'image') return { fault: 'gone' };
  const point = { focalX: Math.round(x * 10), focalY: Math.round(y * 10) };
  const changed = difference(row, point);
  if (!changed) return { media: row };
  await makeCropsApart({ hash: row.hash, ...point });
  return db().transaction(async (tx) => {
    // The picture may have been replaced meanwhile: then these crops belong to the old one.
    const [saved] = await tx
      .update(media)
      .set(point)
      .where(and(eq(media.id, id), eq(media.hash, row.hash)))
      .returning();
    if (!saved) return { fault: 'gone' };
    await writeAudit({ userId: person.id, action: 'media.focused', subject: id, ...changed }, now, tx);
    return { media: saved };
  });
}

export type ReplaceFault = { fault: UploadFault | 'gone' | 'otherType' } | { fault: 'known'; media: Media };

/**
 * Replaces the bytes; every use changes at once, since pages name its id. Its texts stay, its focal point is
 * reset.
 */
export async function replaceMedia(
  id: string,
  file: { path: string; name: string },
  person: Person,
  now = new Date(),
): Promise<AddedMedia | ReplaceFault> {
  const row = await getChangeable(id, person);
  if (!row) return { fault: 'gone' };
  const kept = await keepApart(file.path);
  if ('fault' in kept) return kept;
  if (kept.type !== row.type) return { fault: 'otherType' };
  const { hash, mime, bytes, width, height, isMoving } = kept;
  if (hash === row.hash) return { media: row, wasKnown: true, isMoving };
  const [other] = await db().select().from(media).where(eq(media.hash, hash));
  if (other) return { fault: 'known', media: other };
  const fileName = cleanField(file.name).slice(0, 200) || row.fileName;
  const changes = { hash, mime, bytes, width, height, fileName, focalX: 500, focalY: 500 };
  try {
    return await db().transaction(async (tx) => {
      const [saved] = await tx
        .update(media)
        .set({ ...changes, searchText: searchTextOf({ ...row, fileName }) })
        .where(eq(media.id, id))
        .returning();
      if (!saved) return { fault: 'gone' };
      await writeAudit(
        { userId: person.id, action: 'media.replaced', subject: id, ...difference(row, changes) },
        now,
        tx,
      );
      return { media: saved, wasKnown: false, isMoving };
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return { fault: 'failed' };
  }
}

/**
 * Deletes it unless something uses it. Its files are removed later (media-tasks.ts): cached pages still name
 * them.
 */
export async function deleteMedia(
  id: string,
  person: Person,
  now = new Date(),
): Promise<{ media: Media } | { fault: 'gone' | 'used' }> {
  const row = await getChangeable(id, person);
  if (!row) return { fault: 'gone' };
  return db().transaction(async (tx) => {
    if ((await listUsages(id, tx)).length > 0) return { fault: 'used' };
    await tx.delete(mediaUsages).where(eq(mediaUsages.mediaId, id)); // rows of uses that no longer exist
    const [removed] = await tx.delete(media).where(eq(media.id, id)).returning();
    if (!removed) return { fault: 'gone' };
    const { hash, fileName, alt, credit, caption } = removed;
    await writeAudit(
      {
        userId: person.id,
        action: 'media.deleted',
        subject: id,
        before: { hash, fileName, alt, credit, caption },
        after: null,
      },
      now,
      tx,
    );
    return { media: removed };
  });
}
