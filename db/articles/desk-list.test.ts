import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { docFromLines } from '#lib/body/from-lines.ts';
import { NotAllowed, type Person } from '#lib/people/can.ts';
import { retractArticle, trashArticle } from './acts.ts';
import { countDesk } from './desk-counts.ts';
import { listDesk, listPicked } from './desk-list.ts';
import type { DeskFilter } from './desk-filter.ts';
import { getArticle } from './articles.ts';
import { db } from '#db/engine/client.ts';
import { getDraft, sendToDesk } from './drafts.ts';
import { moveArticle, tagArticle } from './bulk.ts';
import { searchArticles } from '#db/search/find-articles.ts';
import { authors, tags } from '#db/tables/tables.ts';
import { addNewsroom, after, DAY, MINUTE, NOON } from '#db/testing/articles.ts';
import { publishNow, sectionId, type, write } from '#db/testing/desk.ts';
import { addTestPerson } from '#db/testing/staff.ts';

let editor: Person;
let author: Person;
const now = after(DAY);
const ids: Record<string, string> = {};

beforeAll(async () => {
  await addNewsroom();
  editor = await addTestPerson('هدى', 'editor');
  author = await addTestPerson('سلمى', 'author');
  const [salma] = await db().select().from(authors).where(eq(authors.slug, 'salma'));
  const add = async (name: string, person: Person, changes: Parameters<typeof write>[1], minutes: number) => {
    const { id } = await write(person, { headline: name, ...changes }, after(minutes * MINUTE));
    ids[name] = id;
    return id;
  };
  await publishNow(
    await add('منشور', editor, { tags: ['ثقافة'], authorIds: [salma!.id] }, 1),
    editor,
    after(1 * MINUTE),
  );
  await publishNow(
    await add('معدّل', editor, { sectionId: await sectionId('world') }, 2),
    editor,
    after(2 * MINUTE),
  );
  await type(ids['معدّل']!, editor, { headline: 'معدّل من جديد' }, after(2 * MINUTE));
  await publishNow(await add('مجدول', editor, {}, 3), editor, after(3 * MINUTE), after(2 * DAY));
  await type(ids['مجدول']!, editor, { standfirst: 'كُتبت بعد الجدولة' }, after(3 * MINUTE));
  await add('مسودة الكاتبة', author, { body: docFromLines(['كلمة لا يعرفها أحد: زنبرك.']) }, 4);
  await add('مرسل', author, { locale: 'en' }, 5);
  await sendToDesk(ids['مرسل']!, author, after(5 * MINUTE));
  await add('مسودة المحررة', editor, { kind: 'live' }, 6);
  await publishNow(await add('مسحوب', editor, {}, 7), editor, after(7 * MINUTE));
  await retractArticle({ articleId: ids['مسحوب']!, text: 'س' }, editor, after(7 * MINUTE));
  await trashArticle({ articleId: await add('مهمل', editor, {}, 8) }, editor, after(8 * MINUTE));
});

const headlines = async (filter: Partial<DeskFilter>, person = editor) =>
  (await listDesk({ state: 'all', ...filter }, person, { now, limit: 50 })).rows.map(
    ({ headline }) => headline,
  );

