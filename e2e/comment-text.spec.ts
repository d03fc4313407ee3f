import type { Page } from '@playwright/test';
import { expect, findArticle, test } from './journey.ts';
import { addComments, removeComments } from './discussion.ts';

// Stored without the input cleaning: the isolation on the page must be enough without it.
const hostile: [string, { name: string; body: string }][] = [
  ['LRO', { name: '\u202Dأحمد', body: '\u202Dكلام \u202Dمقلوب' }],
  ['RLO', { name: 'Omar\u202E', body: 'abc\u202E def' }],
  ['open isolates', { name: 'سامي\u2066\u2067\u2068', body: 'نص\u2066\u2067' }],
  ['marks', { name: '\u200F\u200Eأ\u200Cب\u200D', body: '\u200F12\u200E' }],
  ['zalgo', { name: `ع${'\u0300'.repeat(40)}مر`, body: `ن${'\u0315'.repeat(60)}ص` }],
];

/** The positions of all elements in a comment and its neighbours, except the comment's own text. */
const boxes = (page: Page, ids: string[]) =>
  page.evaluate(async (all) => {
    const list = document.querySelector(`#comment-${all[0]}`)!;
    // The browser lays out content near the viewport, and then fetches its fonts.
    list.scrollIntoView();
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    await document.fonts.ready;
    const start = list.getBoundingClientRect().top;
    const read = (element: Element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return [left, top - start, width, height].map(Math.round);
    };
    return all.map((id) =>
      [
        ...document.querySelectorAll(
          `#comment-${id} :is(time, .avatar), #comment-${id} .comment-actions > *`,
        ),
      ].map(read),
    );
  }, ids);

for (const [kind, { name, body }] of hostile) {
  test(`a name and a comment with ${kind} do not move the elements around them`, async ({ page }) => {
    const path = findArticle('مكتبة عامة');
    const at = new Date();
    const write = (middle: { name: string; body: string }) => {
      removeComments('bidi');
      const given = [{ name: 'قبله', body: 'وصل 15 قارئًا' }, middle, { name: 'بعده', body: 'وصل 15 قارئًا' }];
      return addComments(
        given.map((each, n) => ({
          ...each,
          articlePath: path,
          writerId: 'bidi',
          at: new Date(at.getTime() + n),
        })),
      ).map(({ id }) => id);
    };
    const plain = write({ name: 'عمر', body: 'نص' });
    await page.goto(`${path}?sort=newest`);
    // Fonts that load late are used from the next page on: `font-display: optional` causes no shift.
    await page.reload();
    const before = await boxes(page, plain);
    const bad = write({ name, body });
    await page.goto(`${path}?sort=newest`);
    expect(await boxes(page, bad)).toEqual(before);
    // The digits in the text of the neighbour keep their order.
    const digits = await page.evaluate((id) => {
      const range = document.createRange();
      const text = document.querySelector(`#comment-${id} .comment-paragraph`)!;
      const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
      const node = walker.nextNode()!;
      const place = node.textContent!.indexOf('15');
      const leftOf = (offset: number) => {
        range.setStart(node, place + offset);
        range.setEnd(node, place + offset + 1);
        return range.getBoundingClientRect().left;
      };
      return leftOf(0) < leftOf(1);
    }, bad[2]!);
    expect(digits).toBe(true);
    removeComments('bidi');
  });
}
