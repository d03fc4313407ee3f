import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { EMPTY_DOC } from '#lib/body/doc.ts';
import type { Person } from '#lib/people/can.ts';
import { cancelSchedule } from '#db/articles/acts.ts';
import { db } from '#db/engine/client.ts';
import { newId } from '#db/engine/ids.ts';
import { listUsages } from './usages.ts';
import { mayChangeMedia } from './media.ts';
import { getPageDesk, publishPage, savePageDraft, startPage } from '#db/paper/page-drafts.ts';
import { saveRevision } from '#db/articles/revisions.ts';
import { media, mediaUsages } from '#db/tables/tables.ts';
import { addNewsroom, after, MINUTE, NOON } from '#db/testing/articles.ts';
import { publishNow, type, write } from '#db/testing/desk.ts';
import { addTestPerson } from '#db/testing/staff.ts';

let editor: Person;
let author: Person;
const lead = (mediaId: string) => ({
  lead: { mediaId, caption: '', credit: '', alt: '', decorative: false },
});

beforeAll(async () => {
  await addNewsroom();
  editor = await addTestPerson('هدى', 'editor');
  author = await addTestPerson('سلمى', 'author');
});

async function addPictureOf({ id: userId }: Person) {
  const id = newId();
  const [row] = await db()
    .insert(media)
    .values({ id, hash: id, width: 1, height: 1, alt: 'ميناء', credit: 'مداد', userId, createdAt: NOON })
    .returning();
  return row!;
}

it('a deleted picture does not stop a draft from being saved or a version from being kept', async () => {
  const picture = await addPictureOf(author);
  const { id } = await write(author, lead(newId()));
  await type(id, author, { socialMediaId: picture.id });
  const version = await saveRevision(id, 'save', '', author, NOON);
  expect(version).toMatchObject({ number: 1 });
  const used = await db()
    .select({ usedIn: mediaUsages.usedIn })
    .from(mediaUsages)
    .where(eq(mediaUsages.mediaId, picture.id))
    .orderBy(mediaUsages.usedIn);
  expect(used).toEqual([{ usedIn: 'draft' }, { usedIn: 'revision' }]);
});

it('an author cannot change a picture in a scheduled revision until the schedule is cancelled', async () => {
  const picture = await addPictureOf(author);
  const { id } = await write(author);
  const { article } = await publishNow(id, editor);
  await type(id, author, lead(picture.id));
  expect(await mayChangeMedia(picture, author)).toBe(true);
  await publishNow(id, editor, after(1), after(MINUTE));
  expect(await mayChangeMedia(picture, author)).toBe(false);
  expect(await listUsages(picture.id)).toMatchObject([{ usedIn: 'article', id, number: article.number }]);
  await cancelSchedule({ articleId: id }, editor, after(2));
  expect(await mayChangeMedia(picture, author)).toBe(true);
});

it('an author can change a picture of a static page only while readers do not see it; it counts as used throughout', async () => {
  const picture = await addPictureOf(author);
  const key = { slug: 'ways-in', locale: 'ar' as const };
  const figure = {
    type: 'figure' as const,
    attrs: { mediaId: picture.id, caption: '', credit: '', alt: '', decorative: true },
  };
  const shown = { title: 'صفحة', body: { type: 'doc' as const, v: 2 as const, content: [figure] } };
  await startPage(key, 'صفحة', editor, NOON);
  const saved = await savePageDraft(key, shown, { version: 1 }, editor, NOON);
  expect(await mayChangeMedia(picture, author)).toBe(true);
  expect(await listUsages(picture.id)).toMatchObject([{ usedIn: 'page', id: 'ar/ways-in' }]);
  await publishPage(key, shown, (saved as { version: number }).version, editor, NOON);
  expect(await mayChangeMedia(picture, author)).toBe(false);
  const { version } = (await getPageDesk(key))!;
  await publishPage(key, { ...shown, body: EMPTY_DOC }, version, editor, after(MINUTE));
  // An old version can be restored.
  expect(await listUsages(picture.id)).toMatchObject([{ usedIn: 'page', id: 'ar/ways-in' }]);
  expect(await mayChangeMedia(picture, author)).toBe(true);
});
