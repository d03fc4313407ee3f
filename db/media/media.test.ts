import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { NotAllowed, type Person } from '#lib/people/can.ts';
import { env } from '#lib/env.ts';
import { bomb, PDF, photo, twoHalves, withIptc } from '#lib/media/test-pictures.ts';
import { cropPath, mediaPaths } from '#lib/media/variants.ts';
import { getContentVersion } from '#db/paper/content-version.ts';
import { db } from '#db/engine/client.ts';
import { completeOldPictures, removeOrphanFiles } from './media-tasks.ts';
import {
  addMedia,
  deleteMedia,
  getMedia,
  replaceMedia,
  setFocalPoint,
  updateMedia,
  type MediaFields,
} from './media.ts';
import { countMedia, searchMedia } from './search-media.ts';
import { listUsages, setMediaUsages } from './usages.ts';
import { articles, auditLog, authors, media, revisions, type Media } from '#db/tables/tables.ts';
import { newId } from '#db/engine/ids.ts';
import { addTestArticle, addTestPerson } from '#db/testing/staff.ts';

let editor: Person;
let author: Person;
let moderator: Person;
beforeAll(async () => {
  [editor, author, moderator] = [
    await addTestPerson('سلمى', 'editor'),
    await addTestPerson('علي', 'author'),
    await addTestPerson('هدى', 'moderator'),
  ];
});

let shade = 0;
/** A different picture each time: the same bytes would give the same row. */
const picture = () =>
  twoHalves({ width: 330 + ++shade, height: 220 })
    .png()
    .toBuffer();

function upload(bytes: Buffer, name = 'photo.jpg') {
  mkdirSync(env.uploadsDir, { recursive: true });
  const path = join(env.uploadsDir, newId());
  writeFileSync(path, bytes);
  return { path, name };
}

async function add(bytes: Buffer, person = editor, name = 'photo.jpg'): Promise<Media> {
  const added = await addMedia(upload(bytes, name), person);
  if ('fault' in added) throw new Error(added.fault);
  return added.media;
}

const stored = (row: Media) => mediaPaths(row).map((path) => join(env.mediaDir, basename(path)));
const fieldsOf = ({ alt, caption, credit, license, sourceUrl, fileName }: Media): MediaFields => ({
  alt,
  caption,
  credit,
  license,
  sourceUrl,
  fileName,
});
const actionsOn = async (id: string) =>
  (await db().select().from(auditLog).where(eq(auditLog.subject, id)).orderBy(auditLog.id)).map(
    ({ action }) => action,
  );

test('an uploaded photo is stored with its credit, without its location, and with every file that pages name', async () => {
  const row = await add(
    withIptc(await photo({ width: 400, height: 300 }), { 110: 'وكالة الأنباء', 120: 'سوق السمك.' }),
    author,
    'سوق السمك.JPG',
  );
  expect(row).toMatchObject({
    type: 'image',
    mime: 'image/jpeg',
    width: 400,
    height: 300,
    credit: 'وكالة الأنباء',
    caption: 'سوق السمك.',
    fileName: 'سوق السمك.JPG',
    userId: author.id,
  });
  expect(stored(row).filter((file) => !existsSync(file))).toEqual([]);
  expect(await actionsOn(row.id)).toEqual(['media.added']);
});

test('the same bytes give one row, and a refused file gives none', async () => {
  const bytes = await picture();
  const row = await add(bytes);
  expect(await addMedia(upload(bytes, 'again.png'), author)).toMatchObject({
    wasKnown: true,
    media: { id: row.id, fileName: row.fileName },
  });
  const before = await countMedia({ text: '' });
  expect(await addMedia(upload(bomb({ width: 10_000, height: 10_000 })), editor)).toEqual({
    fault: 'tooManyPixels',
  });
  expect(await addMedia(upload(Buffer.from('<script>')), editor)).toEqual({ fault: 'notAPicture' });
  expect(await countMedia({ text: '' })).toBe(before);
  await expect(addMedia(upload(bytes), moderator)).rejects.toThrow(NotAllowed);
});

