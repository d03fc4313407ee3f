import { beforeEach, expect, test } from 'vitest';
import { docFromLines } from '#lib/body/from-lines.ts';
import { EMPTY_DOC } from '#lib/body/doc.ts';
import { docText } from '#lib/body/doc-text.ts';
import type { Person } from '#lib/people/can.ts';
import { db } from '#db/engine/client.ts';
import { newId } from '#db/engine/ids.ts';
import { deleteMedia } from '#db/media/media.ts';
import {
  getPageDesk,
  listPageDrafts,
  publishPage,
  restorePageRevision,
  savePageDraft,
  startPage,
} from './page-drafts.ts';
import { getPageRevision, listPageRevisions } from './page-revisions.ts';
import { endPagePreviewLinks, getPagePreview, getPagePreviewLink } from './page-preview.ts';
import { getPage, removePage } from './pages.ts';
import { media, pageDrafts, pageRevisions, pages } from '#db/tables/tables.ts';
import { addTestPage } from '#db/testing/pages.ts';
import { addTestPerson } from '#db/testing/staff.ts';

let [editor, colleague]: Person[] = [];
beforeEach(async () => {
  for (const table of [pages, pageDrafts, pageRevisions]) await db().delete(table);
  editor = await addTestPerson('محررة', 'editor');
  colleague = await addTestPerson('زميل', 'editor');
});

const key = { slug: 'hours', locale: 'ar' as const };
const hours = { ...key, title: 'الأوقات', text: 'من السبت إلى الخميس' };
const text = (words: string, title = 'الأوقات') => ({
  title,
  body: words ? docFromLines([words]) : EMPTY_DOC,
});
const readersSee = async () => {
  const page = await getPage('hours', 'ar');
  return page && docText(page.body);
};
const NOON = new Date('2026-11-24T12:00:00Z');
const after = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);
const acts = async () => (await listPageRevisions(key)).map(({ act }) => act);

test('a new page cannot replace one at the same address; each edition has its own', async () => {
  await addTestPage(hours);
  expect(await startPage(key, 'أوقات', editor!)).toEqual({ fault: 'known' });
  expect(await readersSee()).toBe(hours.text);
  expect(await startPage({ ...key, locale: 'en' }, 'Hours', editor!)).toEqual({});
  expect(await startPage({ ...key, locale: 'en' }, 'Hours', editor!)).toEqual({ fault: 'known' });
});

test('a new page, and later changes to it, are drafts until they are published', async () => {
  await startPage(key, 'الأوقات', editor!, NOON);
  expect(await savePageDraft(key, text('كل سبت'), { version: 1 }, editor!, NOON)).toEqual({ version: 2 });
  expect(await readersSee()).toBeUndefined();
  expect(await listPageDrafts()).toMatchObject([{ slug: 'hours', isPublished: false }]);
  expect(await publishPage(key, text('كل سبت'), 2, editor!, NOON)).toEqual({ version: 2 });
  expect(await readersSee()).toBe('كل سبت');
  expect(await listPageDrafts()).toEqual([]);
  await savePageDraft(key, text('كل أحد'), { version: 2 }, editor!, after(1));
  expect(await readersSee()).toBe('كل سبت');
  expect(await getPageDesk(key)).toMatchObject({ isPublished: true, isAhead: true, version: 3 });
});

test('saving over a colleague’s change is refused once, can be confirmed, and keeps all texts as versions', async () => {
  await addTestPage(hours, NOON);
  expect(await savePageDraft(key, text('كل يوم'), { version: 0 }, colleague!, after(1))).toEqual({
    version: 1,
  });
  const refused = await publishPage(key, text('كل جمعة'), 0, editor!, after(2));
  expect(refused).toMatchObject({ fault: 'conflict', desk: { version: 1 } });
  expect(await readersSee()).toBe(hours.text);
  expect(await publishPage(key, text('كل جمعة'), 1, editor!, after(2))).toEqual({ version: 2 });
  const kept = await Promise.all(
    (await listPageRevisions(key)).map(async ({ number }) =>
      docText((await getPageRevision(key, number))!.body),
    ),
  );
  expect(kept).toEqual(['كل جمعة', 'كل يوم', hours.text]);
  await removePage('hours', 'ar', editor!);
  expect(await publishPage(key, text('x'), 2, editor!)).toEqual({ fault: 'gone' });
  expect(await listPageRevisions(key)).toEqual([]);
});

test('versions are kept after ten minutes of writing, before a large cut and on request; old automatic ones are removed', async () => {
  await startPage(key, 'الأوقات', editor!, NOON);
  let version = 1;
  const write = async (words: string, minute: number, keep = false) => {
    const saved = await savePageDraft(key, text(words), { version, keep }, editor!, after(minute));
    version = (saved as { version: number }).version;
  };
  const long = 'كلمات كثيرة كتبت هنا في دقائق كثيرة، ولا يريد أحد أن تضيع. '.repeat(5).trim();
  await write(long, 1);
  await write(`${long} و`, 2);
  await write(`${long} وو`, 3);
  expect(await acts()).toEqual(['auto']);
  await write('', 4);
  expect(docText((await getPageRevision(key, 2))!.body)).toBe(`${long} وو`);
  await write('من جديد', 5);
  await write('من جديد.', 16, true);
  expect(await acts()).toEqual(['kept', 'auto', 'auto', 'auto']);
  await write('بعد شهرين', 90 * 24 * 60);
  await write('ثم', 91 * 24 * 60);
  expect((await acts()).filter((act) => act === 'kept')).toEqual(['kept']);
  expect((await acts()).length).toBeLessThan(5);
});

