import axe, { type AxeResults } from 'axe-core';
import type { Page } from '@playwright/test';
import { expect } from './journey.ts';

type Axe = { axe?: typeof axe };

/**
 * Injects axe and lays out the whole page: axe cannot check content that the browser skips until it is
 * scrolled near.
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
 * Expects no violation on the page, or within `parts` of it (selectors), in the light and the dark theme.
 * Axe runs in the page itself: our pages have no frame until a reader requests one, so axe need not collect
 * results from frames.
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
