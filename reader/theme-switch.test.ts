// @vitest-environment jsdom
import { beforeEach, expect, it, vi } from 'vitest';
import { drawPage, find, submit as submitBy } from './testing/page.ts';
import './theme-switch.ts';

const sent = vi.fn(() => Promise.resolve(new Response()));
vi.stubGlobal('fetch', sent);

beforeEach(() => {
  sent.mockClear();
  document.documentElement.style.colorScheme = '';
  drawPage(`<link rel="stylesheet" href="/theme.css" /><form action="/theme" method="post" data-theme-switch>
    <button name="theme" value="dark">داكن</button><button name="theme" value="system">النظام</button>
  </form><form id="other" action="/other"><button>أرسل</button></form>`);
});

const submit = (button: string) => submitBy(find<HTMLButtonElement>(button));

it('changes the page at once and sends the choice', () => {
  expect(submit('[value=dark]')).toBe(false);
  expect(document.documentElement.style.colorScheme).toBe('dark');
  const [address, { body, method }] = sent.mock.calls[0] as unknown as [string, RequestInit];
  expect(new URL(address, 'http://localhost').pathname).toBe('/theme');
  expect([method, String(body)]).toEqual(['POST', 'theme=dark']);
});

it('follows the system again, without the stylesheet of an earlier choice', () => {
  submit('[value=dark]');
  submit('[value=system]');
  expect(document.documentElement.style.colorScheme).toBe('');
  expect(document.querySelector('link')).toBeNull();
});

it('leaves other forms to the browser', () => {
  expect(submit('#other button')).toBe(true);
  expect(sent).not.toHaveBeenCalled();
});
