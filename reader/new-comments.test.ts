// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import './new-comments.ts';
import { drawPage } from './testing/page.ts';

const asked = vi.fn<typeof fetch>();
const answer = (count: number) => asked.mockImplementation(async () => Response.json({ count }));

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', asked.mockReset());
  drawPage(`<new-comments data-count="5" data-url="/count" data-href="/1?at=new" data-numbers="ar"
    data-one="تعليق جديد" data-two="تعليقان جديدان" data-few="# تعليقات جديدة"></new-comments>`);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const minute = () => vi.advanceTimersByTimeAsync(60_000);
const offer = () => document.querySelector('.new-comments')?.textContent;

it('asks each minute and offers what is new, in the plural form of its number', async () => {
  answer(6);
  expect(asked).not.toHaveBeenCalled();
  await minute();
  expect(offer()).toBe('تعليق جديد');
  answer(7);
  await minute();
  expect(offer()).toBe('تعليقان جديدان');
  answer(8);
  await minute();
  expect(offer()).toBe(`${new Intl.NumberFormat('ar').format(3)} تعليقات جديدة`);
  expect(asked).toHaveBeenCalledWith('/count');
});

it('offers nothing if the number is the same or lower, or the answer fails', async () => {
  const replies = [
    async () => Response.json({ count: 5 }),
    async () => Response.json({ count: 4 }),
    async () => new Response(null, { status: 500 }),
    () => Promise.reject(new Error('offline')),
  ];
  for (const [n, reply] of replies.entries()) {
    asked.mockImplementation(reply);
    await minute();
    expect(asked).toHaveBeenCalledTimes(n + 1);
    expect(offer()).toBeUndefined();
  }
});

it('does not ask while the tab is hidden, or after it left the page', async () => {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  await minute();
  vi.mocked(vi.spyOn(document, 'hidden', 'get')).mockReturnValue(false);
  document.body.innerHTML = '';
  await minute();
  expect(asked).not.toHaveBeenCalled();
});
