import type { Browser, Page } from '@playwright/test';
import { inDatabase } from './in-database.ts';
import { expect, signIn } from './journey.ts';

export type Coverage = { id: string; number: number; path: string };

/** The demo's live coverage. */
export const coverage = (): Coverage =>
  inDatabase((database) => {
    const row = database
      .prepare(
        `select a.id, a.number, a.slug, s.slug as section from articles a join sections s on s.id = a.section_id where a.kind = 'live' order by a.number limit 1`,
      )
      .get() as { id: string; number: number; slug: string; section: string };
    return { id: row.id, number: row.number, path: encodeURI(`/${row.section}/${row.number}/${row.slug}`) };
  });

export const deskOf = ({ number }: Coverage) => `/newsroom/articles/${number}/live`;

export async function openDesk(browser: Browser, live: Coverage, javaScriptEnabled = true): Promise<Page> {
  const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
  await signIn(page);
  await page.goto(deskOf(live));
  return page;
}

/** The text of an entry: the editor, after it has replaced the plain field. */
export const editorOf = (desk: Page) => desk.locator('.ProseMirror[aria-label="النص"]');

/** Opens the desk and waits for the editor. */
export async function openEditor(browser: Browser, live: Coverage): Promise<Page> {
  const desk = await openDesk(browser, live);
  await expect(editorOf(desk)).toBeVisible();
  return desk;
}

export async function write(desk: Page, headline: string, body = 'نص التحديث.') {
  await editorOf(desk).fill(body);
  await desk.getByLabel('العنوان', { exact: true }).fill(headline);
  await desk.getByRole('button', { name: 'انشر التحديث' }).click();
  await expect(desk.getByText('نُشر التحديث.')).toBeVisible();
  // The message may be that of the entry before.
  await expect(onDesk(desk, headline)).toBeVisible();
  await expect(desk.getByLabel('العنوان', { exact: true })).toHaveValue('');
}

/** An entry on the desk. */
export const onDesk = (desk: Page, headline: string) => desk.locator('ol > li').filter({ hasText: headline });

/** Changes an entry in the desk's form. */
export async function change(desk: Page, headline: string, fill: () => Promise<void>) {
  await onDesk(desk, headline).getByRole('link', { name: 'عدّل' }).click();
  await expect(desk.getByLabel('العنوان', { exact: true })).toHaveValue(headline);
  await fill();
  await desk.getByRole('button', { name: 'احفظ التعديل' }).click();
  await expect(desk.getByText('حُفظ التعديل.')).toBeVisible();
  await expect(desk.getByRole('button', { name: 'انشر التحديث' })).toBeVisible();
}

export async function remove(desk: Page, headline: string) {
  await onDesk(desk, headline).getByRole('link', { name: 'أزِل' }).click();
  await onDesk(desk, headline).getByRole('button', { name: 'أزِله' }).click();
  await expect(desk.getByText('أُزيل التحديث عن القراء.')).toBeVisible();
}

/** Waits until nothing moves: a focus scrolls smoothly, and a font may arrive last. */
export const atRest = (page: Page) =>
  page.evaluate(async () => {
    await document.fonts.ready;
    for (let last = -1; last !== scrollY;) {
      last = scrollY;
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    }
  });
