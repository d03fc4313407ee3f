import axe, { type AxeResults } from 'axe-core';
import type { Page } from '@playwright/test';
import { expect } from './journey.ts';

/**
 * No violation on the page as it stands, or within `parts` of it (selectors). Axe runs in the page itself: no page of ours
 * holds a frame before a reader asks for one, so there is nothing to gather from others.
 */
export async function expectNoViolations(page: Page, where: string, parts?: string[]) {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults, string[] | undefined>(
    (include) => (window as unknown as { axe: typeof axe }).axe.run(include ? { include } : document, { resultTypes: ['violations'] }), parts,
  );
  expect(violations.map(({ id, nodes }) => `${where} ${id}: ${nodes[0]?.html}`)).toEqual([]);
}
