import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';
import { addMember, becomeMember, withoutTable } from './staff.ts';

/*
 * The newsroom in one language has no words of the other. Texts of the newsroom and of readers may be in any
 * language. They are in `bdi`, or in an element with a language or a direction: each line of a reader's text
 * has its own direction. The options of a list cannot have these, so they are skipped.
 */
const WRITTEN =
  'bdi, [lang]:not(html), [dir=auto], p[dir], option, code, kbd, script, style, template, textarea';

/** Names that have no Arabic form: file types, keys, time zones. */
const LATIN_NAMES =
  /\b(?:JPEG|PNG|WebP|AVIF|GIF|SVG|HEIC|PDF|JSON|CSV|WXR|webhook|Aegis|Google|Authenticator|Shift|Ctrl|Enter|JavaScript|https?)\b|\b[A-Z][a-z]+\/[A-Z]\w+\b/g;

const LANGUAGES = {
  en: { isForeign: (text: string) => /[\u0620-\u064a]/.test(text), switchTo: 'English' },
  ar: { isForeign: (text: string) => /[a-z]{3,}/i.test(text.replace(LATIN_NAMES, '')), switchTo: undefined },
};

const ORDERS = new Set(['order', 'hidden', 'same', 'after', 'page']);

/** The kind of page at an address: other ids, search words or orders of a list are the same kind. */
const kindOf = (href: string) => {
  const { pathname, searchParams } = new URL(href, 'http://local');
  return `${decodeURIComponent(pathname)
    .replace(/[0-9a-f-]{36}|(?<=\/articles\/)\d+/g, ':id')
    .replace(/(?<=pages\/)\w+\/.*/, ':page')}?${[...searchParams.keys()]
    .filter((key) => !ORDERS.has(key))
    .toSorted()
    .join('&')}`;
};

const readPage = (page: Page) =>
  page.evaluate((written) => {
    const texts: string[] = [document.title.split('|').at(-1) ?? ''];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent?.trim();
      // Isolated text in a sentence is a name or words that a person typed.
      if (text && !walker.currentNode.parentElement?.closest(written))
        texts.push(text.replace(/\u2068[^\u2069]*\u2069/g, ''));
    }
    for (const field of document.querySelectorAll('[placeholder]'))
      texts.push(field.getAttribute('placeholder') ?? '');
    const hrefs = [...document.querySelectorAll<HTMLAnchorElement>('a[href^="/newsroom"]')].map(
      (link) => link.getAttribute('href') ?? '',
    );
    return { texts, hrefs };
  }, WRITTEN);

for (const [language, { isForeign, switchTo }] of Object.entries(LANGUAGES)) {
  test(`every reachable page is in one language: ${language}`, async ({ page, context }) => {
    await becomeMember(context, addMember('admin'));
    await page.goto('/newsroom');
    if (switchTo) await page.getByRole('button', { name: switchTo }).first().click();
    await expect(page.locator('html')).toHaveAttribute('lang', language);

    const waiting = ['/newsroom'];
    const seen = new Set(waiting.map(kindOf));
    const foreign: string[] = [];
    for (let href = waiting.shift(); href; href = waiting.shift()) {
      const answer = await page.goto(href);
      expect(answer?.status(), href).toBe(200);
      const { texts, hrefs } = await readPage(page);
      foreign.push(...texts.filter(isForeign).map((text) => `${href}: ${text}`));
      for (const next of hrefs) {
        if (seen.has(kindOf(next))) continue;
        seen.add(kindOf(next));
        waiting.push(next);
      }
    }
    expect(foreign).toEqual([]);
    // The crawl found the pages of the whole newsroom.
    expect(seen.size).toBeGreaterThan(40);
  });
}

test('the list of latest articles is the same in both languages of the newsroom', async ({
  page,
  context,
}) => {
  await becomeMember(context, addMember('editor'));
  await page.goto('/newsroom');
  const latest = (title: string) =>
    page
      .getByRole('region', { name: title })
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  const arabic = await latest('آخر ما نُشر');
  expect(arabic.length).toBeGreaterThan(3);
  await page.getByRole('button', { name: 'English' }).first().click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect.poll(() => latest('Latest published')).toEqual(arabic);
});

for (const [language, words] of Object.entries({
  ar: { title: 'حدث خلل', retry: 'أعد المحاولة', page: 'الوسوم' },
  en: { title: 'Something went wrong', retry: 'Try again', page: 'Tags' },
})) {
  test(`a page that fails shows an error, and loads when it is retried: ${language}`, async ({
    page,
    context,
  }) => {
    await becomeMember(context, addMember('editor'));
    await page.goto('/newsroom');
    if (language === 'en') await page.getByRole('button', { name: 'English' }).first().click();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await withoutTable('tags', async () => {
      expect((await page.goto('/newsroom/tags'))?.status()).toBe(500);
      await expect(page.getByRole('heading', { name: words.title })).toBeVisible();
    });
    await page.getByRole('button', { name: words.retry }).click();
    await expect(page.getByRole('heading', { name: words.page, exact: true })).toBeVisible();
  });
}
