import { execFileSync } from 'node:child_process';
import type { Browser, Page } from '@playwright/test';
import { base, dataDir, firstAdmin } from './house.ts';
import { expect } from './journey.ts';

const env = { ...process.env, DATA_DIR: dataDir, SITE_URL: base };
const node = (...args: string[]) => execFileSync(process.execPath, args, { env, encoding: 'utf8' });

/** A new draft of the section «local», begun by whoever has this address. */
export function begin(headline: string, email = firstAdmin().email): number {
  const code = `
    import { beginArticle } from '#db/drafts.ts';
    import { listStaff } from '#db/staff.ts';
    import { getSection } from '#db/sections.ts';
    import { closeDatabase } from '#db/client.ts';
    const person = (await listStaff()).find((each) => each.email === process.argv[2]);
    const section = await getSection('local');
    const begun = await beginArticle({ locale: 'ar', kind: 'article', sectionId: section.id, headline: process.argv[1] }, person, new Date());
    console.log('number ' + begun.number);
    closeDatabase();`;
  return Number(/number (\d+)/.exec(node('--input-type=module', '-e', code, headline, email))![1]);
}

/** A member of staff with a password, made the way everybody is. */
export async function join(browser: Browser, name: string, role: string): Promise<{ email: string; password: string }> {
  const email = `${role}-${Math.random().toString(36).slice(2, 8)}@midad.example`;
  const password = 'منارة الميناء القديمة 48';
  const invitation = node('bin/user.ts', 'invite', '--email', email, '--name', name, '--role', role);
  const page = await browser.newPage();
  await page.goto(/\S+\/newsroom\/invitation\/\S+/.exec(invitation)![0]);
  await page.getByLabel('كلمة المرور').fill(password);
  await page.getByRole('button', { name: 'إنشاء الحساب' }).click();
  await expect(page).not.toHaveURL(/invitation/);
  await page.close();
  return { email, password };
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
