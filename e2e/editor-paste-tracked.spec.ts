import { COMMENTED, DOCS, WEB, WORD, WORD_TRACKED } from './clipboards.ts';
import { bodyOf, line, openEditor, pasteInto, readDoc, text, write } from './editor-page.ts';
import { expect, test } from './journey.ts';
import { item, cell } from './editor-page.ts';

test('tracked deletions, comments and their anchors are not pasted; direction, numbers and marks are', async ({
  page,
}) => {
  const reported: string[] = [];
  page.on('console', (message) => message.type() === 'error' && reported.push(message.text()));
  page.on('pageerror', ({ message }) => reported.push(message));
  await openEditor(page);

  await test.step('Word', async () => {
    await write(page);
    await pasteInto(page, { html: WORD_TRACKED });
    expect((await readDoc(page)).content).toEqual([
      line('أعلنت الهيئة نص مضاف عن خطتها.'),
      { ...line('An English paragraph with “smart quotes”.'), attrs: { dir: 'ltr' } },
      line(
        'الهاتف ',
        text('+218 91 234 5678', 'ltr'),
        ' وبه H',
        text('2', 'sub'),
        'O و20 م',
        text('2', 'sup'),
        ' و',
        text('قديم', 'strike'),
        ' و',
        text('أقدم', 'strike'),
        text('[1]', 'sup'),
      ),
      {
        type: 'orderedList',
        attrs: { dir: 'ltr', start: 5 },
        content: [item(line('Item five')), item(line('Item six'))],
      },
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [
              { type: 'tableCell', content: [{ ...line('A cell.'), attrs: { dir: 'ltr' } }] },
              cell('خلية'),
            ],
          },
        ],
      },
      line(text('[1]', 'sup'), ' حاشية النص'),
    ]);
    await expect(bodyOf(page).locator('ol')).toHaveAttribute('start', '5');
    await expect(bodyOf(page).locator('bdi[dir=ltr]')).toHaveText('+218 91 234 5678');
  });

  await test.step('Google Docs, Word in a browser, LibreOffice, a web page', async () => {
    await write(page);
    await pasteInto(page, { html: COMMENTED });
    const coded = 'https://ar.wikipedia.org/wiki/%D8%B7%D8%B1%D8%A7%D8%A8%D9%84%D8%B3';
    expect((await readDoc(page)).content).toEqual([
      line('نص الخبر وبقيته'),
      line('مضاف هنا'),
      line('سطر أخير', text('2', 'sup')),
      { type: 'orderedList', attrs: { start: 5 }, content: [item(line('خامس')), item(line('سادس'))] },
      { type: 'orderedList', attrs: { start: 9 }, content: [item(line('تاسع'))] },
      {
        type: 'bulletList',
        attrs: { dir: 'ltr' },
        content: [item(line('First point.')), item(line('Second one.'))],
      },
      { type: 'blockquote', attrs: { dir: 'ltr' }, content: [line('Said in English, once.')] },
      line({
        type: 'text',
        text: 'https://ar.wikipedia.org/wiki/طرابلس',
        marks: [{ type: 'link', attrs: { href: coded } }, { type: 'ltr' }],
      }),
    ]);
  });

  await test.step('content cut in the editor keeps its marks', async () => {
    const before = await readDoc(page);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.press('ControlOrMeta+X');
    await page.keyboard.press('ControlOrMeta+V');
    expect(await readDoc(page)).toEqual(before);
  });
  // The browser evaluates no pasted style: the console shows no error.
  for (const html of [WORD, DOCS, WEB]) await pasteInto(page, { html });
  expect(reported).toEqual([]);
});
