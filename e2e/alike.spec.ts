import type { Page } from '@playwright/test';
import { shingleSignature } from '../lib/comments/similarity.ts';
import { inDatabase } from './in-database.ts';
import { expect, findArticle, openQueue, signIn, test } from './journey.ts';
import { addComment, removeComments } from './discussion.ts';

/*
 * A moderator decides only on comments that were shown. Four comments have nearly the same words; one of
 * them has an insult, one a phishing link.
 */
const FIRST =
  'أعلنت البلدية أسماء الشركات الفائزة بعقود النظافة في المدينة، ونتمنى أن تلتزم هذه المرة بالجدول الذي وعدت به السكان منذ عام كامل دون تأخير';
const SECOND = `${FIRST} جديد`;
const INSULT = FIRST.replace('الشركات الفائزة', 'اللصوص الحمير الفائزين');
const PHISH = `${FIRST} https://phish.example/login`;

const cardOf = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text });

const BODIES = [FIRST, SECOND, INSULT, PHISH];
/** A separate writer for each comment: a card also shows the other comments of its writer. */
const writerOf = (n: number) => `alike-${n + 1}`;

function write(articlePath: string) {
  const added = BODIES.map((body, n) =>
    addComment({
      articlePath,
      body,
      status: 'pending',
      writerId: writerOf(n),
      at: new Date(Date.now() - 60_000 + n),
      name: `قارئ ${n + 1}`,
    }),
  );
  inDatabase((database) => {
    for (const [n, { id }] of added.entries())
      database
        .prepare('update comments set signature = ? where id = ?')
        .run(shingleSignature(BODIES[n]!), id);
  });
  return added.map(({ id }) => id);
}

const statesOf = (ids: string[]) =>
  inDatabase((database) =>
    ids.map((id) => database.prepare('select status from comments where id = ?').pluck().get(id)),
  );

// Comments that one test leaves in the queue would appear below the cards of the next test.
test.afterEach(() => BODIES.forEach((_, n) => removeComments(writerOf(n))));

for (const javaScriptEnabled of [true, false]) {
  test(`a decision applies to similar comments only if they are selected, scripts ${javaScriptEnabled ? 'on' : 'off'}`, async ({
    browser,
  }) => {
    const ids = write(findArticle('المياه تصل'));
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await signIn(page);
    await page.goto(
      '/newsroom/comments?order=oldest&q=%D8%B9%D9%82%D9%88%D8%AF%20%D8%A7%D9%84%D9%86%D8%B8%D8%A7%D9%81%D8%A9',
    );
    const card = cardOf(page, 'تعليقان مشابهان');
    // The comment with the link has its own card. The insult is shown, marked, beside its checkbox.
    await expect(cardOf(page, 'phish.example')).toHaveCount(1);
    await expect(card).not.toContainText('phish.example');
    await expect(card.locator('ins')).toContainText(['جديد', 'اللصوص الحمير الفائزين']);
    await expect(card.getByRole('checkbox', { name: /المشابه للقرار نفسه/ })).toHaveCount(2);
    await expect(card.getByRole('checkbox', { checked: true })).toHaveCount(0);

    await card.getByRole('button', { name: 'اعتماد' }).click();
    await expect(page.getByText('اعتُمد تعليق ⁨قارئ 1⁩').first()).toBeVisible();
    expect(statesOf(ids)).toEqual(['approved', 'pending', 'pending', 'pending']);
    await page.getByRole('button', { name: 'تراجع' }).click();
    await expect(page.getByText('عاد تعليق').first()).toBeVisible();

    // A selected comment gets the same decision, unless its writer edited it meanwhile.
    await page.reload();
    await card.getByRole('checkbox', { name: 'تحديد تعليق ⁨قارئ 2⁩' }).check();
    await card.getByText('رفض بسبب…').click();
    await card.getByRole('button', { name: 'مضايقة أو تهديد' }).click();
    await expect(page.getByText('رُفض تعليقان')).toBeVisible();
    expect(statesOf(ids)).toEqual(['rejected', 'rejected', 'pending', 'pending']);
    await page.getByRole('button', { name: 'تراجع' }).click();
    await expect(page.getByText('عاد تعليقان إلى ما كانا عليه')).toBeVisible();
    expect(statesOf(ids)).toEqual(['pending', 'pending', 'pending', 'pending']);

    await page.reload();
    inDatabase((database) =>
      database.prepare('update comments set edited_at = ? where id = ?').run(Date.now(), ids[1]),
    );
    for (const box of await card.getByRole('checkbox', { name: /المشابه للقرار نفسه/ }).all())
      await box.check();
    await card.getByRole('button', { name: 'مزعج' }).click();
    await expect(page.getByText(/لم يتغير تعليق واحد/)).toBeVisible();
    expect(statesOf(ids)).toEqual(['spam', 'pending', 'spam', 'pending']);
    await context.close();
  });
}

test('by keyboard, A approves the shown comment, and G and Space select a similar one', async ({ page }) => {
  const ids = write(findArticle('المياه تصل'));
  await signIn(page);
  await openQueue(
    page,
    '/newsroom/comments?order=oldest&q=%D8%B9%D9%82%D9%88%D8%AF%20%D8%A7%D9%84%D9%86%D8%B8%D8%A7%D9%81%D8%A9',
  );
  const card = cardOf(page, 'تعليقان مشابهان');
  await card.focus();
  await page.keyboard.press('g');
  await page.keyboard.press('Space');
  await expect(card).toContainText('القرار يشمل تعليقًا مشابهًا معه');
  await page.keyboard.press('a');
  await expect(page.getByText('اعتُمد تعليقان')).toBeVisible();
  expect(statesOf(ids)).toEqual(['approved', 'approved', 'pending', 'pending']);
});
