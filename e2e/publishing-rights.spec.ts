import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { change, later, publish, write } from './desk-articles.ts';
import { base } from './instance.ts';
import { inDatabase } from './in-database.ts';
import { expect, signIn, test } from './journey.ts';
import { addMember, becomeMember, type Member } from './staff.ts';
import { readTable } from './discussion.ts';
import { editPath } from './writing.ts';

type Written = { id: string; number: number };
type Articles = Record<'draft' | 'live' | 'scheduled' | 'ahead', Written>;

/** An article in each state. `ownerId` becomes its owner; null leaves the editor who wrote it. */
async function writeAll(ownerId: string | null, word: string): Promise<Articles> {
  const draft = await write(`مسودة ${word}`);
  const { id: live } = await publish(await write(`منشور ${word}`));
  const { id: scheduled } = await publish(await write(`مجدول ${word}`), later(86_400));
  const { id: ahead } = await publish(await write(`معدّل ${word}`));
  await change(ahead, { headline: `معدّل من جديد ${word}` });
  return inDatabase((database) => {
    const own = (id: string) => {
      if (ownerId) database.prepare('update articles set owner_id = ? where id = ?').run(ownerId, id);
      return database.prepare('select id, number from articles where id = ?').get(id) as Written;
    };
    return { draft: own(draft), live: own(live), scheduled: own(scheduled), ahead: own(ahead) };
  });
}

const manifest = () =>
  JSON.parse(
    readFileSync(join(import.meta.dirname, '../.next/server/server-reference-manifest.json'), 'utf8'),
  ) as { node: Record<string, { filename: string; exportedName: string }> };
const actionId = (file: string, name: string) =>
  Object.entries(manifest().node).find(
    ([, each]) => each.filename.endsWith(file) && each.exportedName === name,
  )![0];

/** Calls an action of the publish panel as its form does, even if the page hides it from this member. */
function call(
  name: string,
  number: number,
  fields: Record<string, string>,
  { cookie }: Member,
  page: number,
) {
  const body = new FormData();
  for (const [key, value] of Object.entries(fields)) body.set(`_1_${key}`, value);
  body.set('0', JSON.stringify([number, null, '$K1'])); // last, as browsers send it: it is read as it arrives
  return fetch(base + editPath(page, '/publish'), {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: {
      Origin: base,
      Cookie: cookie,
      'Next-Action': actionId('articles/[id]/publish/actions.ts', name),
    },
  });
}

const PUBLISHING: [name: string, of: keyof Articles, fields?: Record<string, string>][] = [
  ['publishNow', 'draft'],
  ['schedule', 'draft', { at: '2033-01-01T10:00' }],
  ['schedule', 'ahead', { at: '2033-01-01T10:00' }],
  ['cancel', 'scheduled'],
  ['update', 'ahead', { kind: 'none' }],
  ['update', 'ahead', { kind: 'correction', text: 'تصويب' }],
  ['update', 'live', { kind: 'correction', text: 'تصويب' }],
  ['unpublish', 'live'],
  ['retract', 'live', { text: 'سُحب' }],
  ['giveBack', 'draft', { text: 'ينقصه رقم' }],
  ['trash', 'live'],
];

const kept = () =>
  JSON.stringify(
    ['articles', 'corrections', 'scheduled_revisions', 'drafts', 'audit_log', 'revisions'].map((table) =>
      readTable(table),
    ),
  );

