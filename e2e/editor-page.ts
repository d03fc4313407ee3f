import type { Page } from '@playwright/test';
import { docSchema, type Doc } from '../lib/body/doc.ts';
import { toDoc, type EditorNode } from '../lib/body/from-editor.ts';
import { inDatabase } from './in-database.ts';
import { expect, signIn } from './journey.ts';

/** The property that Tiptap sets on the editable element. */
type Written = HTMLElement & {
  editor: {
    state: { selection: { empty: boolean } };
    getJSON(): EditorNode;
    commands: { setContent(content: EditorNode): boolean; focus(at?: 'start' | 'end' | number): boolean };
  };
};

export const bodyOf = (page: Page) => page.getByRole('textbox', { name: 'نص المقال' });
export const toolOf = (page: Page, name: string) =>
  page.getByRole('toolbar', { name: 'أدوات النص' }).getByRole('button', { name, exact: true });

/** Opens an article of the demo newsroom in the editor, and waits for the toolbar and the text. */
export async function openEditor(page: Page) {
  await signIn(page);
  const { id } = inDatabase((database) =>
    database.prepare("select id from articles where locale = 'ar' order by number limit 1").get(),
  ) as { id: string };
  await page.goto(`/newsroom/articles/${id}`);
  await expect(page.getByRole('toolbar', { name: 'أدوات النص' })).toBeVisible();
  await bodyOf(page).waitFor();
}

/** Replaces the content of the editor and puts the caret at its end. */
export async function write(page: Page, ...content: EditorNode[]) {
  await bodyOf(page).evaluate(
    async (element, blocks) => {
      const { editor } = element as Written;
      editor.commands.setContent({ type: 'doc', content: blocks });
      editor.commands.focus('end');
      // Tiptap sets the focus and the caret in the next frame.
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    },
    content.length > 0 ? content : [{ type: 'paragraph' }],
  );
  await expect(bodyOf(page)).toBeFocused();
}

/** Selects to the start of the line and waits: the next event could arrive before the selection. */
export async function selectLine(page: Page) {
  await bodyOf(page).press('Shift+Home');
  await expect
    .poll(() => bodyOf(page).evaluate((element) => (element as Written).editor.state.selection.empty))
    .toBe(false);
}

/** The body as it would be stored now. */
export async function readDoc(page: Page): Promise<Doc> {
  const json = await bodyOf(page).evaluate((element) => (element as Written).editor.getJSON());
  return docSchema.parse(toDoc(json, 'rtl'));
}

/** Dispatches a paste event with the clipboard content of another program. */
export const pasteInto = (page: Page, clipboard: { html?: string; text?: string }) =>
  bodyOf(page).evaluate((element, { html, text }) => {
    const data = new DataTransfer();
    if (html) data.setData('text/html', html);
    if (text) data.setData('text/plain', text);
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, clipboard);

export const text = (words: string, ...marks: string[]): EditorNode => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
});
export const line = (...content: (string | EditorNode)[]): EditorNode => ({
  type: 'paragraph',
  content: content.map((each) => (typeof each === 'string' ? text(each) : each)),
});
export const link = (words: string, href: string): EditorNode => ({
  type: 'text',
  text: words,
  marks: [{ type: 'link', attrs: { href } }],
});
export const item = (...content: EditorNode[]) => ({ type: 'listItem', content });
export const cell = (words: string, attrs?: object) => ({
  type: 'tableCell',
  ...(attrs && { attrs }),
  content: [line(words)],
});
