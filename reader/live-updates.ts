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
 * `<live-updates data-stream data-url data-last>`: is told by a stream that a coverage changed, or asks now
 * and then where nothing comes of it. What was corrected or taken away is so on the page at once, and moves
 * nothing that is in sight; what is new is offered, and put in when asked for. What entries look like is the
 * server's matter.
 */
class LiveUpdates extends HTMLElement {
  private stream: EventSource | undefined;
  private timer = 0;
  private isTold = false;
  /** The last change that was heard of; up to `data-last` everything stands on the page. */
  private known = 0;
  private fresh: HTMLElement[] = [];
  /** More was missed than is told one by one. */
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
   * A browser has six connections for a site: tabs that nobody looks at hold none. Each stream begins with
   * the last change, so that none is missed between two.
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

  /** `news` makes the address another one than before it: no cache on the way has an older answer to it. */
  private async ask(news = '') {
    const page = await load(`${this.dataset.url}?after=${this.dataset.last}${news}`);
    if (page === 404) this.disconnectedCallback();
    const list = typeof page === 'object' && page.querySelector<HTMLElement>('#live-entries');
    // An answer that was overtaken by a later one would bring back what has changed since.
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
    // Said again it would be read aloud again.
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

  /** The newest page has the pinned ones apart. */
  private readonly isPinned = ({ dataset }: HTMLElement) => 'pinned' in dataset && !this.dataset.href;

  /** Puts an entry where it belongs, in the place of an older version of it. */
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

/** Who stood in what is taken away stands in its neighbour. */
function remove(entry: HTMLElement | null) {
  const next = (entry?.nextElementSibling ?? entry?.previousElementSibling) as HTMLElement | null;
  const isIn = entry?.contains(document.activeElement);
  entry?.remove();
  if (isIn) next?.focus({ preventScroll: true });
}

/** The ways to the key moments as they are now, within the page where it has them. */
function showMoments(moments: HTMLElement) {
  const old = find('live-moments');
  for (const link of moments.querySelectorAll('a'))
    if (find(link.hash.slice(1))) link.setAttribute('href', link.hash);
  if (old && old.innerHTML !== moments.innerHTML) replaceKeepingFocus(old, () => putInPlace(old, moments));
}

customElements.define('live-updates', LiveUpdates);
