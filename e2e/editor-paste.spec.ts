import { CHAT, DOCS, WEB, WORD } from './clipboards.ts';
import { line, link, openEditor, pasteInto, readDoc, selectLine, text, write } from './editor-page.ts';
import { expect, test } from './journey.ts';
import { item, cell } from './editor-page.ts';

test('content pasted from other programs is cleaned', async ({ page }) => {
  const foreign: string[] = [];
  page.on(
    'request',
    (request) => new URL(request.url()).hostname !== 'localhost' && foreign.push(request.url()),
  );
  await openEditor(page);

  await test.step('Word: lists made of paragraphs, conditional comments, its special spaces and marks', async () => {
    await write(page);
    await pasteInto(page, { html: WORD, text: 'خطة الميناء' });
    expect((await readDoc(page)).content).toEqual([
      { type: 'heading', attrs: { level: 2 }, content: [text('خطة الميناء')] },
      line(
        'أعلنت الإدارة اليوم ',
        text('خطة جديدة', 'bold'),
        ' ',
        text('للرصيف', 'italic'),
        '، وفيها UNESCO.',
      ),
      {
        type: 'bulletList',
        content: [
          item(line('رصيف ثالث'), { type: 'bulletList', content: [item(line('بطول 300 متر'))] }),
          item(line('رافعتان')),
        ],
      },
      line('والمراحل:'),
      { type: 'orderedList', content: [item(line('الدراسة')), item(line('البناء'))] },
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [{ ...cell('', { colspan: 2, rowspan: 1 }), content: [line(text('السنة', 'bold'))] }],
          },
          { type: 'tableRow', content: [cell('2027'), cell('أربعة ملايين')] },
        ],
      },
      { ...line('The port authority did not comment.'), attrs: { dir: 'ltr' } },
      line('انتهى'),
    ]);
  });

  await test.step('Google Docs: a wrapper that is not bold, lists beside their items, links through Google', async () => {
    await write(page);
    await pasteInto(page, { html: DOCS });
    expect((await readDoc(page)).content).toEqual([
      { type: 'heading', attrs: { level: 2 }, content: [text('ما الذي تغيّر')] },
      line(
        'قالت الهيئة إن ',
        text('القرار نهائي', 'bold'),
        text(' كما ورد', 'italic'),
        ' في ',
        link('التقرير', 'https://example.org/report?id=7'),
        '.',
      ),
      {
        type: 'bulletList',
        content: [
          item(line('أول'), { type: 'bulletList', content: [item(line('داخله'))] }),
          item(line('ثانٍ')),
        ],
      },
      { type: 'heading', attrs: { level: 3 }, content: [text('تفصيل')] },
    ]);
    await expect(page.getByText('صورة واحدة لم تنتقل مع النص: أضفها من المكتبة.')).toBeVisible();
  });

  await test.step('WhatsApp: its characters for formatting become marks; times and names stay', async () => {
    await write(page);
    await pasteInto(page, { text: CHAT });
    expect((await readDoc(page)).content).toEqual([
      line(
        '[24/11/2026، 9:12:05 ص] سعاد: ',
        text('عاجل', 'bold'),
        ' وصلت السفينة إلى ',
        text('رأس المنارة', 'italic'),
      ),
      line(
        '[24/11/2026، 9:13:44 ص] مراد: عليها 4*200 طن، والصور على ',
        link('https://example.org/a_b?id=3', 'https://example.org/a_b?id=3'),
      ),
      line('[24/11/2026، 9:14:00 ص] سعاد: <تم استبعاد الوسائط>'),
    ]);
  });

  await test.step('a web page: without scripts, styles, trackers and foreign pictures', async () => {
    await write(page);
    await pasteInto(page, { html: WEB });
    expect((await readDoc(page)).content).toEqual([
      { type: 'heading', attrs: { level: 2 }, content: [text('عنوان الصفحة')] },
      line('نص فيه ', link('رابط', 'https://news.example/a?id=5#top'), ' وآخر وبريد مرحبا مقلوب كـــلام'),
      line('سطر أول', { type: 'hardBreak' }, 'سطر ثانٍ'),
      line('فقرة بعده'),
      line('شرح الصورة'),
      { type: 'heading', attrs: { level: 3 }, content: [text('عنوان صغير')] },
      { type: 'blockquote', content: [line('قول ', text('مأثور', 'bold')), line('وتتمته')] },
      {
        type: 'embed',
        attrs: { provider: 'youtube', url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ', title: '' },
      },
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: ['المدينة', 'العدد'].map((words) => ({ ...cell(words), type: 'tableHeader' })),
          },
          { type: 'tableRow', content: [cell('درنة'), cell('12')] },
        ],
      },
      { type: 'codeBlock', content: [text('let x = 1;\n  y();')] },
      { type: 'horizontalRule' },
      { ...line('Only Latin words here.'), attrs: { dir: 'ltr' } },
    ]);
  });
  expect(foreign).toEqual([]);
});

