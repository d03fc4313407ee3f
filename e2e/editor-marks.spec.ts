import { line, openEditor, readDoc, selectLine, text, toolOf, write } from './editor-page.ts';
import { expect, test } from './journey.ts';
import { item } from './editor-page.ts';

test('strike, subscript, superscript and left-to-right work by key and button; a typed number starts a list', async ({
  page,
}) => {
  await openEditor(page);
  await write(page, line('كلمة'));
  for (const [tool, mark, key] of [
    ['مشطوب', 'strike', 'ControlOrMeta+Shift+S'],
    ['حرف سفلي', 'sub', 'ControlOrMeta+,'],
    ['حرف علوي', 'sup', 'ControlOrMeta+.'],
    ['من اليسار إلى اليمين', 'ltr', 'ControlOrMeta+Shift+L'],
  ] as const) {
    await selectLine(page);
    await page.keyboard.press(key);
    await expect(toolOf(page, tool)).toHaveAttribute('aria-pressed', 'true');
    expect((await readDoc(page)).content).toEqual([line(text('كلمة', mark))]);
    await toolOf(page, tool).click();
    expect((await readDoc(page)).content).toEqual([line('كلمة')]);
    await page.keyboard.press('End');
  }
  // Subscript and superscript exclude each other: the last one wins.
  await selectLine(page);
  await toolOf(page, 'حرف سفلي').click();
  await toolOf(page, 'حرف علوي').click();
  expect((await readDoc(page)).content).toEqual([line(text('كلمة', 'sup'))]);

  await write(page);
  await page.keyboard.type('٥. ');
  await page.keyboard.insertText('خامس');
  expect((await readDoc(page)).content).toEqual([
    { type: 'orderedList', attrs: { start: 5 }, content: [item(line('خامس'))] },
  ]);
});
