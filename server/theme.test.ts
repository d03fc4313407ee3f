import { describe, expect, it } from 'vitest';
import { ask } from './test-request.ts';
import { sendThemeStylesheet, setTheme } from './theme.ts';

const HOST = 'midad.example';
const choose = (body: string, headers: Record<string, string> = {}) =>
  ask(setTheme, {
    method: 'POST',
    path: '/theme',
    headers: { host: HOST, 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body,
  });
const stylesheet = (cookie?: string) =>
  ask(sendThemeStylesheet, { path: '/theme.css', headers: cookie === undefined ? {} : { cookie } });

describe('choosing a theme', () => {
  it.each([
    ['theme=dark', 'theme=dark; Max-Age=31536000; Path=/; SameSite=Lax'],
    ['theme=light', 'theme=light; Max-Age=31536000; Path=/; SameSite=Lax'],
    ['theme=auto', 'theme=; Max-Age=0; Path=/; SameSite=Lax'],
    ['', 'theme=; Max-Age=0; Path=/; SameSite=Lax'],
    ['theme=dark%0d%0aSet-Cookie:%20a=b', 'theme=; Max-Age=0; Path=/; SameSite=Lax'],
    ['theme=dark;%20Domain=example', 'theme=; Max-Age=0; Path=/; SameSite=Lax'],
  ])('sets the cookie for the form «%s»', async (body, cookie) => {
    const { status, headers } = await choose(body);
    expect([status, headers['set-cookie'], headers['cache-control']]).toEqual([303, [cookie], 'no-store']);
  });

  it.each([
    [`http://${HOST}/local/1001/x?page=2#y`, '/local/1001/x?page=2'],
    [`https://${HOST}/`, '/'],
    [`https://${HOST}/%D8%AE%D8%A8%D8%B1`, '/%D8%AE%D8%A8%D8%B1'],
  ])('redirects back to %s', async (referer, location) => {
    expect((await choose('theme=dark', { referer })).headers.location).toBe(location);
  });

  it.each([
    ['/comments/0199.k-s_', '/comments/0199.k-s_'],
    ['/en/preview/0199.k?live=2', '/en/preview/0199.k?live=2'],
  ])(
    'redirects back to the address in the form when the page sends no referrer: %s',
    async (back, location) => {
      expect((await choose(new URLSearchParams({ theme: 'dark', back }).toString())).headers.location).toBe(
        location,
      );
    },
  );

  it.each([
    '//evil.example/',
    '/\\evil.example',
    '\\\\evil.example',
    '@evil.example/',
    '.evil.example/',
    ':8443/',
    'https://evil.example/',
    'javascript:alert(1)',
  ])('never redirects to another site by the address in the form: %s', async (back) => {
    const { location } = (await choose(new URLSearchParams({ theme: 'dark', back }).toString())).headers;
    expect(new URL(location!, `https://${HOST}/`).origin).toBe(`https://${HOST}`);
  });

  it.each([
    'https://evil.example/',
    `https://${HOST}.evil.example/`,
    `https://${HOST}@evil.example/`,
    `https://evil.example/${HOST}`,
    `https://${HOST}:8443/`,
    `https://${HOST}//evil.example/`,
    `https://${HOST}/\\evil.example`,
    `https://${HOST}\\\\evil.example/`,
    `foo://${HOST}/\\evil.example`,
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    'about:blank',
    '',
    'x',
  ])('never redirects to another site by the referrer: %s', async (referer) => {
    const { location } = (await choose('theme=dark', { referer })).headers;
    expect(new URL(location!, `https://${HOST}/`).origin).toBe(`https://${HOST}`);
  });

  it.each(['https://evil.example/local/1001', `https://${HOST}:8443/local/1001`])(
    'redirects to the front page when the referrer is of another site: %s',
    async (referer) => {
      expect((await choose('theme=dark', { referer })).headers.location).toBe('/');
    },
  );
});

it('refuses a form that is too long with 413', async () => {
  const { status, headers } = await choose(`theme=dark&x=${'x'.repeat(2000)}`);
  expect([status, headers['set-cookie']]).toEqual([413, undefined]);
});

describe('the stylesheet of the theme', () => {
  it.each([
    ['theme=dark', ':root{color-scheme:dark}'],
    ['a=b; theme=light; c=d', ':root{color-scheme:light}'],
    ['theme=', ''],
    ['theme=}body{display:none', ''],
    ['xtheme=dark', ''],
    ['theme=darker', ''],
    [undefined, ''],
  ])('follows the cookie %s', async (cookie, css) => {
    const { headers, body } = await stylesheet(cookie);
    expect([body.toString(), headers['cache-control'], headers.vary]).toEqual([
      css,
      'private, no-cache',
      'Cookie',
    ]);
  });
});