test('the library is searched in any spelling, by type, newest first', async () => {
  const first = await add(await picture());
  const second = await add(await picture());
  const document = await add(PDF, editor, 'ميزانية 100%.pdf');
  await updateMedia(
    first.id,
    { ...fieldsOf(first), alt: 'قواربُ الصيّادين في الميناء الأزرق', credit: 'إدريس' },
    editor,
  );
  await updateMedia(
    second.id,
    { ...fieldsOf(second), alt: 'رصيف', caption: 'صيادون عند ميناء المدينه' },
    editor,
  );
  const find = async (text: string, type?: 'image' | 'document') =>
    (await searchMedia({ text, type }, { page: 1, limit: 10 })).map(({ id }) => id);
  expect(await find('الصيادين ازرق')).toEqual([first.id]);
  expect(await find('صياد المدينة')).toEqual([second.id]);
  expect(await find('ادريس')).toEqual([first.id]);
  expect(await find('والرصيف')).toEqual([second.id]);
  expect(await find('صياد')).toEqual([second.id, first.id]);
  expect(await find('100%')).toEqual([document.id]);
  expect(await find('', 'document')).toEqual([document.id]);
  expect(await find('1_0')).toEqual([]);
});

test('a new focal point has its crops before the row is saved, and raises the content version', async () => {
  const row = await add(await picture());
  const version = await getContentVersion();
  const moved = await setFocalPoint(row.id, { x: 12.5, y: 80 }, editor);
  if ('fault' in moved) throw new Error(moved.fault);
  expect(moved.media).toMatchObject({ focalX: 125, focalY: 800 });
  expect(existsSync(join(env.mediaDir, basename(cropPath(moved.media, '1x1'))))).toBe(true);
  expect(await getContentVersion()).toBeGreaterThan(version);
  expect(await setFocalPoint(newId(), { x: 1, y: 1 }, editor)).toEqual({ fault: 'gone' });
});

test('replaced media keeps its id, so that every use shows the new picture', async () => {
  const row = await add(await picture());
  await setFocalPoint(row.id, { x: 10, y: 10 }, editor);
  const replaced = await replaceMedia(row.id, upload(await picture(), 'new.png'), editor);
  if ('fault' in replaced) throw new Error(replaced.fault);
  expect(replaced.media).toMatchObject({ id: row.id, alt: row.alt, fileName: 'new.png', focalX: 500 });
  expect(replaced.media.hash).not.toBe(row.hash);
  expect(stored(replaced.media).every((file) => existsSync(file))).toBe(true);
  expect(stored(row).every((file) => existsSync(file))).toBe(true); // caches still name them
  const taken = await picture();
  const other = await add(taken);
  expect(await replaceMedia(row.id, upload(taken), editor)).toMatchObject({
    fault: 'known',
    media: { id: other.id },
  });
  expect(await replaceMedia(row.id, upload(Buffer.concat([PDF, Buffer.from(' ')])), editor)).toEqual({
    fault: 'otherType',
  });
  expect(await actionsOn(row.id)).toEqual(['media.added', 'media.focused', 'media.replaced']);
});

