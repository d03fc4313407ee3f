import AxeBuilder from '@axe-core/playwright';
import { expect, findArticle, signIn, test } from './journey.ts';

const readerPages = [
  '/', '/local', '/archive', '/corrections', '/author/salma-haddad', '/p/privacy', '/search', '/search?q=المدينة', '/search?q=زقنطرمب', '/nowhere', '/moderation', '/en', '/en/p/about',
];

for (const theme of ['light', 'dark'] as const) {
  test.describe(`no violations, ${theme}`, () => {
    test.use({ colorScheme: theme, reducedMotion: 'reduce' });

    test('reader pages', async ({ page }) => {
      const article = await findArticle(page, 'المياه تصل');
      const tag = await page.goto(article).then(() => page.locator('a[rel=tag]').first().getAttribute('href'));
      const english = await findArticle(page, 'turtle', '/en');
      await page.goto(article);
      const report = await page.getByRole('link', { name: /^إبلاغ عن/ }).first().getAttribute('href');
      for (const path of [...readerPages, article, tag!, english, `${article}?reply=none`, report!]) {
        await page.goto(path);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([]);
      }
    });

    test('open panels and a form with faults', async ({ page }) => {
      await page.goto(await findArticle(page, 'المياه تصل'));
      for (const name of ['القائمة', 'بحث']) {
        await page.getByRole('button', { name }).click();
        await expect(page.getByRole('dialog', { name })).toBeVisible();
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${name} ${id}: ${nodes[0]?.html}`)).toEqual([]);
        await page.keyboard.press('Escape');
        await expect(page.getByRole('button', { name })).toBeFocused();
      }
      await page.getByRole('button', { name: 'إرسال التعليق' }).click();
      await expect(page.getByRole('alert')).toBeFocused();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `faults ${id}: ${nodes[0]?.html}`)).toEqual([]);
    });

    test('newsroom', async ({ page }) => {
      await page.goto('/newsroom/sign-in');
      const pages = ['/newsroom', '/newsroom/comments', '/newsroom/comments?status=approved', '/newsroom/comments?status=spam&hidden=1', '/newsroom/comments/history',
        '/newsroom/comments/bans', '/newsroom/comments/rules', '/newsroom/comments/settings', '/newsroom/comments/stats', '/newsroom/comments/privacy',
        '/newsroom/account', '/newsroom/nothing'];
      const check = async (path: string) => {
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([]);
      };
      await check('sign-in');
      await signIn(page);
      for (const path of pages) {
        await page.goto(path);
        await check(path);
      }
    });
  });
}
