import axe, { type AxeResults } from 'axe-core';
import type { Page } from '@playwright/test';
import { expect } from './journey.ts';

type Axe = { axe?: typeof axe };

/**
 * Axe, and a page that is laid out to its end: what a browser leaves out until a reader comes near could not
 * be looked at.
 */
async function prepare(page: Page) {
  await page.waitForLoadState();
  if (await page.evaluate(() => (window as Axe).axe !== undefined)) return;
  await page.evaluate(axe.source);
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { content-visibility: visible !important }');
    document.adoptedStyleSheets.push(sheet);
  });
}

/**
 * No violation on the page as it stands, or within `parts` of it (selectors), by daylight and in the dark.
 * Axe runs in the page itself: no page of ours holds a frame before a reader asks for one, so there is
 * nothing to gather from others.
 */
export async function expectNoViolations(page: Page, where: string, parts?: string[]) {
  await prepare(page);
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await page.evaluate<AxeResults, string[] | undefined>(
      (include) =>
        (window as Axe).axe!.run(include ? { include } : document, { resultTypes: ['violations'] }),
      parts,
    );
    found.push(...violations.map(({ id, nodes }) => `${where}, ${colorScheme}: ${id}: ${nodes[0]?.html}`));
  }
  await page.emulateMedia({ colorScheme: null });
  expect(found).toEqual([]);
}
