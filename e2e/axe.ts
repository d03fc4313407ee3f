import axe, { type AxeResults, type RunOptions } from 'axe-core';
import type { Page } from '@playwright/test';
import { expect } from './journey.ts';

type Axe = { axe?: typeof axe };

async function listViolations(page: Page, parts: string[] | undefined, options: RunOptions): Promise<string[]> {
  const { violations } = await page.evaluate<AxeResults, [string[] | undefined, RunOptions]>(
    ([include, rules]) => (window as Axe).axe!.run(include ? { include } : document, { resultTypes: ['violations'], ...rules }), [parts, options],
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/**
 * No violation on the page as it stands, or within `parts` of it (selectors), by daylight and in the dark. A theme changes colours and
 * nothing else, so in the dark only the rules of colour are asked again. Axe runs in the page itself: no page of ours holds a frame
 * before a reader asks for one, so there is nothing to gather from others.
 */
export async function expectNoViolations(page: Page, where: string, parts?: string[]) {
  if (!(await page.evaluate(() => (window as Axe).axe !== undefined))) await page.evaluate(axe.source);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const light = await listViolations(page, parts, {});
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  const dark = await listViolations(page, parts, { runOnly: ['cat.color'] });
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  expect({ where, light, dark }).toEqual({ where, light: [], dark: [] });
}
