// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import './lay-out-rest.ts';
import { drawPage } from './testing/page.ts';

// The script runs before the page has loaded.
vi.hoisted(() => Object.defineProperty(document, 'readyState', { value: 'interactive' }));

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const late = () => document.querySelectorAll('.laid-out-late').length;

it('lays out one part after another, beginning when the page has loaded', async () => {
  drawPage('<p class="laid-out-late"></p><p class="laid-out-late"></p>');
  expect(late()).toBe(2);
  dispatchEvent(new Event('load'));
  expect(late()).toBe(1);
  await vi.advanceTimersByTimeAsync(1000);
  expect(late()).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});
