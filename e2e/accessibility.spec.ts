import { expectNoViolations } from './axe.ts';
import { canary, expect, findArticle, signIn, test } from './journey.ts';
import {
  addComment,
  askForNotice,
  becomeWriter,
  removeComments,
  setComment,
  commentsPath,
} from './discussion.ts';

const readerPages = [
  '/',
  '/local',
  '/archive',
  '/corrections',
  '/author/salma-haddad',
  '/p/privacy',
  '/search',
  '/search?q=المدينة',
  '/search?q=زقنطرمب',
  '/nowhere',
  '/moderation',
  '/en',
  '/en/p/about',
];

/** The columns of a comment for every state that a writer's page can show. */
const states: Record<string, Record<string, string | number>> = {
  waiting: { status: 'pending' },
  published: { status: 'approved' },
  refused: {
    status: 'rejected',
    reason_code: 'irrelevant',
    reason_note: 'اكتبه تحت خبر البلدية. Write it elsewhere.',
  },
  appealed: { status: 'pending', appealed_at: Date.now(), appeal_text: 'لأنه صحيح' },
  'refused for good': { status: 'rejected', reason_code: 'offensive', appealed_at: Date.now() },
  withdrawn: { status: 'withdrawn' },
};

test('no violations on reader pages', async ({ page }) => {
  test.slow();
  const article = findArticle('المياه تصل');
  const tag = await page.goto(article).then(() => page.locator('a[rel=tag]').first().getAttribute('href'));
  const english = findArticle('turtle', 'en');
  await page.goto(article);
  const report = await page
    .getByRole('link', { name: /^إبلاغ عن/ })
    .first()
    .getAttribute('href');
  for (const path of [...readerPages, article, tag!, english, `${article}?reply=none`, report!]) {
    await page.goto(path);
    await expectNoViolations(page, path);
  }
});

test('no violations in open panels and in a form with errors', async ({ page }) => {
  await page.goto(findArticle('المياه تصل'));
  for (const name of ['القائمة', 'بحث']) {
    await page.getByRole('button', { name }).click();
    await expect(page.getByRole('dialog', { name })).toBeVisible();
    await expectNoViolations(page, name);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name })).toBeFocused();
  }
  await page.getByRole('button', { name: 'إرسال التعليق' }).click();
  await expect(page.getByRole('alert')).toBeFocused();
  await expectNoViolations(page, 'faults');
});

for (const [edition, headline, words] of [
  [
    '',
    'مكتبة عامة',
    {
      preview: 'معاينة',
      body: 'التعليق *',
      name: 'الاسم *',
      email: 'البريد الإلكتروني *',
      edit: 'تعديل التعليق',
      save: 'حفظ التعديل',
      send: 'إرسال البلاغ',
    },
  ],
  [
    '/en',
    'turtle',
    {
      preview: 'Preview',
      body: 'Comment *',
      name: 'Name *',
      email: 'E-mail address *',
      edit: 'Edit the comment',
      save: 'Save changes',
      send: 'Send report',
    },
  ],
] as const) {
  test(`no violations on the pages of a writer, ${edition || 'ar'}`, async ({ page }) => {
    const path = findArticle(headline, edition ? 'en' : 'ar');
    const ids = Object.entries(states).map(([state, columns]) => {
      const { id } = addComment({ articlePath: path, body: `كلام ${state}`, name: 'كاتب' });
      setComment(id, columns);
      return [state, id] as const;
    });
    await becomeWriter(page.context());
    await page.goto(`${edition}/comments/mine`);
    await expectNoViolations(page, 'own comments');
    for (const [state, id] of ids) {
      await page.goto(`${edition}/comments/${id}`);
      for (const summary of await page.locator('main summary').all()) await summary.click();
      await expectNoViolations(page, state);
    }
    await page.goto(`${edition}/comments/${ids[0]![1]}`);
    await page.getByText(words.edit, { exact: true }).click();
    await page.locator('#discussion-body').fill('');
    await page.getByRole('button', { name: words.save }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await expectNoViolations(page, 'edit with a fault');

    await page.goto(`${commentsPath(path)}/${ids[1]![1]}/report`);
    await page.getByRole('button', { name: words.send }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await expectNoViolations(page, 'report with a fault');

    await page.goto(path);
    await page.getByLabel(words.body).fill('كلام للمعاينة\n\n> اقتباس https://example.com/x');
    await page.getByLabel(words.name).fill('كاتب');
    await page.getByLabel(words.email).fill(canary('axe'));
    await page.getByRole('button', { name: words.preview }).click();
    await expect(page.locator('#preview-title')).toBeVisible();
    await expectNoViolations(page, 'preview');

    const notice = `${edition}/comments/notices/${askForNotice().token}`;
    for (const state of ['asked', 'confirmed', 'ended']) {
      await page.goto(notice);
      await expectNoViolations(page, `notice ${state}`);
      if (state !== 'ended') await page.getByRole('main').getByRole('button').first().click();
    }
    await page.goto(`${edition}/moderation`);
    await expectNoViolations(page, 'moderation');
    removeComments('e2e');
  });
}

test('no violations in the newsroom', async ({ page }) => {
  await page.goto('/newsroom/sign-in');
  const pages = [
    '/newsroom',
    '/newsroom/comments',
    '/newsroom/comments?status=approved',
    '/newsroom/comments?status=spam&hidden=1',
    '/newsroom/comments/history',
    '/newsroom/comments/bans',
    '/newsroom/comments/rules',
    '/newsroom/comments/settings',
    '/newsroom/comments/stats',
    '/newsroom/comments/privacy',
    '/newsroom/account',
    '/newsroom/nothing',
  ];
  const check = (path: string) => expectNoViolations(page, path);
  await check('sign-in');
  await signIn(page);
  for (const path of pages) {
    await page.goto(path);
    await check(path);
  }
});
