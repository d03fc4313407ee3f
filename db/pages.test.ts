import { beforeEach, expect, test } from 'vitest';
import type { Block } from '#lib/body/doc.ts';
import { printNotation } from '#lib/body/notation.ts';
import type { Person } from '#lib/can.ts';
import { db } from './client.ts';
import { addPage, changePage, getPage, pageStamp } from './pages.ts';
import { pages } from './tables.ts';
import { addTestPerson } from './test-staff.ts';

let editor: Person;
beforeEach(async () => {
  await db().delete(pages);
  editor = await addTestPerson('محررة', 'editor');
});

test('what a page holds that lines cannot say outlives its next edit, where its sign stands', async () => {
  const cell = (text: string) => ({ type: 'tableCell' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }] });
  const table = { type: 'table', content: [{ type: 'tableRow', content: [cell('السبت'), cell('مفتوح')] }] } as Block;
  const words = { type: 'paragraph', content: [{ type: 'text', text: 'أوقات العمل' }] } as Block;
  await db().insert(pages).values({ slug: 'hours', locale: 'ar', title: 'الأوقات', body: { type: 'doc', v: 2, content: [words, table] }, revisedAt: new Date() });
  const page = (await getPage('hours', 'ar'))!;
  const { text } = printNotation(page.body.content);
  expect(text).toBe('أوقات العمل\n\n[[2]]');
  const changed = await changePage({ slug: 'hours', locale: 'ar', title: 'الأوقات', text: `${text.replace('العمل', '**العمل**')}\n\n> خاتمة`, stamp: pageStamp(page) }, editor);
  expect(changed).toEqual({});
  const { body } = (await getPage('hours', 'ar'))!;
  expect(body.content.map(({ type }) => type)).toEqual(['paragraph', 'table', 'blockquote']);
  expect(body.content[1]).toEqual(table);
});

const hours = { slug: 'hours', locale: 'ar' as const, title: 'الأوقات', text: 'من السبت إلى الخميس' };
const textOf = async () => printNotation((await getPage('hours', 'ar'))!.body.content).text;

test('a new page takes nobody’s place; the other edition has its own', async () => {
  expect(await addPage(hours, editor)).toEqual({});
  expect(await addPage({ ...hours, text: 'كل يوم' }, editor)).toEqual({ fault: 'known' });
  expect(await textOf()).toBe(hours.text);
  expect(await addPage({ ...hours, locale: 'en' }, editor)).toEqual({});
});

test('who saves over what a colleague changed meanwhile is told so, and may mean it', async () => {
  await addPage(hours, editor);
  const stamp = pageStamp((await getPage('hours', 'ar'))!);
  expect(await changePage({ ...hours, text: 'كل يوم', stamp }, editor)).toEqual({});
  const refused = await changePage({ ...hours, title: 'أوقاتنا', stamp }, editor);
  expect(refused).toEqual({ fault: 'conflict', stamp: pageStamp((await getPage('hours', 'ar'))!) });
  expect(await textOf()).toBe('كل يوم');
  expect(await changePage({ ...hours, title: 'أوقاتنا', stamp: 'stamp' in refused ? refused.stamp : '' }, editor)).toEqual({});
  expect(await textOf()).toBe(hours.text);
  await db().delete(pages);
  expect(await changePage({ ...hours, stamp }, editor)).toEqual({ fault: 'gone' });
});
