import { v7 } from 'uuid';
import { inDatabase } from './in-database.ts';
import { expect, test } from './journey.ts';
import { coverage, deskOf, editorOf, onDesk, openDesk, remove } from './live-coverage.ts';

test('an entry opens complete in the editor; without scripts, placeholders keep the blocks that plain text cannot hold', async ({
  browser,
}) => {
  const live = coverage();
  const desk = await openDesk(browser, live, false);
  const paragraph = (text: string, dir?: 'ltr') => ({
    type: 'paragraph',
    ...(dir && { attrs: { dir } }),
    content: [{ type: 'text', text }],
  });
  const table = {
    type: 'table',
    content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [paragraph('خلية')] }] }],
  };
  const entryId = inDatabase((database) => {
    const [id, now, body] = [
      v7(),
      Date.now(),
      JSON.stringify({ type: 'doc', v: 2, content: [paragraph('قبل'), table, paragraph('left', 'ltr')] }),
    ];
    database
      .prepare(
        'insert into live_entries (id, article_id, at, headline, body, is_key, is_pinned, created_at, updated_at) values (?, ?, ?, ?, ?, 0, 0, ?, ?)',
      )
      .run(id, live.id, now, 'فيه جدول', body, now, now);
    return id;
  });
  const contentOf = () => {
    const { body } = inDatabase((database) =>
      database.prepare('select body from live_entries where id = ?').get(entryId),
    ) as { body: string };
    return (JSON.parse(body) as { content: unknown[] }).content;
  };
  await desk.goto(`${deskOf(live)}?edit=${entryId}`);
  const plain = desk.getByLabel('النص', { exact: true });
  await expect(plain).toHaveValue('قبل\n\n[[2]]\n\n[[3]]');
  await expect(desk.getByText('الصور والبطاقات لا تُكتب نصًا')).toBeVisible();
  await expect(desk.locator('li').filter({ hasText: /^\[\[2\]\] جدول$/ })).toBeVisible();
  await plain.fill('قبله وبعده\n[[3]]\n[[2]]');
  await desk.getByRole('button', { name: 'احفظ التعديل' }).click();
  await expect(desk.getByText('حُفظ التعديل.')).toBeVisible();
  expect(contentOf()).toEqual([paragraph('قبله وبعده'), paragraph('left', 'ltr'), table]);
  await desk.context().close();

  const editor = await openDesk(browser, live);
  await editor.goto(`${deskOf(live)}?edit=${entryId}`);
  await expect(editorOf(editor).locator('td')).toHaveText('خلية');
  await expect(editor.getByText('[[')).toHaveCount(0);
  await editorOf(editor).locator('td').click();
  await editor.keyboard.press('End');
  // The shortcut sends the entry right after the last letter.
  await editor.keyboard.type(' أولى');
  await editor.keyboard.press('Control+Enter');
  await expect(editor.getByText('حُفظ التعديل.')).toBeVisible();
  expect(JSON.stringify(contentOf())).toContain('خلية أولى');
  expect(contentOf()).toHaveLength(3);

  // An earlier version can be opened and saved again.
  await editor.goto(`${deskOf(live)}?edit=${entryId}`);
  await editor.getByText('ما كان قبل التعديل').click();
  const earlier = editor
    .getByRole('listitem')
    .filter({ hasText: 'قبله وبعده' })
    .filter({ has: editor.getByRole('link', { name: 'افتحه في النموذج' }) });
  await expect(earlier).toHaveCount(1);
  await earlier.getByRole('link', { name: 'افتحه في النموذج' }).click();
  await expect(editorOf(editor).locator('td')).toHaveText('خلية');
  await editor.getByRole('button', { name: 'احفظ التعديل' }).click();
  await expect(editor.getByText('حُفظ التعديل.')).toBeVisible();
  expect(contentOf()).toEqual([paragraph('قبله وبعده'), paragraph('left', 'ltr'), table]);
  // A removed entry can be written again.
  await remove(editor, 'فيه جدول');
  await onDesk(editor, 'فيه جدول').getByRole('link', { name: 'اكتبه من جديد' }).click();
  await expect(editorOf(editor).locator('td')).toHaveText('خلية');
  await editor.getByLabel('العنوان', { exact: true }).fill('كُتب من جديد');
  await editor.getByRole('button', { name: 'انشر التحديث' }).click();
  await expect(onDesk(editor, 'كُتب من جديد').locator('td')).toHaveText('خلية');
  await remove(editor, 'كُتب من جديد');
  await editor.context().close();
  // The desk still lists removed entries. Two tables with one name would be a violation in another file.
  inDatabase((database) =>
    database.prepare('delete from live_entries where headline in (?, ?)').run('فيه جدول', 'كُتب من جديد'),
  );
});
