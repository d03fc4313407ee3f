// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import './share-actions.ts';
import { drawPage } from './testing/page.ts';

const copied = vi.fn(async () => {});
const shared = vi.fn(async () => {
  throw new DOMException('closed', 'AbortError');
});

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const draw = () => {
  drawPage(`<share-actions data-url="https://midad.example/1" data-title="خبر" data-copied="نُسخ">
    <button hidden data-share>شارك</button><button hidden data-copy>انسخ</button><p role="status"></p>
  </share-actions>`);
};
const button = (name: string) => document.querySelector<HTMLButtonElement>(`[data-${name}]`)!;

it('offers only what the browser can do', () => {
  vi.stubGlobal('navigator', {});
  draw();
  expect([button('share').hidden, button('copy').hidden]).toEqual([true, true]);
});

it('copies the address and says so for four seconds', async () => {
  vi.stubGlobal('navigator', { clipboard: { writeText: copied } });
  draw();
  expect([button('share').hidden, button('copy').hidden]).toEqual([true, false]);
  button('copy').click();
  await vi.advanceTimersByTimeAsync(0);
  expect(copied).toHaveBeenCalledWith('https://midad.example/1');
  expect(document.querySelector('p')!.textContent).toBe('نُسخ');
  await vi.advanceTimersByTimeAsync(4000);
  expect(document.querySelector('p')!.textContent).toBe('');
});

it('opens the share dialog, and a closed dialog is no error', async () => {
  vi.stubGlobal('navigator', { share: shared });
  draw();
  button('share').click();
  await vi.advanceTimersByTimeAsync(0);
  expect(shared).toHaveBeenCalledWith({ url: 'https://midad.example/1', title: 'خبر' });
});
