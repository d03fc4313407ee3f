// @vitest-environment jsdom
import { beforeEach, expect, it, vi } from 'vitest';
import './keep-words.ts';
import { drawPage, find, submit } from './testing/page.ts';

const went = vi.fn();
vi.stubGlobal('location', { assign: went });
const FORM = `<form action="/report" method="post" data-keep-words>
  <textarea name="words">نص</textarea><button>أرسل</button>
  <p data-said data-offline="لا اتصال" data-failed="تعذّر"></p></form>`;
const ALERT = '<main id="main"><p role="alert">خطأ</p></main>';

const answer = (html: string, url = 'http://localhost:3000/report', redirected = false) =>
  vi.stubGlobal('fetch', async () =>
    Object.defineProperties(new Response(html), { redirected: { value: redirected }, url: { value: url } }),
  );

beforeEach(() => {
  went.mockClear();
  drawPage(`<main id="main">${FORM}</main>`);
});
const press = () => submit(find<HTMLButtonElement>('button'));

it('goes to the comment that an accepted form names', async () => {
  answer('<main id="main"><p role="status">وصل</p></main>', 'http://localhost:3000/1?at=c7', true);
  expect(press()).toBe(false);
  await vi.waitFor(() => expect(went).toHaveBeenCalledWith('http://localhost:3000/1?at=c7#comment-c7'));
});

it('shows the fault of a refused form', async () => {
  answer(ALERT);
  press();
  await vi.waitFor(() => expect(document.activeElement).toBe(find('[role=alert]')));
  expect(went).not.toHaveBeenCalled();
});

it('keeps the words when the connection fails', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
  press();
  await vi.waitFor(() => expect(find('[data-said]').textContent).toBe('لا اتصال'));
  expect(find<HTMLTextAreaElement>('textarea').value).toBe('نص');
});

it('leaves other forms to the browser', () => {
  find('form').removeAttribute('data-keep-words');
  expect(press()).toBe(true);
});
