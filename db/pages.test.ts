import { beforeEach, expect, test } from 'vitest';
import type { Block } from '#lib/body/doc.ts';
import { printNotation } from '#lib/body/notation.ts';
import type { Person } from '#lib/can.ts';
import { db } from './client.ts';
import { getPage, savePage } from './pages.ts';
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
  const { text } = printNotation((await getPage('hours', 'ar'))!.body.content);
  expect(text).toBe('أوقات العمل\n\n[[2]]');
  const saved = await savePage({ slug: 'hours', locale: 'ar', title: 'الأوقات', text: `${text.replace('العمل', '**العمل**')}\n\n> خاتمة` }, editor);
  expect(saved).toEqual({ isNew: false });
  const { body } = (await getPage('hours', 'ar'))!;
  expect(body.content.map(({ type }) => type)).toEqual(['paragraph', 'table', 'blockquote']);
  expect(body.content[1]).toEqual(table);
});