test('nested lists in a quote or a cell keep all words; a table of one cell becomes its content', async ({
  page,
}) => {
  await openEditor(page);
  const list = '<ul><li>أول<ul><li>داخله<ol><li>أعمق</li></ol></li></ul></li></ul>';
  await write(page);
  await pasteInto(page, {
    html: `<blockquote>${list}</blockquote><table><tr><td>${list}</td><td>جوار</td></tr></table>`,
  });
  const lines = ['أول', 'داخله', 'أعمق'].map((words) => line(words));
  expect((await readDoc(page)).content).toEqual([
    { type: 'blockquote', content: lines },
    {
      type: 'table',
      content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: lines }, cell('جوار')] }],
    },
  ]);

  await write(page);
  await pasteInto(page, {
    html: `<table><tr></tr><tr><td>${list}<img src="https://cdn.example/photo.jpg" width="800"></td></tr></table>`,
  });
  const inner = {
    type: 'bulletList',
    content: [item(line('داخله'), { type: 'orderedList', content: [item(line('أعمق'))] })],
  };
  expect((await readDoc(page)).content).toEqual([
    { type: 'bulletList', content: [item(line('أول'), inner)] },
  ]);
  await expect(page.getByText('صورة واحدة لم تنتقل مع النص: أضفها من المكتبة.')).toBeVisible();
});

test('pasted words join the current line; a lone URL becomes an embed, or a link on the selection', async ({
  page,
}) => {
  await openEditor(page);
  await write(page, line('قبل '));
  await pasteInto(page, { html: '<p>وسط <b>مهم</b></p>' });
  expect((await readDoc(page)).content).toEqual([line('قبل وسط ', text('مهم', 'bold'))]);

  await write(page);
  await pasteInto(page, { text: 'https://youtu.be/dQw4w9WgXcQ?si=abc' });
  expect((await readDoc(page)).content).toEqual([
    {
      type: 'embed',
      attrs: { provider: 'youtube', url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ', title: '' },
    },
  ]);

  await write(page, line('كلمة'));
  await selectLine(page);
  await pasteInto(page, { text: 'https://example.org/?fbclid=1' });
  expect((await readDoc(page)).content).toEqual([line(link('كلمة', 'https://example.org/'))]);
});

test('content cut in the editor is pasted unchanged, and crafted blocks are removed', async ({ page }) => {
  await openEditor(page);
  const embed = { type: 'embed', attrs: { provider: 'x', url: 'https://x.com/a/status/1', title: 'منشور' } };
  const correction = {
    type: 'correctionBox',
    attrs: { date: '2026-11-24' },
    content: [line('ورد رقم غير صحيح.')],
  };
  await write(page, line('نص'), embed, { ...line('An English line.'), attrs: { dir: 'ltr' } }, correction);
  const before = await readDoc(page);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('ControlOrMeta+X');
  expect((await readDoc(page)).content).toEqual([line()]);
  await page.keyboard.press('ControlOrMeta+V');
  expect(await readDoc(page)).toEqual(before);

  await write(page);
  const crafted = JSON.stringify({ provider: 'evil', url: 'javascript:alert(1)', title: 'x' }).replaceAll(
    '"',
    '&quot;',
  );
  await pasteInto(page, {
    html: `<div data-pm-slice="0 0 []"><div data-body-embed="${crafted}"></div><p>نص<a href="javascript:alert(1)">رابط</a><u>تحته خط</u></p></div>`,
  });
  expect((await readDoc(page)).content).toEqual([line('نصرابطتحته خط')]);
});
