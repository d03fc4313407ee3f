// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import './comment-form.ts';
import { drawPage, find, submit, type } from './testing/page.ts';

const sent = vi.fn<typeof fetch>();

const formHtml = ({ body = '', replyTo = '', number = 7 } = {}) => `<comment-form data-token="/token">
  <form action="/local/${number}/x/comments" method="post">
    <textarea name="body">${body}</textarea><input name="name" /><input name="email" />
    <input type="hidden" name="token" value="shared" />
    ${replyTo && `<input type="hidden" name="replyTo" value="${replyTo}" />`}
    <label data-remember hidden><input type="checkbox" /></label>
    <button type="submit">أرسل</button><p data-said data-offline="لا اتصال" data-failed="تعذّر"></p>
  </form></comment-form>`;
const draw = (options?: Parameters<typeof formHtml>[0]) =>
  drawPage(`<main id="main"><div id="comments">${formHtml(options)}</div></main>`);

const field = (name: string) => find<HTMLTextAreaElement>(`[name=${name}]`);
const press = () => submit(find<HTMLButtonElement>('[type=submit]'));
const posts = () => sent.mock.calls.filter(([, init]) => init?.method === 'POST');

/** The server: a token for this reader, and one answer to the form. */
function serve(html: string, { token = 'own', redirected = false, url = 'http://localhost:3000/x' } = {}) {
  sent.mockImplementation(async (address) => {
    if (String(address).endsWith('/token')) return new Response(token, { status: token ? 200 : 503 });
    return Object.defineProperties(new Response(html), {
      redirected: { value: redirected },
      url: { value: url },
    });
  });
}

beforeEach(() => {
  localStorage.clear();
  history.replaceState(null, '', '/');
  vi.stubGlobal('fetch', sent.mockReset());
  serve('<div id="comments"><p role="status">وصل</p></div>');
});

describe('the token', () => {
  it('is fetched once, when the form is first used', async () => {
    draw({ number: 1 });
    expect(sent).not.toHaveBeenCalled();
    field('body').dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
    field('name').dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
    await vi.waitFor(() => expect(field('token').value).toBe('own'));
    expect(sent).toHaveBeenCalledTimes(1);
  });

  it('stays the shared one if it cannot be fetched', async () => {
    serve('', { token: '' });
    draw({ number: 2 });
    press();
    await vi.waitFor(() => expect(posts()).toHaveLength(1));
    expect(new URLSearchParams(String(posts()[0]![1]!.body)).get('token')).toBe('shared');
  });
});

describe('a draft', () => {
  it('is kept while it is typed, and restored on the next page', () => {
    draw({ number: 3 });
    type(field('body'), 'رأي طويل');
    draw({ number: 3 });
    expect(field('body').value).toBe('رأي طويل');
  });

  it('belongs to one article, and to one comment that is answered', () => {
    draw({ number: 3 });
    type(field('body'), 'رأي');
    draw({ number: 4 });
    expect(field('body').value).toBe('');
    draw({ number: 3, replyTo: 'c1' });
    expect(field('body').value).toBe('');
  });

  it('does not replace the text that the server returned', () => {
    draw({ number: 5 });
    type(field('body'), 'قديم');
    draw({ number: 5, body: 'من الخادم' });
    expect(field('body').value).toBe('من الخادم');
  });

  it('changes with the comment that the form answers', () => {
    draw({ number: 6 });
    type(field('body'), 'رأي');
    find('form').insertAdjacentHTML('beforeend', '<input type="hidden" name="replyTo" value="c1" />');
    find('form').dispatchEvent(new Event('turned'));
    expect(field('body').value).toBe('');
    field('replyTo').remove();
    find('form').dispatchEvent(new Event('turned'));
    expect(field('body').value).toBe('رأي');
  });
});

describe('sending', () => {
  it('shows the answer and forgets the draft of an accepted comment', async () => {
    serve('<div id="comments"><p role="status">وصل</p></div>', { redirected: true });
    draw({ number: 8 });
    type(field('body'), 'رأي');
    expect(press()).toBe(false);
    await vi.waitFor(() => expect(find('#comments').textContent).toBe('وصل'));
    expect(document.activeElement).toBe(find('[role=status]'));
    expect(location.pathname).toBe('/x');
    draw({ number: 8 });
    expect(field('body').value).toBe('');
  });

  it('keeps the draft and the address of a refused comment', async () => {
    serve(`<div id="comments"><p role="alert">خطأ</p>${formHtml({ number: 9, body: 'رأي' })}</div>`);
    draw({ number: 9 });
    type(field('body'), 'رأي');
    press();
    await vi.waitFor(() => expect(document.activeElement).toBe(find('[role=alert]')));
    expect(location.pathname).toBe('/');
    draw({ number: 9 });
    expect(field('body').value).toBe('رأي');
  });

  it('opens the form of a refused reply at its comment', async () => {
    const clicked = vi.fn();
    addEventListener('click', (event) => clicked((event.target as HTMLElement).dataset.reply), {
      once: true,
    });
    const form = formHtml({ number: 10, replyTo: 'c1' });
    serve(`<div id="comments"><a data-reply="c1">رد</a><p role="alert">خطأ</p>${form}</div>`);
    draw({ number: 10 });
    press();
    await vi.waitFor(() => expect(clicked).toHaveBeenCalledWith('c1'));
  });

  it('keeps the page and the text without a connection', async () => {
    draw({ number: 11 });
    type(field('body'), 'رأي');
    sent.mockRejectedValue(new TypeError('offline'));
    press();
    await vi.waitFor(() => expect(find('[data-said]').textContent).toBe('لا اتصال'));
    expect(field('body').value).toBe('رأي');
  });
});

describe('name and address', () => {
  const box = () => find<HTMLInputElement>('[data-remember] input');

  it('are kept in the browser only if the reader agrees', async () => {
    draw({ number: 12 });
    expect(find('[data-remember]').hidden).toBe(false);
    type(field('name'), 'نور');
    press();
    expect(localStorage.getItem('midad.commenter')).toBeNull();
    draw({ number: 13 });
    [field('name').value, field('email').value, box().checked] = ['نور', 'nour@example.org', true];
    press();
    draw({ number: 14 });
    expect([field('name').value, field('email').value, box().checked]).toEqual([
      'نور',
      'nour@example.org',
      true,
    ]);
  });

  it('are forgotten when the reader no longer agrees', () => {
    localStorage.setItem('midad.commenter', JSON.stringify({ name: 'نور' }));
    draw({ number: 15 });
    box().checked = false;
    press();
    expect(localStorage.getItem('midad.commenter')).toBeNull();
  });
});
