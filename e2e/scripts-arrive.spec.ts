import type { Page } from '@playwright/test';
import { inDatabase } from './in-database.ts';
import { expect, openSlowly, signIn, test } from './journey.ts';

/*
 * A rendered page is visible and clickable before its scripts arrive: what they add must not move anything
 * under the pointer.
 */

const first = (from: string): string => {
  const row = inDatabase((database) => database.prepare(`select * from ${from} limit 1`).get()) as {
    id: string;
    number?: number;
  };
  return String(row.number ?? row.id);
};

/** Every page of the newsroom except those where the body editor replaces a plain field. */
const pages = () => {
  const article = `/articles/${first("articles where status = 'published' and kind != 'live'")}`;
  return [
    '',
    '/articles',
    '/articles/new',
    article,
    `${article}/publish`,
    `${article}/revisions`,
    '/media',
    `/media/${first("media where type = 'image'")}`,
    '/front',
    '/comments',
    '/comments?view=compact',
    '/comments/history',
    '/comments/rules',
    '/comments/settings',
    '/comments/stats',
    '/comments/privacy',
    '/comments/bans',
    '/sections',
    `/sections/${first('sections')}`,
    '/tags',
    `/tags/${first('tags')}`,
    '/authors',
    `/authors/${first('authors')}`,
    '/pages',
    '/redirects',
    '/people',
    '/settings',
    '/audit',
    '/account',
  ].map((path) => `/newsroom${path}`);
};

/** Waits until React has hydrated every link and form, and elements that need scripts are rendered. */
const isTakenOver = (page: Page) =>
  page.waitForFunction(async () => {
    const isOurs = (each: Element) => Object.keys(each).some((key) => key.startsWith('__react'));
    const links = [...document.querySelectorAll('main a, main form')];
    if (
      document.readyState !== 'complete' ||
      links.length === 0 ||
      !links.every(isOurs) ||
      document.querySelector('.by-script')
    )
      return false;
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    return true;
  });

/** The position of everything that can be pressed; elements that appear later have no number. */
function places(): [number, string][] {
  const known = ((globalThis as { known?: Element[] }).known ??= [
    ...document.querySelectorAll('a, button, summary, input, select, textarea'),
  ].filter((each) => each.checkVisibility({ visibilityProperty: true })));
  return known.map((each, n) => {
    const { x, y } = each.getBoundingClientRect();
    return [
      n,
      each.isConnected
        ? `${each.tagName} ${each.textContent.trim().slice(0, 30)} ${Math.round(x + scrollX)} ${Math.round(y + scrollY)}`
        : 'gone',
    ];
  });
}

for (const width of [1280, 390]) {
  test(`no page shifts when its scripts arrive, ${width} px wide`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width, height: 844 });
    await signIn(page);
    for (const path of pages()) {
      const arrive = await openSlowly(page, path);
      await page.waitForFunction(() => document.readyState !== 'loading');
      // A font that arrives later moves words too, but not because of scripts.
      await page.evaluate(
        async () => void (await Promise.all([...document.fonts].map((face) => face.load()))),
      );
      const before = await page.evaluate(places);
      expect(before.length).toBeGreaterThan(2);
      arrive();
      await isTakenOver(page);
      const after = await page.evaluate(places);
      expect([path, after.filter(([n, place]) => place !== before[n]![1])]).toEqual([path, []]);
      await page.unrouteAll();
    }
  });
}

test('a panel opened while the scripts arrive stays open, and a button held down is pressed', async ({
  page,
}) => {
  await signIn(page);
  const author = `/newsroom/authors/${first('authors')}`;
  let arrive = await openSlowly(page, author);
  await page.getByText('احذف الكاتب').click();
  arrive();
  await isTakenOver(page);
  await expect(page.getByRole('button', { name: /نعم، احذف/ })).toBeVisible();
  await page.unrouteAll();

  // The editor is larger than the field that it replaces, so it waits until the press ends.
  arrive = await openSlowly(page, '/newsroom/pages/ar/about');
  const button = page.getByRole('button', { name: 'احفظ نسخة' });
  await button.scrollIntoViewIfNeeded();
  const box = (await button.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  arrive();
  await isTakenOver(page);
  expect(await button.boundingBox()).toEqual(box);
  const asked = page.waitForRequest((request) => request.method() === 'POST');
  await page.mouse.up();
  await asked;
  await expect(page.locator('.ProseMirror')).toBeVisible();
});
