import { globSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Locator, Page, Request } from '@playwright/test';
import { begin, publish, write } from './desk-articles.ts';
import { inDatabase } from './in-database.ts';
import { expect, setOffline, signIn, test } from './journey.ts';
import { coverage, deskOf, editorOf } from './live-coverage.ts';

/*
 * Text typed into a form of the newsroom stays there until the server has it: offline, after the session
 * ended, on an older build.
 */

const TYPED = 'كلمات لم تُرسل بعد';
const one = (sql: string) => (inDatabase((database) => database.prepare(sql).get()) as { id: string }).id;

/** Addresses for the paths with brackets. A path with brackets that has no line here fails the test. */
async function addresses(): Promise<Record<string, string[]>> {
  const draft = await begin('مسودة لكل النماذج');
  const live = await publish(await write('خبر منشور لكل النماذج'));
  const desk = `/newsroom/articles/${live.number}`;
  const entry = one('select id from live_entries where removed_at is null limit 1');
  return {
    '/newsroom/articles/[id]': [`/newsroom/articles/${draft.number}`],
    '/newsroom/articles/[id]/live': [deskOf(coverage()), `${deskOf(coverage())}?edit=${entry}`],
    '/newsroom/articles/[id]/publish': [
      `${desk}/publish`,
      `${desk}/publish?ask=retract`,
      `/newsroom/articles/${draft.number}/publish`,
    ],
    '/newsroom/articles/[id]/revisions': [`${desk}/revisions`],
    '/newsroom/articles/[id]/revisions/compare': [`${desk}/revisions/compare`],
    '/newsroom/authors/[id]': [`/newsroom/authors/${one('select id from authors limit 1')}`],
    '/newsroom/media/[id]': [`/newsroom/media/${one(`select id from media where type = 'image' limit 1`)}`],
    '/newsroom/pages/[locale]/[slug]': ['/newsroom/pages/ar/about'],
    '/newsroom/pages/[locale]/[slug]/versions': ['/newsroom/pages/ar/about/versions'],
    '/newsroom/sections/[id]': [`/newsroom/sections/${one('select id from sections limit 1')}`],
    '/newsroom/tags/[id]': [`/newsroom/tags/${one('select id from tags limit 1')}`],
    '/newsroom/comments': ['/newsroom/comments?view=approved', '/newsroom/comments'],
  };
}

/** Paths without a text form. Pages outside the desk are not tested: no text has been written there yet. */
const OTHERS = ['/newsroom/[...rest]', '/newsroom/comments/privacy/reveal/[id]'];

const pages = () =>
  globSync('app/newsroom/(desk)/**/page.tsx')
    .map((file) => dirname(file).replace(/^app/, '').replaceAll('/(desk)', ''))
    .filter((path) => !OTHERS.includes(path))
    .sort();

/** Types into every text field of a form, as a browser would, and returns the number of fields. */
const fillAll = (form: Locator, text: string) =>
  form.evaluate((element: HTMLFormElement, typed) => {
    const fields = [...element.elements].filter(
      (field): field is HTMLInputElement | HTMLTextAreaElement =>
        field instanceof HTMLTextAreaElement ||
        (field instanceof HTMLInputElement && ['text', 'email', 'url', 'tel'].includes(field.type)),
    );
    for (const field of fields) {
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field) as object, 'value')!.set!.call(
        field,
        typed,
      );
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
    return fields.length;
  }, text);

const textsOf = (form: Locator) =>
  form.evaluate((element: HTMLFormElement) =>
    [...element.elements].flatMap((field) =>
      field instanceof HTMLTextAreaElement ||
      (field instanceof HTMLInputElement && ['text', 'email', 'url', 'tel'].includes(field.type))
        ? [field.value]
        : [],
    ),
  );

/**
 * Waits until React has hydrated the forms and editors have replaced plain fields: now scripts send the
 * forms.
 */
const ready = (page: Page) =>
  page.waitForFunction(
    () =>
      !document.querySelector('[data-plain]') &&
      [...document.querySelectorAll('form[data-guarded]')].every((form) =>
        Object.keys(form).some((key) => key.startsWith('__reactProps')),
      ),
  );

/** Forms that scripts send without the common guard. */
const strays = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLFormElement>('form')]
      .filter(
        (form) =>
          form.method === 'post' &&
          !form.getAttribute('action') &&
          !form.matches(
            '[data-guarded], [data-move], [data-two-step], [data-queue-card] form, #article-form',
          ),
      )
      .map((form) => form.outerHTML.slice(0, 200)),
  );

