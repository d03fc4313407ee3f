// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import './live-updates.ts';
import { click, drawPage, find } from './testing/page.ts';

/** The stream of the server, of which jsdom has no client. */
class Stream extends EventTarget {
  static open: Stream[] = [];
  url: string;
  constructor(url: string) {
    super();
    this.url = url;
    Stream.open.push(this);
  }
  close() {
    Stream.open = Stream.open.filter((each) => each !== this);
  }
  tell(type: string, data = '') {
    this.dispatchEvent(new MessageEvent(type, { data }));
  }
}

const asked = vi.fn<typeof fetch>();
let hidden = false;

const entry = (id: string, at: number, { v = 1, text = id, marks = '' } = {}) =>
  `<li id="entry-${id}" class="live-entry" tabindex="-1" data-at="${at}" data-v="${v}" ${marks}>${text}</li>`;
const answer = (entries: string, { last = 20, removed = '', marks = '' } = {}) =>
  asked.mockImplementation(
    async () =>
      new Response(`<ol id="live-entries" data-last="${last}" data-removed="${removed}" ${marks}>${entries}</ol>
        <nav id="live-moments"></nav>`),
  );

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', Stream);
  vi.stubGlobal('fetch', asked.mockReset());
  document.elementFromPoint = () => null;
  hidden = false;
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden);
  drawPage(`<main id="live">
    <live-updates data-stream="/stream" data-url="/changes" data-page="/1" data-last="10" data-numbers="ar"
      data-one="تحديث" data-two="تحديثان" data-few="# تحديثات" data-ended="انتهت" data-latest="الأحدث"></live-updates>
    <nav id="live-moments"></nav><ol id="live-pinned"></ol>
    <ol id="live-entries">${entry('b', 5)}${entry('a', 3)}</ol>
  </main>`);
});
afterEach(() => {
  drawPage('');
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const settle = () => vi.advanceTimersByTimeAsync(0);
const change = async (at = 20) => {
  Stream.open[0]!.tell('change', String(at));
  await settle();
};
const list = (id = 'live-entries') => [...find(`#${id}`).children].map((each) => each.textContent);
const offer = () => find('live-updates').textContent;

describe('an answer', () => {
  it('offers new entries and inserts them at a click, newest first, with the focus on the first', async () => {
    answer(entry('d', 9, { marks: 'data-new' }) + entry('c', 4, { marks: 'data-new' }) + entry('b', 5));
    await change();
    expect(list()).toEqual(['b', 'a']);
    expect(offer()).toBe('تحديثان');
    click(find('live-updates button'));
    await settle();
    expect(list()).toEqual(['d', 'b', 'c', 'a']);
    expect(document.activeElement).toBe(find('#entry-d'));
    expect(offer()).toBe('');
  });

  it('applies corrections and removals at once', async () => {
    answer(entry('b', 5, { v: 2, text: 'مصحح' }), { removed: 'a' });
    await change();
    expect(list()).toEqual(['مصحح']);
    expect(offer()).toBe('');
  });

  it('moves an entry whose time was corrected', async () => {
    answer(entry('a', 6, { v: 2 }));
    await change();
    expect(list()).toEqual(['a', 'b']);
  });

  it('keeps a newer version of an entry', async () => {
    answer(entry('b', 5, { v: 3, text: 'ثالث' }), { last: 30 });
    await change(30);
    answer(entry('b', 5, { v: 2, text: 'ثان' }), { last: 40 });
    await change(40);
    expect(list()).toEqual(['ثالث', 'a']);
  });

  it('is ignored if it is older than one that was applied', async () => {
    answer(entry('b', 5, { v: 2, text: 'مصحح' }), { last: 30 });
    await change(30);
    answer('', { last: 20, removed: 'b' });
    await change(31);
    expect(list()).toEqual(['مصحح', 'a']);
  });

  it('moves a pinned entry to the pinned ones', async () => {
    answer(entry('a', 3, { v: 2, marks: 'data-pinned' }));
    await change();
    expect([list('live-pinned'), list()]).toEqual([['a'], ['b']]);
  });

  it('moves the focus to the neighbour of a removed entry', async () => {
    find('#entry-b').focus();
    answer('', { removed: 'b' });
    await change();
    expect(document.activeElement).toBe(find('#entry-a'));
  });

  it('offers the newest page if more was missed than it lists', async () => {
    answer(entry('z', 9, { marks: 'data-new' }), { marks: 'data-behind' });
    await change();
    expect(offer()).toBe('الأحدث');
    asked.mockImplementation(
      async () => new Response(`<main id="live"><ol id="live-entries">${entry('new', 99)}</ol></main>`),
    );
    click(find('live-updates button'));
    await settle();
    expect(list()).toEqual(['new']);
  });

  it('says that the coverage ended, and stops polling', async () => {
    answer('', { marks: 'data-ended' });
    Stream.open[0]!.tell('ended');
    await settle();
    expect(offer()).toBe('انتهت');
    expect(Stream.open).toEqual([]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveBeenCalledTimes(1);
  });
});

describe('polling', () => {
  it('names what the page has, and the change, so that no cache has an older answer', async () => {
    answer('');
    await change(20);
    expect(asked).toHaveBeenCalledWith('/changes?after=10&at=20', { cache: 'no-cache' });
    await change(20);
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('runs while the stream is silent, and stops when it sends a change or the coverage is gone', async () => {
    answer('');
    await vi.advanceTimersByTimeAsync(15_000);
    expect(asked).toHaveBeenCalledTimes(1);
    Stream.open[0]!.tell('change', '5');
    await vi.advanceTimersByTimeAsync(30_000);
    expect(asked).toHaveBeenCalledTimes(1);
    Stream.open[0]!.tell('error');
    asked.mockImplementation(async () => new Response(null, { status: 404 }));
    await vi.advanceTimersByTimeAsync(15_000);
    expect(asked).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('holds no stream in a hidden tab', async () => {
    answer('');
    hidden = true;
    document.dispatchEvent(new Event('visibilitychange'));
    expect(Stream.open).toEqual([]);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(asked).not.toHaveBeenCalled();
    hidden = false;
    document.dispatchEvent(new Event('visibilitychange'));
    expect(Stream.open.map(({ url }) => url)).toEqual(['/stream']);
  });

  it('changes nothing when the answer fails', async () => {
    asked.mockRejectedValue(new TypeError('offline'));
    await change();
    expect(asked).toHaveBeenCalledTimes(1);
    expect([list(), offer()]).toEqual([['b', 'a'], '']);
  });
});