test('an old version is restored into the draft, and the replaced text is kept', async () => {
  await addTestPage(hours, NOON);
  await publishPage(key, text('كل جمعة'), 0, editor!, after(1));
  await savePageDraft(key, text('نصف جملة'), { version: 1 }, editor!, after(2));
  expect(await restorePageRevision(key, 1, editor!, after(3))).toEqual({});
  expect(docText((await getPageDesk(key))!.body)).toBe(hours.text);
  expect(await readersSee()).toBe('كل جمعة');
  const versions = await listPageRevisions(key);
  expect(docText((await getPageRevision(key, versions[0]!.number))!.body)).toBe('نصف جملة');
  expect(await restorePageRevision(key, 99, editor!, after(4))).toEqual({ fault: 'gone' });
});

test('media that a page shows or showed cannot be deleted from the library', async () => {
  const row = {
    id: newId(),
    hash: newId().replaceAll('-', '').slice(0, 16),
    type: 'document' as const,
    mime: 'application/pdf',
    bytes: 9,
    width: 0,
    height: 0,
    fileName: 'تقرير.pdf',
    alt: '',
    credit: '',
    searchText: '',
    createdAt: NOON,
  };
  await db().insert(media).values(row);
  await startPage(key, 'الأوقات', editor!, NOON);
  const body = {
    type: 'doc' as const,
    v: 3 as const,
    content: [{ type: 'document' as const, attrs: { mediaId: row.id, title: '' } }],
  };
  await savePageDraft(key, { title: 'الأوقات', body }, { version: 1, keep: true }, editor!, NOON);
  expect(await deleteMedia(row.id, editor!)).toEqual({ fault: 'used' });
  await savePageDraft(key, text('بلا وثيقة'), { version: 2 }, editor!, after(1));
  expect(await deleteMedia(row.id, editor!)).toEqual({ fault: 'used' });
  await removePage('hours', 'ar', editor!);
  expect(await deleteMedia(row.id, editor!)).toMatchObject({ media: { id: row.id } });
});

test('a preview link shows the current draft until it expires, and only editors can create one', async () => {
  await startPage(key, 'الأوقات', editor!, NOON);
  const { path } = getPagePreviewLink((await getPageDesk(key))!, editor!, NOON);
  await savePageDraft(key, text('كل سبت'), { version: 1 }, editor!, NOON);
  const token = decodeURIComponent(path.split('/').at(-1)!);
  expect(docText((await getPagePreview(token, after(1)))!.page.body)).toBe('كل سبت');
  expect(await getPagePreview(token, after(8 * 24 * 60))).toBeUndefined();
  expect(await getPagePreview(`${token}x`, after(1))).toBeUndefined();
  const author = await addTestPerson('كاتبة', 'author');
  expect(() =>
    getPagePreviewLink(
      {
        ...key,
        title: '',
        body: text('').body,
        version: 1,
        isPublished: false,
        isAhead: true,
        previewNonce: '',
        updatedAt: NOON,
      },
      author,
      NOON,
    ),
  ).toThrow();
  await expect(savePageDraft(key, text('x'), { version: 2 }, author)).rejects.toThrow();
});

test('preview links can be ended, also those of a page without edits and of a removed page at the same address', async () => {
  await addTestPage(hours, NOON);
  const link = async () =>
    getPagePreviewLink((await getPageDesk(key))!, editor!, NOON)
      .path.split('/')
      .at(-1)!;
  const opens = async (token: string) => (await getPagePreview(token, after(1))) !== undefined;
  const first = await link();
  expect(await opens(first)).toBe(true);
  expect(await endPagePreviewLinks(key, editor!, after(1))).toEqual({});
  expect(await opens(first)).toBe(false);
  // The page still shows what readers see and can be edited from the version that was opened.
  expect(await getPageDesk(key)).toMatchObject({ version: 0, isAhead: false, updatedAt: NOON });
  expect(await listPageDrafts()).toEqual([]);
  const second = await link();
  expect(await savePageDraft(key, text('كل يوم'), { version: 0 }, editor!, after(2))).toEqual({ version: 1 });
  expect(await acts()).toEqual(['published']);
  expect(await opens(second)).toBe(true);
  await endPagePreviewLinks(key, editor!, after(3));
  expect(await opens(second)).toBe(false);
  await expect(endPagePreviewLinks(key, { ...editor!, role: 'author' }, after(3))).rejects.toThrow();
  await removePage('hours', 'ar', editor!);
  expect(await endPagePreviewLinks(key, editor!, after(3))).toEqual({ fault: 'gone' });
  await startPage(key, 'الأوقات', editor!, after(4));
  const third = await link();
  await removePage('hours', 'ar', editor!);
  await startPage(key, 'الأوقات', editor!, after(5));
  expect(await opens(third)).toBe(false);
});
