import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataDir, port, readServerLog } from './instance.ts';
import { canary, CANARY, expect, findArticle, signIn, test } from './journey.ts';
import { readTable } from './discussion.ts';

const ADDRESS = canary('moved.house');
const PRIVACY = '/newsroom/comments/privacy';

const run = (command: string, ...more: string[]) =>
  execFileSync(process.execPath, [`bin/comments-${command}.ts`, ...more], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: String(port) },
    encoding: 'utf8',
  });

const comment = (
  id: number,
  body: string,
  approved: string,
  parent = 0,
) => `<wp:comment><wp:comment_id>${id}</wp:comment_id><wp:comment_author>نورة</wp:comment_author>
<wp:comment_author_email>${ADDRESS}</wp:comment_author_email><wp:comment_author_IP>203.0.113.9</wp:comment_author_IP><wp:comment_date_gmt>${new Date(Date.now() - 3_600_000).toISOString().slice(0, 19).replace('T', ' ')}</wp:comment_date_gmt>
<wp:comment_content><![CDATA[${body}]]></wp:comment_content><wp:comment_approved>${approved}</wp:comment_approved><wp:comment_parent>${parent}</wp:comment_parent></wp:comment>`;

function expectKeptClean(place: string, ...texts: string[]) {
  const files = readdirSync(dataDir)
    .filter((name) => name.startsWith('midad.sqlite'))
    .map((name) => readFileSync(join(dataDir, name), 'latin1'));
  const tables = ['comments', 'moderation_decisions', 'audit_log', 'jobs', 'comment_contacts'].map((table) =>
    JSON.stringify(readTable(table)),
  );
  for (const text of [...texts, ...files, ...tables, readServerLog()])
    expect(`${place} ${text.match(/moved\.house|203\.0\.113\.9/)?.[0] ?? ''}`).toBe(`${place} `);
}

test('comments are imported and exported as WXR, and the addresses that came with them stay hidden', async ({
  page,
  browser,
  request,
}) => {
  test.setTimeout(90_000);
  const path = findArticle('المياه تصل');
  const file = join(dataDir, 'moved.xml');
  writeFileSync(
    file,
    `<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><wp:wxr_version>1.2</wp:wxr_version><link>https://old.example</link>
<item><link>https://old.example${encodeURI(path)}</link>${comment(1, 'انتقلت من <b>هناك</b>', '1')}${comment(2, 'ما زال ينتظر', '0', 1)}</item></channel></rss>`,
  );
  expect(run('import', file, '--dry-run')).toContain('Would be imported: approved 1, pending 1');
  const said = run('import', file);
  expect(said).toContain('Imported: approved 1, pending 1');
  expect(run('import', file)).toContain('Known from an earlier run: 2');
  const publicText = async () =>
    `${await (await request.get(path)).text()}${await (await request.get('/feed.xml')).text()}`;
  await page.goto(path);
  await expect(page.getByText('انتقلت من هناك')).toBeVisible();
  expectKeptClean('waiting', said, await publicText());

  const desk = await (await browser.newContext()).newPage();
  await signIn(desk);
  await desk.goto('/newsroom/comments?order=newest');
  const card = desk.getByRole('article').filter({ hasText: 'ما زال ينتظر' });
  await card.getByRole('button', { name: 'اعتماد', exact: true }).click();
  await expect(card).toHaveAttribute('data-queue-card', 'done');
  await page.goto(path);
  await expect(page.getByText('ما زال ينتظر')).toBeVisible();
  expectKeptClean('approved', await publicText());

  await test.step('export from the page of the newsroom', async () => {
    await desk.goto(PRIVACY);
    const save = async (button: string) => {
      const download = desk.waitForEvent('download');
      await desk.getByRole('button', { name: button }).click();
      const saved = await download;
      return { name: saved.suggestedFilename(), text: readFileSync(await saved.path(), 'utf8') };
    };
    const without = await save('تصدير بلا بيانات شخصية');
    expect(without.name).toBe('comments.xml');
    expect(without.text).toMatch(/انتقلت من <strong>هناك<\/strong>[\s\S]*<\/rss>\n$/);
    expect(without.text).not.toMatch(CANARY);
    const reason = desk.getByLabel('سبب التصدير مع العناوين');
    await reason.fill('ن'.repeat(201));
    const refused = desk.waitForResponse((response) => response.request().method() === 'POST');
    await desk.getByRole('button', { name: 'تصدير مع عناوين البريد' }).click();
    expect((await refused).status()).toBe(422);
    await expect(desk.getByText('اكتب سبب التصدير مع العناوين، في 200 حرف على الأكثر.')).toBeVisible();
    await expect(reason).toHaveValue('ن'.repeat(201));
    await expect(reason).toHaveAttribute('aria-invalid', 'true');
    await reason.fill('انتقال إلى بيت آخر');
    await desk.getByRole('button', { name: 'تصدير مع عناوين البريد' }).click();
    const whole = await save('تنزيل الملف مع العناوين');
    expect(whole.name).toBe('comments-with-personal-data.xml');
    expect(whole.text).toContain(ADDRESS);
  });
  const row = readTable('audit_log').find(({ action }) => action === 'comments.exportedWithPersonalData');
  expect(JSON.parse(String(row?.detail))).toMatchObject({ reason: 'انتقال إلى بيت آخر' });
  const ours = run('export', '--article', /\/(\d+)\//.exec(path)![1]!);
  expect(ours).not.toMatch(CANARY);
  writeFileSync(file, ours);
  expect(run('import', file)).toMatch(/^Imported: none/);
  expectKeptClean('exported', ours);
  const foreign = await request.post(`${PRIVACY}/wxr`, {
    form: { data: 'with', reason: 'x' },
    maxRedirects: 0,
  });
  expect([303, 307, 403]).toContain(foreign.status());
  await desk.context().close();
});
