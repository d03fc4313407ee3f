import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { photo, withIptc } from '../lib/media/test-pictures.ts';
import { expect } from './journey.ts';

export const LIBRARY = '/newsroom/media';

/** Every picture differs (field 5 is an unused title): the library stores equal bytes as one file. */
export const jpeg = async (name: string, fields: Record<number, string> = {}) => ({
  name,
  mimeType: 'image/jpeg',
  buffer: withIptc(await photo({ width: 660, height: 440 }), { 5: randomUUID(), ...fields }),
});
export const script = {
  name: 'صورة بريئة.jpg',
  mimeType: 'image/jpeg',
  buffer: Buffer.from('<script>alert(1)</script>'),
};
export const drawing = {
  name: 'logo.svg',
  mimeType: 'image/svg+xml',
  buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
};

/** Opens a page of the library and waits for its script: then selected files are uploaded at once. */
export async function openReady(page: Page, path: string) {
  await page.goto(path);
  await expect(page.locator('form[data-upload=ready]').first()).toBeVisible();
}

export const sent = (page: Page, name: string) =>
  page.getByRole('list', { name: 'الملفات المرفوعة' }).getByRole('listitem').filter({ hasText: name });

export async function findItem(page: Page, words: string): Promise<string> {
  await page.goto(`${LIBRARY}?q=${encodeURIComponent(words)}`);
  const href = await page.getByRole('article').first().getByRole('link').first().getAttribute('href');
  return href!;
}