test('every form of the newsroom keeps its text without a connection, and shows a message', async ({
  page,
}) => {
  test.setTimeout(600_000);
  await signIn(page);
  page.on('dialog', (dialog) => void dialog.accept());
  const known = await addresses();
  const tried: string[] = [];
  for (const path of pages()) {
    const places = known[path] ?? [path];
    expect(places[0], path).not.toContain('[');
    for (const place of places) {
      await page.goto(place);
      await ready(page);
      expect(await strays(page), place).toEqual([]);
      const forms = page.locator('form[data-guarded]');
      const count = await forms.count();
      // Cards of a list are alike: the first ones are enough.
      for (let at = 0; at < Math.min(count, 12); at += 1) {
        const form = forms.nth(at);
        const fields = await fillAll(form, TYPED);
        await setOffline(page, true);
        await form.evaluate((element: HTMLFormElement) => element.requestSubmit());
        const failure = form.locator('[data-send-failure]');
        await expect(failure, `${place} form ${at}`).toHaveAttribute('data-send-failure', 'offline');
        await expect(failure).toContainText('لم يصل شيء إلى الخادم');
        await expect(failure).not.toContainText('سُجّل');
        expect(await textsOf(form), place).toEqual(Array.from({ length: fields }, () => TYPED));
        if (fields > 0) expect(await form.getAttribute('data-unsent'), place).toBe('');
        await setOffline(page, false);
        tried.push(`${path} ${at} ${fields}`);
      }
    }
  }
  expect(tried.length).toBeGreaterThan(40);
});

const failureIn = (page: Page) => page.locator('[data-send-failure]');

test('after the session ended, the text stays and is sent from the same page after another sign-in', async ({
  page,
  context,
}) => {
  await signIn(page);
  const live = coverage();
  await page.goto(deskOf(live));
  await ready(page);
  const text = editorOf(page);
  await text.fill('تحديث كُتب والجلسة تنتهي.');
  const cookies = await context.cookies();
  await context.clearCookies();
  await page.getByRole('button', { name: 'انشر التحديث' }).click();
  await expect(failureIn(page)).toHaveAttribute('data-send-failure', 'signedOut');
  await expect(failureIn(page)).toContainText('انتهت جلستك');
  await expect(page).toHaveURL(/\/live$/);
  await expect(text).toHaveText('تحديث كُتب والجلسة تنتهي.');
  await context.addCookies(cookies);
  await page.getByRole('button', { name: 'انشر التحديث' }).click();
  await expect(page.locator('ol > li').filter({ hasText: 'تحديث كُتب والجلسة تنتهي.' })).toBeVisible();
  await expect(text).toHaveText('');
});

test('a server that restarts, and a build that does not know the form, lose no typed text', async ({
  page,
}) => {
  await signIn(page);
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto('/newsroom/articles/new');
  await ready(page);
  const line = page.getByLabel(/العنوان/);
  const send = page.getByRole('button', { name: 'ابدأ الكتابة' });
  await line.fill('خبر بين بناءين');
  const isSent = (request: Request) => request.method() === 'POST';
  await page.route(
    '**/newsroom/articles/new',
    (route) =>
      isSent(route.request())
        ? route.fulfill({ status: 503, contentType: 'text/html', body: '<p>503</p>' })
        : route.continue(),
    { times: 1 },
  );
  await send.click();
  await expect(failureIn(page)).toHaveAttribute('data-send-failure', 'busy');
  await page.route(
    '**/newsroom/articles/new',
    (route) => route.continue({ headers: { ...route.request().headers(), 'next-action': '0'.repeat(42) } }),
    { times: 1 },
  );
  await send.click();
  await expect(failureIn(page)).toHaveAttribute('data-send-failure', 'newBuild');
  await page.getByRole('button', { name: 'فتح الصفحة من جديد' }).click();
  await expect(failureIn(page)).toHaveCount(0);
  await expect(line).toHaveValue('خبر بين بناءين');
  await page.getByLabel(/القسم/).selectOption({ label: 'ثقافة' });
  await send.click();
  await expect(page).toHaveURL(/\/articles\/\d+#field-body$/);
});

test('unsent text is restored after the page was left or crashed, until it is sent or cleared', async ({
  page,
  context,
}) => {
  await signIn(page);
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  const place = deskOf(coverage());
  await page.goto(place);
  await ready(page);
  await editorOf(page).fill('من الميدان، قبل أن يصل.');
  await page.getByRole('link', { name: 'كل المقالات' }).click();
  await expect(page).toHaveURL(/\/newsroom\/articles$/);
  expect(asked).toEqual(['beforeunload']);
  await page.goto(place);
  await expect(editorOf(page)).toHaveText('من الميدان، قبل أن يصل.');
  const client = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  void client.send('Page.crash').catch(() => undefined);
  await crashed;
  const again = await context.newPage();
  await again.goto(place);
  await expect(editorOf(again)).toHaveText('من الميدان، قبل أن يصل.');
  await again.getByRole('button', { name: 'محو ما عاد' }).click();
  await expect(editorOf(again)).toHaveText('');
  await again.reload();
  await ready(again);
  await expect(editorOf(again)).toHaveText('');
});
