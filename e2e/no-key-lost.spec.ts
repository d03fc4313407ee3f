import type { Locator, Page } from '@playwright/test';
import { docFromLines } from '#lib/body/from-lines.ts';
import { begin, change } from './desk-articles.ts';
import { expect, openSlowly, signIn, test } from './journey.ts';
import { coverage, deskOf, editorOf, openEditor } from './live-coverage.ts';
import { addMember, becomeMember } from './staff.ts';
import { body, openDesk, saved, storedDraft } from './writing.ts';

/* A person goes on typing while the page changes. */

const LETTER = 'س';
const LETTERS = 60;

/** Types a letter every few milliseconds at the focus, from inside the page: faster than keys of a test. */
const typeOn = (page: Page) =>
  page.evaluate(
    ([letter, letters]) =>
      new Promise<void>((done) => {
        let typed = 0;
        const timer = setInterval(() => {
          document.execCommand('insertText', false, letter);
          typed += 1;
          if (typed < letters) return;
          clearInterval(timer);
          done();
        }, 8);
      }),
    [LETTER, LETTERS] as const,
  );

test('every letter typed after an entry was accepted is in the next one', async ({ browser }) => {
  const live = coverage();
  const desk = await openEditor(browser, live);
  const text = editorOf(desk);
  await text.click();
  await desk.keyboard.type('خبر أول');
  const taken = desk.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let isSending = false;
        const watch = new MutationObserver(() => {
          const isBusy = document.querySelector('form[aria-busy=true]') !== null;
          if (isSending && !isBusy) {
            watch.disconnect();
            document.execCommand('insertText', false, 'س');
            resolve();
          }
          isSending = isBusy;
        });
        watch.observe(document, {
          subtree: true,
          childList: true,
          attributes: true,
          attributeFilter: ['aria-busy'],
        });
      }),
  );
  await desk.keyboard.press('Control+Enter');
  await taken;
  await typeOn(desk);
  await expect(desk.getByText('نُشر التحديث.')).toBeVisible();
  await expect(text).toHaveText(LETTER.repeat(LETTERS + 1));
  await desk.context().close();
});

test('after an entry was sent by shortcut, the next one has none of its text, also after an undo', async ({
  browser,
}) => {
  const live = coverage();
  const desk = await openEditor(browser, live);
  const text = editorOf(desk);
  await text.click();
  await desk.keyboard.type('نص سيُرسل هو ومحذوفه');
  for (let times = 0; times < 7; times += 1) await desk.keyboard.press('Backspace');
  await desk.keyboard.press('Control+Enter');
  await expect(text).toHaveText('');
  await desk.keyboard.press('Control+z');
  await expect(text).toHaveText('');
  await desk.keyboard.type('التالي');
  await expect(text).toHaveText('التالي');
  await desk.context().close();
});

test('while a colleague’s paragraph is merged into the text, typing continues at the same place', async ({
  page,
  browser,
}) => {
  test.slow();
  await signIn(page);
  const { id, number } = await begin('خبر يُكتب بلا توقف');
  await change(id, { body: docFromLines(['الفقرة الأولى.', 'الفقرة الوسطى.', 'الفقرة الأخيرة.']) });
  await openDesk(page, number);
  const other = await browser.newContext();
  const colleague = await other.newPage();
  await becomeMember(other, addMember('editor'));
  await openDesk(colleague, number);
  await colleague.getByText('الفقرة الأولى.').click();
  await colleague.keyboard.press('Home');
  await colleague.keyboard.insertText('كتبت الزميلة هنا. ');
  await expect.poll(() => storedDraft(number)).toContain('كتبت الزميلة هنا');
  await saved(colleague);

  await page.getByText('الفقرة الوسطى.').click();
  await page.keyboard.press('End');
  // Types until the two texts are merged, and for a while after that.
  const merged = page.getByText('دُمجت في هذا النص تعديلات');
  let rounds = 0;
  do {
    await typeOn(page);
    rounds += 1;
  } while (!(await merged.isVisible()) && rounds < 200);
  await typeOn(page);
  rounds += 1;
  await expect(merged).toBeVisible();
  await expect(body(page)).toBeFocused();
  await expect(body(page)).toContainText('كتبت الزميلة هنا. الفقرة الأولى.');
  await expect(body(page)).toContainText(`الفقرة الوسطى.${LETTER.repeat(rounds * LETTERS)}`);
  await expect.poll(() => storedDraft(number)).toContain(`الفقرة الوسطى.${LETTER.repeat(rounds * LETTERS)}`);
  expect(storedDraft(number)).toContain('كتبت الزميلة هنا. الفقرة الأولى.');
  await other.close();
});

type Early = {
  write: (field: Locator) => Promise<unknown>;
  goOn: (page: Page) => Promise<unknown>;
  lines: string[];
};
const caretAfter = (words: string) => (field: Locator) =>
  field.evaluate((element: HTMLTextAreaElement, found) => {
    const at = element.value.indexOf(found) + found.length;
    element.setSelectionRange(at, at);
  }, words);

for (const [name, { write, goOn, lines }] of Object.entries<Early>({
  'on a new line': {
    write: async (field) => {
      await field.pressSequentially('نبحث عن محررين.');
      await field.press('Enter');
    },
    goOn: async ({ keyboard }) => {
      await keyboard.type('## ');
      await keyboard.insertText('كيف تتقدم');
    },
    lines: ['p نبحث عن محررين.', 'h2 كيف تتقدم'],
  },
  'in the middle of a word': {
    write: async (field) => {
      await field.fill('## عنوان\n\nأول **غامق** ثا بعده\n\nأخير');
      await caretAfter('ثا')(field);
    },
    goOn: ({ keyboard }) => keyboard.insertText('نٍ'),
    lines: ['h2 عنوان', 'p أول غامق ثانٍ بعده', 'p أخير'],
  },
  'on a blank line between two': {
    write: async (field) => {
      await field.fill('أول\n\n\n\nثالث');
      await caretAfter('أول\n\n')(field);
    },
    goOn: ({ keyboard }) => keyboard.insertText('ثانٍ'),
    lines: ['p أول', 'p ثانٍ', 'p ثالث'],
  },
  'before a heading’s first letter': {
    write: async (field) => {
      await field.fill('أول\n\n## الثاني');
      await caretAfter('## ')(field);
    },
    goOn: ({ keyboard }) => keyboard.insertText('و'),
    lines: ['p أول', 'h2 والثاني'],
  },
})) {
  test(`the editor takes over the caret and the words of the plain field: ${name}`, async ({ page }) => {
    await signIn(page);
    page.on('dialog', (dialog) => void dialog.accept());
    const arrive = await openSlowly(page, deskOf(coverage()));
    const field = page.getByRole('textbox', { name: 'النص', exact: true });
    await field.click();
    await write(field);
    arrive();
    const editor = editorOf(page);
    await expect(editor).toBeFocused();
    await goOn(page);
    expect(
      (
        await editor
          .locator('> *')
          .evaluateAll((blocks) => blocks.map((block) => `${block.localName} ${block.textContent}`))
      ).slice(0, lines.length),
    ).toEqual(lines);
  });
}
