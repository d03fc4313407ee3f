import { randomUUID } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, Route } from '@playwright/test';
import { photo, withIptc } from '../lib/media/test-pictures.ts';
import { bodyOf, readDoc, toolOf } from './editor-page.ts';
import { begin } from './desk-articles.ts';
import { expect } from './journey.ts';
import { openDesk } from './writing.ts';

export type Sent = { name: string; type: string; bytes: Buffer };

/** Every picture differs: the library stores equal bytes as one file. */
export const jpeg = async (name: string): Promise<Sent> => ({
  name,
  type: 'image/jpeg',
  bytes: withIptc(await photo({ width: 660, height: 440 }), { 5: randomUUID(), 110: 'وكالة الشاطئ' }),
});
export const card = (page: Page, name: string) =>
  bodyOf(page).getByRole('group', { name: 'رفع صورة' }).filter({ hasText: name });
export const figures = (page: Page) => bodyOf(page).getByRole('group', { name: 'صورة', exact: true });

/** Dispatches a paste event with files, and with the HTML and text that a program put beside them. */
export const pasteFiles = (page: Page, files: Sent[], { html = '', text = '' } = {}) =>
  bodyOf(page).evaluate(
    (element, { files, html, text }) => {
      const data = new DataTransfer();
      for (const { name, type, bytes } of files)
        data.items.add(
          new File([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], name, { type }),
        );
      if (html) data.setData('text/html', html);
      if (text) data.setData('text/plain', text);
      element.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    },
    { files: files.map((file) => ({ ...file, bytes: file.bytes.toString('base64') })), html, text },
  );

/** Drags local files over the page and drops them at a point, through the browser's input events. */
export async function dropFiles(page: Page, files: Sent[], { x, y }: { x: number; y: number }) {
  const folder = mkdtempSync(join(tmpdir(), 'midad-drop-'));
  const paths = files.map(({ name, bytes }) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  });
  const client = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await client.send('Input.dispatchDragEvent', {
      type,
      x,
      y,
      data: { items: [], files: paths, dragOperationsMask: 1 },
    });
  }
}

/** Holds every upload until the returned function is called. */
export async function holdUploads(page: Page): Promise<() => Promise<void>> {
  const held: Route[] = [];
  let isOpen = false;
  await page.route('**/newsroom/media/upload', (route) =>
    isOpen ? route.continue() : void held.push(route),
  );
  return async () => {
    isOpen = true;
    await Promise.all(held.splice(0).map((route) => route.continue()));
  };
}

/** The attributes of the figures in the editor. */
export const figureOf = (page: Page) =>
  readDoc(page).then(({ content }) =>
    content.flatMap((block) => (block.type === 'figure' ? [block.attrs] : [])),
  );
export const order = (page: Page) =>
  readDoc(page).then(({ content }) =>
    content.map((block) =>
      block.type === 'figure' ? 'صورة' : JSON.stringify(block).replace(/.*"text":"([^"]+)".*/, '$1'),
    ),
  );

export async function openNew(page: Page, headline: string): Promise<number> {
  const { number } = await begin(headline);
  await openDesk(page, number);
  await expect(toolOf(page, 'عريض')).toBeVisible();
  return number;
}
