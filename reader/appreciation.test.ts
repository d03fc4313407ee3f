// @vitest-environment jsdom
import { beforeEach, expect, it, vi } from 'vitest';
import './appreciation.ts';
import { drawPage, find, submit } from './testing/page.ts';

const REDIRECTED = { type: 'opaqueredirect' } as Response;
const sent = vi.fn<typeof fetch>(async () => REDIRECTED);
vi.stubGlobal('fetch', sent);
// jsdom does not have this property.
Object.defineProperty(HTMLButtonElement.prototype, 'formAction', {
  get(this: HTMLButtonElement) {
    return new URL(this.getAttribute('formaction') ?? '', location.href).href;
  },
});

beforeEach(() => {
  sent.mockReset().mockResolvedValue(REDIRECTED);
  drawPage(`<form id="appreciation" method="post"></form>
    <button form="appreciation" formaction="/local/1/x/comments/7/appreciate" value="0" data-next="٣" aria-pressed="false"><span>٢</span></button>`);
});

const button = () => find<HTMLButtonElement>('button');
const press = () => submit(button());
const state = () => [button().querySelector('span')!.textContent, button().value, button().ariaPressed];

it('counts the appreciation without a new page, and takes it back', async () => {
  expect(press()).toBe(false);
  await vi.waitFor(() => expect(state()).toEqual(['٣', '1', 'true']));
  const [address, { body }] = sent.mock.calls[0] as [string, RequestInit];
  expect(new URL(address, 'http://localhost').pathname).toBe('/local/1/x/comments/7/appreciate');
  expect(String(body)).toBe('back=0');
  press();
  await vi.waitFor(() => expect(state()).toEqual(['٢', '0', 'false']));
  expect(String(sent.mock.calls[1]![1]!.body)).toBe('back=1');
});

it('stays as it is when the server refuses or cannot be reached', async () => {
  for (const answer of [async () => new Response(null, { status: 429 }), () => Promise.reject(new Error())]) {
    sent.mockImplementation(answer);
    press();
    await vi.waitFor(() => expect(button().ariaBusy).toBeNull());
    expect(state()).toEqual(['٢', '0', 'false']);
  }
});

it('sends one request for two presses', async () => {
  press();
  press();
  await vi.waitFor(() => expect(state()).toEqual(['٣', '1', 'true']));
  expect(sent).toHaveBeenCalledTimes(1);
});
