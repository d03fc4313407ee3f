// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { countRead } from './count-read.ts';
import { drawPage } from './testing/page.ts';

const sent = vi.fn<typeof fetch>();
let hidden = false;

beforeEach(() => {
  vi.stubGlobal('fetch', sent.mockReset().mockResolvedValue(new Response(null, { status: 204 })));
  hidden = false;
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

type Visit = { type?: string; referrer?: string; html?: string };

/** Opens a page as the browser would after a navigation of that type. */
function open({
  type = 'navigate',
  referrer = '',
  html = '<article data-read="1042"></article>',
}: Visit = {}) {
  drawPage(html);
  vi.spyOn(document, 'referrer', 'get').mockReturnValue(referrer);
  // jsdom has no entries of navigations.
  Object.assign(performance, { getEntriesByType: () => [{ type }] });
  countRead();
}

function show() {
  hidden = false;
  document.dispatchEvent(new Event('visibilitychange'));
}

it('counts an article once, without cookies', () => {
  open();
  expect(sent.mock.calls).toEqual([['/r/1042', { credentials: 'omit', keepalive: true }]]);
  show();
  expect(sent).toHaveBeenCalledOnce();
});

it('counts a page that was opened in the background when it is first visible', () => {
  hidden = true;
  open();
  document.dispatchEvent(new Event('visibilitychange'));
  expect(sent).not.toHaveBeenCalled();
  show();
  show();
  expect(sent).toHaveBeenCalledOnce();
});

it.each<[string, Visit, number]>([
  ['after a link on another page', { referrer: `${location.origin}/local` }, 1],
  ['after a link on another site', { referrer: 'https://search.example/?q=x' }, 1],
  ['again after a reload', { type: 'reload' }, 0],
  ['again after a return by the history', { type: 'back_forward' }, 0],
  ['again after a change of order', { referrer: `${location.origin}${location.pathname}?sort=oldest` }, 0],
  ['without a mark: a preview, a retracted article, any other page', { html: '<article></article>' }, 0],
])('counts a page %s: %j %i times', (_name, visit, times) => {
  open(visit);
  expect(sent).toHaveBeenCalledTimes(times);
});

it('ignores that the network failed', async () => {
  sent.mockRejectedValue(new TypeError('offline'));
  open();
  await new Promise(setImmediate);
  expect(sent).toHaveBeenCalledOnce();
});
