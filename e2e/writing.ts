import { execFileSync } from 'node:child_process';
import type { Page } from '@playwright/test';
import { base, dataDir, firstAdmin } from './house.ts';
import { expect } from './journey.ts';

const env = { ...process.env, DATA_DIR: dataDir, SITE_URL: base };

/** A new draft of the section «local», begun by whoever has this address. */
export function begin(headline: string, email = firstAdmin().email): number {
  const code = `
    import { beginArticle } from '#db/drafts.ts';
    import { listPeople } from '#db/people.ts';
    import { getSection } from '#db/sections.ts';
    import { closeDatabase } from '#db/client.ts';
    const person = (await listPeople()).find((each) => each.email === process.argv[2]);
    const section = await getSection('local');
    const begun = await beginArticle({ locale: 'ar', kind: 'article', sectionId: section.id, headline: process.argv[1] }, person, new Date());
    console.log('number ' + begun.number);
    closeDatabase();`;
  return Number(/number (\d+)/.exec(execFileSync(process.execPath, ['--input-type=module', '-e', code, headline, email], { env, encoding: 'utf8' }))![1]);
}

export const editPath = (number: number, below = '') => `/newsroom/articles/${number}${below}`;
export const body = (page: Page) => page.getByRole('textbox', { name: 'نص المقال' });
export const state = (page: Page) => page.locator('[data-phase]');
export const headline = (page: Page) => page.getByLabel('العنوان', { exact: true });

/** Opens the edit screen once its editor listens. */
export async function openDesk(page: Page, number: number) {
  await page.goto(editPath(number));
  await expect(body(page)).toBeVisible();
}

export async function saved(page: Page) {
  await expect(state(page)).toHaveAttribute('data-phase', 'clean', { timeout: 15_000 });
  await expect(state(page)).toContainText('حُفظ');
}

export async function write(page: Page, text: string) {
  await body(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText(text);
}
