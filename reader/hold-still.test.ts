// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { holdStill, putInPlace, replaceKeepingFocus } from './hold-still.ts';
import { drawPage, find } from './testing/page.ts';

const scrolled = vi.fn();

beforeEach(() => vi.stubGlobal('scrollBy', scrolled.mockReset()));
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('holding the page still', () => {
  /** jsdom lays nothing out: `tops` are the top edges, and `seen` is in the middle of the window. */
  let tops: Record<string, number>;
  let seen: string;
  beforeEach(() => {
    drawPage(
      '<ul id="list"><li id="a" class="live-entry"><p>أ</p></li><li id="b" class="live-entry">ب</li></ul>',
    );
    tops = { a: 100, b: 300 };
    seen = '#b';
    vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (this: HTMLElement) {
      return { top: tops[this.id] ?? 0 } as DOMRect;
    });
    document.elementFromPoint = () => document.querySelector(seen);
  });

  it('scrolls by the distance that the visible entry has moved', () => {
    holdStill(() => (tops.b = 340));
    expect(scrolled.mock.calls).toEqual([[{ top: 40, behavior: 'instant' }]]);
  });

  it('follows an entry that was replaced by its newer version', () => {
    seen = '#a p';
    holdStill(() => {
      find('#a').outerHTML = '<li id="a" class="live-entry">جديد</li>';
      tops.a = 90;
    });
    expect(scrolled.mock.calls).toEqual([[{ top: -10, behavior: 'instant' }]]);
  });

  it('does not scroll when the entry stays in its place, was removed, or contains the change', () => {
    holdStill(() => (tops.a = 500));
    holdStill(() => find('#b').remove());
    seen = '#list';
    holdStill(() => (tops.list = 50));
    expect(scrolled).not.toHaveBeenCalled();
  });

  it('turns the scroll anchoring of the browser off for the change only', async () => {
    const { style } = document.documentElement;
    let during = '';
    holdStill(() => (during = style.overflowAnchor));
    expect(during).toBe('none');
    await vi.waitFor(() => expect(style.overflowAnchor).toBe(''));
  });
});

const made = (html: string) => {
  const template = document.createElement('div');
  template.innerHTML = html;
  return template.firstElementChild as HTMLElement;
};

describe('keeping the focus', () => {
  const replaceWith = (html: string) => {
    const [old, fresh] = [find('#old'), made(html)];
    replaceKeepingFocus(old, () => (old.replaceWith(fresh), fresh));
    return fresh;
  };
  beforeEach(() => drawPage('<div id="old"><a href="/1">أ</a><a href="/2">ب</a></div><button>ج</button>'));

  it('moves it to the element at the same position', () => {
    find('[href="/2"]').focus();
    const fresh = replaceWith('<div><a href="/3">أ</a><a href="/4">ب</a></div>');
    expect(document.activeElement).toBe(fresh.lastElementChild);
  });

  it('moves it to the new part if the position is gone', () => {
    find('[href="/2"]').focus();
    const fresh = replaceWith('<div tabindex="-1">نص</div>');
    expect(document.activeElement).toBe(fresh);
  });

  it('leaves it where it is outside of the part', () => {
    find('button').focus();
    replaceWith('<div><a href="/3">أ</a></div>');
    expect(document.activeElement).toBe(find('button'));
  });
});

describe('putting a newer version in place', () => {
  it('replaces the entry', () => {
    drawPage('<ul><li id="a">قديم</li></ul>');
    const fresh = made('<li id="a">جديد</li>');
    expect(putInPlace(find('#a'), fresh)).toBe(fresh);
    expect(find('ul').innerHTML).toBe('<li id="a">جديد</li>');
  });

  it('keeps an open video in the page while the text around it changes', () => {
    drawPage(
      '<ul><li id="a" data-v="1"><p>قديم</p><div><click-to-load data-src="/v"><iframe></iframe></click-to-load></div></li></ul>',
    );
    const video = find('iframe');
    const observer = new MutationObserver(() => undefined);
    observer.observe(document, { childList: true, subtree: true });
    const fresh = made(
      '<li id="a" data-v="2"><p>جديد</p><div><b>ق</b><click-to-load data-src="/v"></click-to-load></div><p>آخر</p></li>',
    );
    expect(putInPlace(find('#a'), fresh)).toBe(find('#a'));
    expect(find('iframe')).toBe(video);
    const removed = observer.takeRecords().flatMap(({ removedNodes }) => [...removedNodes]);
    expect(removed).not.toEqual([]);
    expect(removed.filter((node) => node.contains(video))).toEqual([]);
    expect(find('#a').dataset.v).toBe('2');
    expect(find('#a').textContent).toBe('جديدقآخر');
  });

  it('drops a video that the newer version no longer has', () => {
    drawPage('<ul><li id="a"><click-to-load data-src="/v"><iframe></iframe></click-to-load></li></ul>');
    putInPlace(find('#a'), made('<li id="a">جديد</li>'));
    expect(document.querySelector('iframe')).toBeNull();
  });
});
