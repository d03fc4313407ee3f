import type { Page } from '@playwright/test';
import { docFromLines } from '#lib/body/from-lines.ts';
import { publish, write, type Published } from './desk-articles.ts';
import { inDatabase } from './in-database.ts';
import { expect, test } from './journey.ts';

/*
 * Runs that the bidirectional algorithm would reverse after an Arabic letter, or whose signs it would move
 * away.
 */
const RUNS = [
  '+218 91 234 5678',
  '091-234-5678',
  '2-1',
  '2020-2026',
  'C++',
  'C#',
  '.NET',
  '50%',
  '-5',
  '100 Mbps',
  '1 250 000',
  '10:30-11:45',
  '#Libya',
  '(091) 234-5678',
];
const HEADLINE = 'اتصل على +218 91 234 5678 في ختام 2-1';
const STANDFIRST = 'من 2020-2026 بلغة C++ بنسبة 50% عند -5';
const lineOf = (run: string) => `نص قبل ${run} ونص بعده`;

let article: Published;
test.beforeAll(async () => {
  const body = docFromLines([
    ...RUNS.map(lineOf),
    `- قائمة ${RUNS[0]}`,
    '> اقتباس 3-0',
    'قبل **+218 91** 234 5678 بعد',
  ]);
  article = await publish(await write(HEADLINE, { standfirst: STANDFIRST, tags: ['لغة C++', 'C#'], body }));
  inDatabase((database) => {
    const insert = database.prepare(
      `insert into comments (id, article_id, thread_id, name, body, body_key, status, created_at) values (?, ?, ?, 'قارئ', ?, 'k', 'approved', ?)`,
    );
    const id = '0198c0de-0000-7000-8000-0000000000aa';
    insert.run(id, article.id, id, 'اتصلت على +218 91 234 5678 وكانت 2-1', Date.now());
  });
});

/**
 * The horizontal position of each character of a run inside an element. They rise from left to right if the
 * run is in order and on one line.
 */
async function placesOf(page: Page, selector: string, run: string): Promise<number[]> {
  return page
    .locator(selector)
    .filter({ hasText: run })
    .first()
    .evaluate((element, wanted) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const signs: { node: Text; at: number }[] = [];
      let text = '';
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const words = (node as Text).data;
        text += words;
        for (let at = 0; at < words.length; at++) signs.push({ node: node as Text, at });
      }
      const start = text.indexOf(wanted);
      return signs
        .slice(start, start + wanted.length)
        .filter(({ node, at }) => node.data[at] !== ' ')
        .map(({ node, at }) => {
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          return range.getClientRects()[0]!.left;
        });
    }, run);
}

async function expectInOrder(page: Page, selector: string, run: string) {
  const places = await placesOf(page, selector, run);
  expect(places.length, `${run} in ${selector}`).toBe(run.replaceAll(' ', '').length);
  expect(places, `${run} in ${selector}`).toEqual(places.toSorted((a, b) => a - b));
}

test('numbers, signs and words of the other direction are drawn in order, and copied as they were typed', async ({
  page,
}) => {
  await page.goto(article.path);
  for (const run of ['+218 91 234 5678', '2-1']) await expectInOrder(page, 'h1', run);
  for (const run of ['2020-2026', 'C++', '50%', '-5']) await expectInOrder(page, 'header p', run);
  for (const run of RUNS) await expectInOrder(page, '.article-body > p', run);
  await expectInOrder(page, '.article-body li', RUNS[0]!);
  await expectInOrder(page, '.article-body blockquote', '3-0');
  await expectInOrder(page, '.article-body > p:last-of-type', RUNS[0]!);
  for (const run of ['C++', 'C#']) await expectInOrder(page, 'a[rel=tag]', run);
  for (const run of ['+218 91 234 5678', '2-1']) await expectInOrder(page, '.comment-paragraph', run);

  expect(await page.locator('h1').textContent()).toBe(HEADLINE);
  expect(
    await page.locator('.article-body').evaluate((body) => {
      getSelection()!.selectAllChildren(body);
      return getSelection()!.toString();
    }),
  ).toContain(lineOf(RUNS[0]!));
  expect(await page.content()).not.toMatch(/[\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]/);
});

test('runs are also drawn in order in lists and in search results', async ({ page }) => {
  await page.goto('/local');
  for (const run of ['+218 91 234 5678', '2-1']) await expectInOrder(page, 'h2', run);
  await page.goto(`/search?q=${encodeURIComponent('ختام اتصل 234')}&order=newest`);
  for (const run of ['+218 91 234 5678', '2-1']) await expectInOrder(page, 'main h2', run);
});

test('plain words get no extra markup: the front page has fewer than 12 isolated runs', async ({ page }) => {
  await page.goto('/');
  expect(await page.locator('main bdi[dir=ltr]').count()).toBeLessThan(12);
});

test('a headline is drawn in one font, with the letters of any country of the region', async ({ page }) => {
  for (const headline of [
    'كتاب بحرف ڨ يصدر في تونس',
    'ڭناوة وݣيتار وپيانو وچلو وژاكيت وگيتار على مسرح واحد',
    'لۆژین وڕووبار وهۊرامان',
  ]) {
    await page.goto((await publish(await write(headline))).path);
    const tools = await page.context().newCDPSession(page);
    await tools.send('DOM.enable');
    await tools.send('CSS.enable');
    // A font that loads too late for the first paint is used at the next load.
    await expect(async () => {
      await page.reload({ waitUntil: 'networkidle' });
      const { root } = await tools.send('DOM.getDocument');
      const { nodeId } = await tools.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'h1' });
      const { fonts } = await tools.send('CSS.getPlatformFontsForNode', { nodeId });
      expect(fonts.map(({ familyName }) => familyName)).toEqual([
        expect.stringMatching(/^(?:Vazirmatn|Noto Naskh Arabic)$/),
      ]);
    }).toPass();
    await tools.detach();
  }
});

test('quotes and tags have the direction of most of their letters, and headlines that of the edition', async ({
  page,
}) => {
  const body = docFromLines([
    '> UNESCO تعلن القائمة الجديدة',
    '> العلم is the Arabic word for science, and for a flag.',
  ]);
  const { path } = await publish(
    await write('Microsoft تشتري Visa', { tags: ['iPhone الجديد', 'Wall-E!'], body }),
  );
  await page.goto(path);
  for (const [words, direction] of [
    ['UNESCO تعلن', 'rtl'],
    ['is the Arabic word', 'ltr'],
  ] as const) {
    await expect(page.locator('.article-body blockquote').filter({ hasText: words })).toHaveCSS(
      'direction',
      direction,
    );
  }
  // Read from the right, the buyer comes before the company that it buys.
  const [buys, bought] = [await placesOf(page, 'h1', 'Microsoft'), await placesOf(page, 'h1', 'Visa')];
  expect(Math.min(...buys)).toBeGreaterThan(Math.max(...bought));
  const tag = await placesOf(page, 'a[rel=tag]', 'Wall-E!');
  expect(tag).toEqual(tag.toSorted((a, b) => a - b));
});
