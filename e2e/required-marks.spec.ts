import type { Page } from '@playwright/test';
import { write } from './desk-articles.ts';
import { inDatabase } from './in-database.ts';
import { expect, signIn, test } from './journey.ts';

/*
 * Every field that the server rejects when it is empty has the mark, no other has it, and each form with a
 * mark explains it.
 */

const first = (from: string) =>
  (inDatabase((database) => database.prepare(`select id from ${from} limit 1`).get()) as { id: string }).id;
const numberOf = (id: string) =>
  (
    inDatabase((database) => database.prepare('select number from articles where id = ?').get(id)) as {
      number: number;
    }
  ).number;

/** Pages with forms. Where a form comes after a confirmation question, the address has the question. */
async function pages(): Promise<string[]> {
  const draft = numberOf(await write('خبر تُجرَّب عليه الحقول'));
  const binned = numberOf(await write('خبر في سلة المحذوفات'));
  inDatabase((database) =>
    database.prepare(`update articles set status = 'trash' where number = ?`).run(binned),
  );
  const out = (
    inDatabase((database) =>
      database
        .prepare(
          `select number from articles where status = 'published' and kind != 'live' order by number limit 1`,
        )
        .get(),
    ) as { number: number }
  ).number;
  return [
    '/articles/new',
    `/articles/${draft}/publish`,
    `/articles/${binned}/publish?ask=erase`,
    `/articles/${out}/publish?ask=retract`,
    `/media/${first("media where type = 'image'")}`,
    '/comments/rules',
    '/comments/settings',
    '/comments/settings?ask=slowMode',
    '/comments/privacy',
    '/comments/bans',
    '/sections',
    `/sections/${first('sections')}`,
    '/tags',
    `/tags/${first('tags')}`,
    '/authors',
    `/authors/${first('authors')}`,
    '/pages',
    '/pages/ar/about',
    '/redirects',
    '/people',
    '/settings',
    '/account',
  ].map((path) => `/newsroom${path}`);
}

/**
 * The forms of a page with text fields: the index of each among all forms, and the names of its fields.
 * Search forms are skipped: they require nothing.
 */
const askingForms = (page: Page) =>
  page.locator('main form').evaluateAll((forms) =>
    forms.flatMap((form, at) => {
      const isAsked =
        form.querySelector(
          'input:not([type=hidden], [type=checkbox], [type=radio], [type=file]), textarea',
        ) !== null;
      // Forms that need scripts are not shown without them.
      return isAsked && !form.closest('.by-script') && form.getAttribute('role') !== 'search' && !form.id
        ? [
            {
              at,
              fields: [...(form as HTMLFormElement).elements]
                .map((each) => (each as HTMLInputElement).name)
                .filter((each) => each && !each.startsWith('$'))
                .join(),
            },
          ]
        : [];
    }),
  );

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a field has the required mark if and only if an empty one is rejected', async ({ page }) => {
    await signIn(page);
    let marks = 0;
    for (const path of await pages()) {
      // Sending a form can change which forms a page has, so they are listed again after each.
      const tried = new Set<string>();
      for (;;) {
        await page.goto(path);
        const next = (await askingForms(page)).find(({ fields }) => !tried.has(fields));
        if (!next) break;
        const { at, fields: key } = next;
        tried.add(key);
        const form = page.locator('main form').nth(at);
        const marked = await form.evaluate((element: HTMLFormElement) => {
          for (
            let part = element.closest('details');
            part;
            part = part.parentElement?.closest('details') ?? null
          )
            part.open = true;
          const fields = [...element.elements].filter((each): each is HTMLInputElement =>
            each.matches('input:not([type=hidden], [type=checkbox], [type=radio], [type=file]), textarea'),
          );
          for (const field of fields) field.value = '';
          element.noValidate = true;
          const isMarked = (field: HTMLInputElement) =>
            [...(field.labels ?? [])].some((label) =>
              getComputedStyle(label, '::after').content.includes('*'),
            );
          const legend = getComputedStyle(
            element.querySelector('.is-required-legend') ?? document.head,
            '::before',
          ).content.includes('*');
          return {
            marked: fields
              .filter(isMarked)
              .map(({ name }) => name)
              .toSorted(),
            told: fields
              .filter(({ required }) => required)
              .map(({ name }) => name)
              .toSorted(),
            legend,
          };
        });
        const name = `${path}, form ${at}`;
        // The visible mark is on the same fields as the attribute for screen readers.
        expect([name, marked.told]).toEqual([name, marked.marked]);
        expect([name, marked.legend]).toEqual([name, marked.marked.length > 0]);
        const answer = page.waitForResponse(
          (response) =>
            response.request().isNavigationRequest() && (response.status() < 300 || response.status() >= 400),
        );
        await form.locator('button:not([type=button])').first().click();
        await (await answer).finished();
        await page.waitForLoadState();
        const refused = await page.locator('main form').evaluateAll((forms, fields) => {
          const same = (forms as HTMLFormElement[]).find(
            (each) =>
              [...each.elements]
                .map((field) => (field as HTMLInputElement).name)
                .filter((field) => field && !field.startsWith('$'))
                .join() === fields && each.querySelector('[aria-invalid]'),
          );
          return [
            ...(same?.querySelectorAll<HTMLInputElement>('input[aria-invalid], textarea[aria-invalid]') ??
              []),
          ]
            .map((field) => field.name)
            .toSorted();
        }, key);
        expect([name, refused]).toEqual([name, marked.marked]);
        marks += marked.marked.length;
      }
    }
    expect(marks).toBeGreaterThan(20);
  });
});
