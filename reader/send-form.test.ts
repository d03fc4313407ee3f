// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readAloud, sendForm, showPart } from './send-form.ts';
import { drawPage, find } from './testing/page.ts';

const sent = vi.fn<typeof fetch>();
const answer = (html: string) => sent.mockImplementation(async () => new Response(html));
const hasMain = (page: Document) => page.querySelector('main');

beforeEach(() => {
  vi.stubGlobal('fetch', sent.mockReset());
  drawPage(`<main><form action="/comments" method="post">
    <input name="name" value="نور" /><button name="preview" value="1">معاينة</button>
    <p data-said data-offline="لا اتصال" data-failed="تعذّر"></p>
  </form></main>`);
});

const form = () => find<HTMLFormElement>('form');
const said = () => find('[data-said]').textContent;
const send = () => sendForm(form(), find('button'), hasMain);

describe('sending a form', () => {
  it('posts its fields and the button to its address', async () => {
    answer('<main>شكرا</main>');
    const result = await send();
    expect(result?.page.querySelector('main')?.textContent).toBe('شكرا');
    const [address, { method, body }] = sent.mock.calls[0] as [string, RequestInit];
    expect([new URL(address, 'http://localhost').pathname, method]).toEqual(['/comments', 'POST']);
    expect([...new URLSearchParams(String(body))]).toEqual([
      ['name', 'نور'],
      ['preview', '1'],
    ]);
  });

  it('says that there is no connection, and can be sent again', async () => {
    sent.mockRejectedValueOnce(new TypeError('offline'));
    expect(await send()).toBeUndefined();
    expect(said()).toBe('لا اتصال');
    answer('<main></main>');
    expect(await send()).toBeDefined();
    expect(said()).toBe('');
  });

  it('says that it failed if the answer is another page', async () => {
    answer('<p>Bad gateway</p>');
    expect(await send()).toBeUndefined();
    expect(said()).toBe('تعذّر');
    expect(find<HTMLInputElement>('[name=name]').value).toBe('نور');
  });

  it('sends once while it waits for the answer', async () => {
    answer('<main></main>');
    const results = await Promise.all([send(), send()]);
    expect(results.map(Boolean)).toEqual([true, false]);
    expect(sent).toHaveBeenCalledTimes(1);
  });
});

it('replaces a part of the page by that of the answer', () => {
  drawPage('<header>أ</header><div id="comments">قديم</div>');
  const page = new DOMParser().parseFromString('<div id="comments">جديد</div>', 'text/html');
  expect(showPart('comments', page)).toBe(find('#comments'));
  expect(document.body.textContent).toBe('أجديد');
});

describe('reading aloud', () => {
  it.each([
    ['the fault', '<p role="alert">خطأ</p><input autofocus />', 'p'],
    ['the field to fill, if no fault is shown', '<p role="alert"></p><input autofocus />', 'input'],
    ['the message', '<p role="status">وصل</p>', 'p'],
  ])('focuses %s', (_name, html, selector) => {
    drawPage(html);
    readAloud(document.body);
    expect(document.activeElement).toBe(find(selector));
  });

  it('does nothing without one of them', () => {
    drawPage('<p>نص</p>');
    readAloud(document.body);
    expect(document.activeElement).toBe(document.body);
  });
});
