import type { Page } from '@playwright/test';
import { inDatabase } from './in-database.ts';
import { expect } from './journey.ts';

export const editPath = (number: number, below = '') => `/newsroom/articles/${number}${below}`;
export const body = (page: Page) => page.getByRole('textbox', { name: 'نص المقال' });
export const state = (page: Page) => page.locator('[data-phase]');
export const headline = (page: Page) => page.getByLabel('العنوان', { exact: true });

/** Opens the edit screen and waits for its editor. */
export async function openDesk(page: Page, number: number) {
  await page.goto(editPath(number));
  await expect(body(page)).toBeVisible();
}

export async function saved(page: Page) {
  await expect(state(page)).toHaveAttribute('data-phase', 'clean');
  await expect(state(page)).toContainText('حُفظ');
}

/**
 * Changes the text and waits until the server has it: the status line says «saved» until the editor reports
 * the change.
 */
export async function stored(page: Page, act: () => Promise<unknown>) {
  const answered = page.waitForResponse(
    (answer) => answer.url().endsWith('/draft') && answer.request().method() === 'POST' && answer.ok(),
  );
  await act();
  await answered;
  await saved(page);
}

/** The working copy of an article in the database. */
export const storedDraft = (number: number): string =>
  inDatabase(
    (database) =>
      database
        .prepare(
          'select drafts.content from drafts join articles on articles.id = drafts.article_id where articles.number = ?',
        )
        .pluck()
        .get(number) as string,
  );

export async function write(page: Page, text: string) {
  await body(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText(text);
}
