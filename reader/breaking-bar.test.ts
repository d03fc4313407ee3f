// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import './breaking-bar.ts';
import { drawPage, find } from './testing/page.ts';

const NOON = new Date('2026-11-23T12:00:00Z');
const at = (seconds: number) => new Date(NOON.getTime() + seconds * 1000).toISOString();

beforeEach(() => {
  vi.useFakeTimers({ now: NOON });
  drawPage(`<breaking-bar>
    <a href="/1" data-until="${at(2)}">الأول</a><a href="/2" data-until="${at(6)}">الثاني</a>
  </breaking-bar>`);
});
afterEach(() => vi.useRealTimers());

const lines = () => [...document.querySelectorAll('breaking-bar a')].map((line) => line.textContent);

it('removes each line at its time, and the bar with the last one', () => {
  vi.advanceTimersByTime(1000);
  expect(lines()).toEqual(['الأول', 'الثاني']);
  vi.advanceTimersByTime(1000);
  expect(lines()).toEqual(['الثاني']);
  vi.advanceTimersByTime(4000);
  expect(document.querySelector('breaking-bar')).toBeNull();
});

it('removes no line while it has the focus', () => {
  const line = find('a');
  line.focus();
  vi.advanceTimersByTime(4000);
  expect(lines()).toEqual(['الأول', 'الثاني']);
  line.blur();
  vi.advanceTimersByTime(1000);
  expect(lines()).toEqual(['الثاني']);
});

it('stops its timer when it leaves the page', () => {
  document.querySelector('breaking-bar')!.remove();
  expect(vi.getTimerCount()).toBe(0);
});