test('an author gets 403 from every publishing act, on their own articles and on others’, and nothing changes', async () => {
  test.slow();
  const author = addMember('author');
  const [own, foreign] = [await writeAll(author.id, 'الكاتبة'), await writeAll(null, 'المكتب')];
  const before = kept();
  const statuses: Record<string, number> = {};
  for (const [name, of, fields = {}] of PUBLISHING) {
    for (const [whose, articles] of Object.entries({ own, foreign })) {
      const answer = await call(
        name,
        articles[of].number,
        { version: '2', ...fields },
        author,
        own.draft.number,
      );
      statuses[`${name} ${of} ${whose}`] = answer.status;
    }
  }
  // On others’ articles, an author may not even do what is allowed on their own.
  for (const name of ['send', 'trash', 'untrash', 'endPreviews'])
    statuses[`${name} foreign`] = (
      await call(name, foreign.draft.number, {}, author, own.draft.number)
    ).status;
  expect(Object.entries(statuses).filter(([, status]) => status !== 403)).toEqual([]);
  expect((await call('send', 99_999_999, {}, author, own.draft.number)).status).toBe(404);

  for (const [act, value] of [
    ['unpublish', ''],
    ['trash', ''],
    ['tag', 'وسم'],
    ['section', String(readTable('sections')[0]!.id)],
  ] as const) {
    const form = new FormData();
    form.set('_1_act', act);
    form.set('_1_value', value);
    for (const { id } of [own.live, foreign.live, foreign.draft])
      form.append('_1_pick', `${id}:${readTable('articles').find((row) => row.id === id)!.version}`);
    form.set('0', '["$K1"]');
    const answer = await fetch(`${base}/newsroom/articles/bulk`, {
      method: 'POST',
      body: form,
      redirect: 'manual',
      headers: {
        Origin: base,
        Cookie: author.cookie,
        'Next-Action': actionId('articles/bulk/actions.ts', 'runBulk'),
      },
    });
    expect(decodeURIComponent(answer.headers.get('x-action-redirect') ?? '')).toContain('forbidden');
  }
  expect(kept()).toBe(before);

  // The same calls succeed for an editor: the 403 was for the person.
  const editor = addMember('editor');
  const version = String(readTable('drafts').find((row) => row.article_id === own.draft.id)!.version);
  expect(
    (await call('publishNow', own.draft.number, { version }, editor, own.draft.number)).headers.get(
      'x-action-redirect',
    ),
  ).toContain('done=published');
  expect(
    (await call('unpublish', own.live.number, {}, editor, own.draft.number)).headers.get('x-action-redirect'),
  ).toContain('done=unpublished');
});

test('the panel lets an author send an article to the desk, but not publish it', async ({
  page,
  context,
}) => {
  const author = addMember('author');
  const own = await writeAll(author.id, 'اللوحة');
  await becomeMember(context, author);
  for (const { number } of [own.draft, own.live, own.scheduled, own.ahead]) {
    await page.goto(editPath(number, '/publish'));
    await expect(page.getByRole('button', { name: 'أرسل إلى التحرير' })).toBeVisible();
    await expect(page.getByRole('button', { name: /انشر|جدوِل|غيّر الوقت|ألغِ|أعده إلى كاتبه/ })).toHaveCount(0);
    await expect(page.getByRole('link', { name: /اسحبه|أعده إلى المسودات/ })).toHaveCount(0);
  }
});

test('a correction of an outdated text is rejected completely: no note, no new text, and the form keeps the input', async ({
  page,
}) => {
  const { id, number } = (await writeAll(null, 'المتأخر')).ahead;
  await signIn(page);
  await page.goto(editPath(number, '/publish'));
  await page.getByLabel('هل في التعديل تصحيح؟').selectOption('correction');
  await page.getByLabel('نص التنويه').fill('الصواب يوم السبت.');
  await change(id, { headline: 'معدّل مرة ثالثة' });
  const refused = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.getByRole('button', { name: 'انشر التعديل' }).click();
  expect((await refused).status()).toBe(409);
  await expect(page.getByText('لم يُنشر شيء: كُتب في المقال')).toBeVisible();
  await expect(page.getByLabel('نص التنويه')).toHaveValue('الصواب يوم السبت.');
  expect(readTable('corrections').filter((row) => row.article_id === id)).toEqual([]);
  expect(readTable('articles').find((row) => row.id === id)!.headline).toBe('معدّل المتأخر');

  await page.getByRole('button', { name: 'انشر التعديل' }).click();
  await expect(page.getByText('نُشر التعديل ومعه التنويه.')).toBeVisible();
  expect(readTable('corrections').filter((row) => row.article_id === id)).toMatchObject([
    { text: 'الصواب يوم السبت.' },
  ]);
  expect(readTable('articles').find((row) => row.id === id)!.headline).toBe('معدّل مرة ثالثة');
});
