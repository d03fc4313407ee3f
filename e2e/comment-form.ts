import type { Page } from '@playwright/test';
import { canary } from './journey.ts';

export async function fill(page: Page, body: string, address: string) {
  await page.getByLabel('التعليق *').fill(body);
  await page.getByLabel('الاسم *').fill('كاتبة حريصة');
  await page.getByLabel('البريد الإلكتروني *').fill(canary(address));
}

export const send = (page: Page) => page.getByRole('button', { name: 'إرسال التعليق' }).click();