describe('the list', () => {
  it.each<[DeskFilter['state'], string[]]>([
    ['all', ['مسحوب', 'مسودة المحررة', 'مرسل', 'مسودة الكاتبة', 'مجدول', 'معدّل', 'منشور']],
    ['sent', ['مرسل']],
    ['draft', ['مسودة المحررة', 'مرسل', 'مسودة الكاتبة']],
    ['scheduled', ['مجدول']],
    ['published', ['معدّل', 'منشور']],
    ['ahead', ['مجدول', 'معدّل']],
    ['retracted', ['مسحوب']],
    ['trash', ['مهمل']],
  ])(
    'for the state «%s» has its articles, last changed first, and the same count',
    async (state, expected) => {
      expect(await headlines({ state })).toEqual(expected);
      expect((await countDesk({ state }, editor, now))[state]).toEqual({
        count: expected.length,
        isCut: false,
      });
    },
  );

  it('is filtered by section, byline, tag, edition, kind, owner, days, words and number', async () => {
    const [salma] = await db().select().from(authors).where(eq(authors.slug, 'salma'));
    const [tag] = await db().select().from(tags).where(eq(tags.name, 'ثقافة'));
    const [row] = (await listDesk({ state: 'published' }, editor, { now, limit: 1 })).rows;
    expect(await headlines({ sectionId: await sectionId('world') })).toEqual(['معدّل']);
    expect(await headlines({ authorId: salma!.id })).toEqual(['منشور']);
    expect(await headlines({ tagId: tag!.id })).toEqual(['منشور']);
    expect(await headlines({ locale: 'en' })).toEqual(['مرسل']);
    expect(await headlines({ kind: 'live' })).toEqual(['مسودة المحررة']);
    expect(await headlines({ isMine: true }, author)).toEqual(['مرسل', 'مسودة الكاتبة']);
    expect(await headlines({ state: 'published', from: after(2 * MINUTE), to: after(3 * MINUTE) })).toEqual([
      'معدّل',
    ]);
    expect(await headlines({ text: 'الزنبرك' })).toEqual(['مسودة الكاتبة']);
    const arabic = String(row!.number).replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)]!);
    for (const text of [`${row!.number}`, `#${row!.number}`, `#${arabic}`, arabic, `رقم ${arabic}`])
      expect(await headlines({ text }), text).toEqual(['معدّل']);
    expect(await headlines({ text: '؟!' })).toEqual([]);
    expect(await countDesk({ state: 'all', tagId: tag!.id, authorId: salma!.id }, editor, now)).toMatchObject(
      { all: { count: 1 }, published: { count: 1 }, draft: { count: 0 }, ahead: { count: 0 } },
    );
  });

  it('is paged with a cursor, without gaps or duplicates', async () => {
    const seen: string[] = [];
    let after: { updatedAt: Date; id: string } | undefined;
    do {
      const { rows, next } = await listDesk({ state: 'all' }, editor, { now, after, limit: 3 });
      seen.push(...rows.map(({ headline }) => headline));
      after = next;
    } while (after);
    expect(seen).toEqual(await headlines({}));
  });

  it('shows an author only their own articles and those that readers see', async () => {
    expect(await headlines({}, author)).toEqual(['مسحوب', 'مرسل', 'مسودة الكاتبة', 'معدّل', 'منشور']);
    expect(await headlines({ state: 'trash' }, author)).toEqual([]);
    expect(await headlines({ text: 'مسودة المحررة' }, author)).not.toContain('مسودة المحررة');
    expect(await countDesk({ state: 'all' }, author, now)).toMatchObject({
      all: { count: 5 },
      draft: { count: 2 },
      scheduled: { count: 0 },
      trash: { count: 0 },
    });
    expect((await listPicked(Object.values(ids), author, now)).map(({ headline }) => headline)).not.toContain(
      'مسودة المحررة',
    );
  });
});

it('keeps drafts out of the readers’ search', async () => {
  expect(
    (await searchArticles('زنبرك', { locale: 'ar', now, order: 'relevance', page: 1, perPage: 10 }))?.items,
  ).toEqual([]);
});

describe('a bulk act', () => {
  it('moves and tags the page and the working copy, without publishing other changes', async () => {
    const { id } = await write(editor, { headline: 'قبل' });
    const { article } = await publishNow(id, editor, NOON);
    await type(id, editor, { headline: 'لم يُنشر' });
    await moveArticle({ articleId: id, sectionId: await sectionId('world') }, editor, now);
    await tagArticle({ articleId: id, tag: 'مدن' }, editor, now);
    const page = await getArticle(article.number, now);
    expect(page).toMatchObject({ headline: 'قبل', sectionSlug: 'world', revisedAt: null });
    expect(page?.tags.map(({ name }) => name)).toEqual(['نقل', 'مدن']);
    expect((await getDraft(id))?.draft).toMatchObject({
      isAhead: true,
      content: { headline: 'لم يُنشر', tags: ['نقل', 'مدن'] },
    });
    expect(
      await tagArticle({ articleId: id, articleVersion: article.version, tag: 'س' }, editor, now),
    ).toEqual({ fault: 'conflict' });
  });

  it('is rejected for authors, for articles in the trash and for unknown sections', async () => {
    await expect(tagArticle({ articleId: ids['منشور']!, tag: 'س' }, author, now)).rejects.toThrow(NotAllowed);
    expect(await tagArticle({ articleId: ids['مهمل']!, tag: 'س' }, editor, now)).toEqual({ fault: 'state' });
    expect(await moveArticle({ articleId: ids['منشور']!, sectionId: 'nowhere' }, editor, now)).toEqual({
      fault: 'gone',
    });
  });
});
