import { holdStill, putInPlace, replaceKeepingFocus } from './hold-still.ts';

const ASK_EVERY_MS = 15_000;

const find = (id: string) => document.getElementById(id);
const placeOf = ({ dataset, id }: HTMLElement) => `${dataset.at} ${id}`;

async function load(address: string): Promise<Document | number> {
  const answer = await fetch(address, { cache: 'no-cache' }).catch(() => undefined);
  return answer?.ok
    ? new DOMParser().parseFromString(await answer.text(), 'text/html')
    : (answer?.status ?? 0);
}

/**
 * `<live-updates data-stream data-url data-last>`: learns from a stream that a coverage changed, or polls if
 * no event comes. Corrections and removals are applied at once and do not move what is visible. New entries
 * are offered, and inserted at a click. The server renders the entries.
 */
class LiveUpdates extends HTMLElement {
  private stream: EventSource | undefined;
  private timer = 0;
  private isTold = false;
  /** The time of the last known change; the page contains everything up to `data-last`. */
  private known = 0;
  private fresh: HTMLElement[] = [];
  /** More entries were missed than the response lists. */
  private isBehind = false;

  connectedCallback() {
    this.known = Number(this.dataset.last);
    this.onSight();
    document.addEventListener('visibilitychange', this.onSight);
    this.timer = window.setInterval(() => {
      if (!this.isTold && !document.hidden) void this.ask();
    }, ASK_EVERY_MS);
  }

  disconnectedCallback() {
    this.stream?.close();
    document.removeEventListener('visibilitychange', this.onSight);
    clearInterval(this.timer);
  }

  /**
   * A browser has six connections per site, so hidden tabs hold none. Each stream begins with the last
   * change, so that none is missed between two streams.
   */
  private readonly onSight = () => {
    this.stream?.close();
    this.isTold = false;
    if (document.hidden) return;
    this.stream = new EventSource(this.dataset.stream!);
    this.stream.addEventListener('change', ({ data }: MessageEvent<string>) => {
      this.isTold = true;
      if (Number(data) > this.known) void this.ask(`&at=${data}`);
    });
    this.stream.addEventListener('ended', () => void this.ask('&at=ended'));
    this.stream.addEventListener('error', () => (this.isTold = false));
  };

  /** `news` makes the address unique to the change, so that no cache on the way has an older response. */
  private async ask(news = '') {
    const page = await load(`${this.dataset.url}?after=${this.dataset.last}${news}`);
    if (page === 404) this.disconnectedCallback();
    const list = typeof page === 'object' && page.querySelector<HTMLElement>('#live-entries');
    // A response older than one already applied would undo later changes.
    if (!list || Number(list.dataset.last) < this.known) return;
    this.known = Number(list.dataset.last);
    const entries = [...list.querySelectorAll<HTMLElement>('li[data-at]')];
    holdStill(() => {
      for (const id of list.dataset.removed!.split(' ')) remove(find(`entry-${id}`));
      for (const entry of entries)
        if (find(entry.id) || (this.isPinned(entry) && !('new' in entry.dataset))) this.place(entry);
      showMoments(page.querySelector<HTMLElement>('#live-moments')!);
    });
    this.fresh = entries.filter((entry) => 'new' in entry.dataset && !find(entry.id));
    this.isBehind = 'behind' in list.dataset;
    if (this.fresh.length === 0 && !this.isBehind) this.dataset.last = list.dataset.last;
    const isEnded = 'ended' in list.dataset;
    if (isEnded) this.disconnectedCallback();
    this.offer(isEnded);
  }

  private offer(isEnded: boolean) {
    const { numbers = 'ar', ended = '', latest = '' } = this.dataset;
    const said: HTMLElement[] = [];
    const count = this.fresh.length;
    if (count > 0 || this.isBehind) {
      const button = document.createElement('button');
      button.type = 'button';
      const words = this.isBehind ? latest : this.dataset[new Intl.PluralRules(numbers).select(count)];
      button.textContent = words!.replace('#', new Intl.NumberFormat(numbers).format(count));
      button.addEventListener('click', () => void this.show());
      said.push(button);
    }
    if (isEnded) said.push(Object.assign(document.createElement('p'), { textContent: ended }));
    // Replaced with the same text, it would be read aloud again.
    if (
      said.map((each) => each.textContent).join() !==
      [...this.children].map((each) => each.textContent).join()
    )
      this.replaceChildren(...said);
  }

  private async show() {
    const { href, page = '' } = this.dataset;
    if (href) return location.assign(href);
    if (this.isBehind) {
      const whole = await load(page);
      const live = typeof whole === 'object' && whole.getElementById('live');
      if (!live) return location.reload();
      find('live')?.replaceWith(live);
      return document.querySelector<HTMLElement>('#live-entries > li')?.focus();
    }
    const [first] = this.fresh;
    for (const entry of this.fresh) this.place(entry);
    this.dataset.last = String(this.known);
    this.fresh = [];
    this.querySelector('button')?.remove();
    first?.focus();
  }

  /** The newest page lists the pinned entries separately. */
  private readonly isPinned = ({ dataset }: HTMLElement) => 'pinned' in dataset && !this.dataset.href;

  /** Inserts an entry in its place, and replaces an older version of it. */
  private place(entry: HTMLElement) {
    const old = find(entry.id);
    if (old && Number(old.dataset.v) >= Number(entry.dataset.v)) return;
    const list = find(this.isPinned(entry) ? 'live-pinned' : 'live-entries')!;
    replaceKeepingFocus(old, () => {
      if (old?.parentElement === list && old.dataset.at === entry.dataset.at) return putInPlace(old, entry);
      old?.remove();
      return list.insertBefore(
        entry,
        ([...list.children] as HTMLElement[]).find((each) => placeOf(each) < placeOf(entry)) ?? null,
      );
    });
  }
}

/** Removes an entry; if the focus is in it, the neighbour gets the focus. */
function remove(entry: HTMLElement | null) {
  const next = (entry?.nextElementSibling ?? entry?.previousElementSibling) as HTMLElement | null;
  const isIn = entry?.contains(document.activeElement);
  entry?.remove();
  if (isIn) next?.focus({ preventScroll: true });
}

/** Updates the links to the key moments; a moment on this page gets a link within the page. */
function showMoments(moments: HTMLElement) {
  const old = find('live-moments');
  for (const link of moments.querySelectorAll('a'))
    if (find(link.hash.slice(1))) link.setAttribute('href', link.hash);
  if (old && old.innerHTML !== moments.innerHTML) replaceKeepingFocus(old, () => putInPlace(old, moments));
}

customElements.define('live-updates', LiveUpdates);
