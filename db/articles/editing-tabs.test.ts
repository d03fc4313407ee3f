import { expect, test } from 'vitest';
import { keepTab, leaveTab } from './editing-tabs.ts';
import { addTestArticle, addTestPerson } from '#db/testing/staff.ts';

const AT = new Date('2026-11-23T10:00:00Z');
const later = (seconds: number) => new Date(AT.getTime() + seconds * 1000);

test('lists the other people with the article open, each once, until their tab times out or closes', async () => {
  const [mona, omar] = [await addTestPerson('منى', 'editor'), await addTestPerson('عمر', 'author')];
  const articleId = await addTestArticle();
  const other = await addTestArticle();
  const keep = async (person: { id: string }, tabId: string, at: Date, id = articleId) =>
    (await keepTab({ articleId: id, tabId, userId: person.id }, at)).map(({ name }) => name);
  expect(await keep(mona, 'm1', AT)).toEqual([]);
  expect(await keep(omar, 'o1', later(5))).toEqual(['منى']);
  expect(await keep(omar, 'o2', later(6))).toEqual(['عمر', 'منى']);
  expect(await keep(mona, 'm1', later(20))).toEqual(['عمر']);
  expect(await keep(mona, 'm9', later(20), other)).toEqual([]);
  expect(await keep(mona, 'm1', later(50))).toEqual(['عمر']);
  expect(await keep(mona, 'm1', later(52))).toEqual([]);
  expect(await keep(omar, 'o1', later(53))).toEqual(['منى']);
  // A person cannot close another person's tab.
  await leaveTab({ articleId, tabId: 'm1', userId: omar.id });
  expect(await keep(omar, 'o1', later(54))).toEqual(['منى']);
  await leaveTab({ articleId, tabId: 'm1', userId: mona.id });
  expect(await keep(omar, 'o1', later(55))).toEqual([]);
});