test('media in use is listed with its uses and cannot be deleted', async () => {
  const row = await add(await picture());
  const lead = await addTestArticle({ leadMediaId: row.id, headline: 'خبر الميناء' });
  const draft = await addTestArticle({ headline: 'مسودة' });
  await db().transaction((tx) => setMediaUsages(tx, 'draft', draft, [row.id]));
  await db().transaction((tx) => setMediaUsages(tx, 'article', lead, [row.id]));
  const revision = newId();
  await db()
    .insert(revisions)
    .values({
      id: revision,
      articleId: lead,
      number: 1,
      act: 'save',
      content: {} as never,
      createdAt: new Date(),
    });
  await db().transaction((tx) => setMediaUsages(tx, 'revision', revision, [row.id]));
  const byline = newId();
  await db().insert(authors).values({
    id: byline,
    slug: byline,
    nameAr: 'سلمى',
    nameEn: 'Salma',
    bioAr: '',
    bioEn: '',
    mediaId: row.id,
  });
  expect((await listUsages(row.id)).map(({ usedIn, id, titleAr }) => [usedIn, id, titleAr])).toEqual([
    ['article', lead, 'خبر الميناء'],
    ['draft', draft, 'مسودة'],
    ['author', byline, 'سلمى'],
  ]);
  expect(await deleteMedia(row.id, editor)).toEqual({ fault: 'used' });
  await db().update(articles).set({ leadMediaId: null }).where(eq(articles.id, lead));
  await db().delete(authors).where(eq(authors.id, byline));
  await db().transaction(async (tx) => {
    await setMediaUsages(tx, 'article', lead, []);
    await setMediaUsages(tx, 'draft', draft, []);
  });
  // An old version can be restored.
  expect(await deleteMedia(row.id, editor)).toEqual({ fault: 'used' });
  await db().delete(revisions).where(eq(revisions.id, revision)); // its usage row stays and does not count
  expect(await deleteMedia(row.id, editor)).toMatchObject({ media: { id: row.id } });
  expect(await getMedia(row.id)).toBeUndefined();
  expect(await actionsOn(row.id)).toEqual(['media.added', 'media.deleted']);
});

test('an author can change their own media until readers see it', async () => {
  const own = await add(await picture(), author);
  const others = await add(await picture());
  expect(await updateMedia(own.id, { ...fieldsOf(own), alt: 'لي' }, author)).toMatchObject({
    media: { alt: 'لي' },
  });
  await expect(updateMedia(others.id, fieldsOf(others), author)).rejects.toThrow(NotAllowed);
  await addTestArticle({ leadMediaId: own.id });
  await expect(replaceMedia(own.id, upload(await picture()), author)).rejects.toThrow(NotAllowed);
  await expect(deleteMedia(own.id, moderator)).rejects.toThrow(NotAllowed);
});

test('files without a row are removed after a day, and no others', async () => {
  const row = await add(await picture());
  const gone = await add(await picture());
  await setFocalPoint(row.id, { x: 20, y: 20 }, editor);
  const current = (await getMedia(row.id))!;
  await deleteMedia(gone.id, editor);
  const age = (file: string) => utimesSync(file, new Date(0), new Date(0));
  for (const file of [...stored(row), ...stored(current), ...stored(gone)]) age(file);
  const fresh = stored(gone)[0]!;
  utimesSync(fresh, new Date(), new Date());
  await removeOrphanFiles();
  expect(stored(current).filter((file) => !existsSync(file))).toEqual([]);
  expect(existsSync(join(env.mediaDir, basename(cropPath(row, '1x1'))))).toBe(false);
  expect(stored(gone).filter((file) => existsSync(file))).toEqual([fresh]);
  // A repeated upload gives existing files a new time.
  const bytes = await picture();
  const again = await add(bytes);
  for (const file of stored(again)) age(file);
  await db().delete(media).where(eq(media.id, again.id));
  await add(bytes);
  expect(stored(again).every((file) => Date.now() - statSync(file).mtimeMs < 60_000)).toBe(true);
});

test('a picture from before the library gets a master, crops and search text', async () => {
  const row = await add(await picture());
  await db().update(media).set({ searchText: '', alt: 'منارة قديمة' }).where(eq(media.id, row.id));
  const { rmSync } = await import('node:fs');
  rmSync(join(env.mastersDir, `${row.hash}.jpg`));
  rmSync(join(env.mediaDir, basename(cropPath(row, '16x9'))));
  expect(await completeOldPictures()).toBe(1);
  expect(stored(row).filter((file) => !existsSync(file))).toEqual([]);
  expect(readdirSync(env.mastersDir)).toContain(`${row.hash}.jpg`);
  expect(await searchMedia({ text: 'مناره قديمه' }, { page: 1, limit: 5 })).toHaveLength(1);
  expect(await completeOldPictures()).toBe(0);
});
