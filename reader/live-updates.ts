const ASK_EVERY_MS = 15_000;

/**
 * `<live-updates data-stream data-url data-last>`: is told by a stream that there are new entries, or asks now and then where
 * nothing comes of it, and offers to put them into `#live-entries`. What they look like is the server's matter.
 */
class LiveUpdates extends HTMLElement {
  private stream: EventSource | undefined;
  private timer = 0;
  private isTold = false;
  /** The last entry that was offered. */
  private known = '';
  private entries: HTMLElement[] = [];

  connectedCallback() {
    this.known = this.dataset.last!;
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

  /** A browser has six connections for a site: tabs that nobody looks at hold none. */
  private readonly onSight = () => {
    this.stream?.close();
    this.isTold = false;
    if (document.hidden) return;
    this.stream = new EventSource(this.dataset.stream!);
    this.stream.addEventListener('entry', ({ data }: MessageEvent<string>) => {
      this.isTold = true;
      if (data > this.known) void this.ask(`&at=${data}`);
    });
    this.stream.addEventListener('ended', () => void this.ask('&at=ended'));
    this.stream.addEventListener('error', () => (this.isTold = false));
  };

  /** `news` makes the address another one than before it: no cache on the way has an older answer to it. */
  private async ask(news = '') {
    const answer = await fetch(`${this.dataset.url}?after=${this.dataset.last}${news}`, { cache: 'no-cache' }).catch(() => undefined);
    if (answer?.status === 404) this.disconnectedCallback();
    if (!answer?.ok) return;
    const list = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector<HTMLElement>('#live-entries');
    if (!list) return;
    this.known = list.dataset.last || this.known;
    this.entries = [...list.querySelectorAll<HTMLElement>('li[data-at]')].filter(({ id }) => !document.getElementById(id));
    const isEnded = 'ended' in list.dataset;
    if (isEnded) this.disconnectedCallback();
    this.offer(isEnded);
  }

  private offer(isEnded: boolean) {
    const { numbers = 'ar', ended = '' } = this.dataset;
    const said: HTMLElement[] = [];
    const count = this.entries.length;
    if (count > 0) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = (this.dataset[new Intl.PluralRules(numbers).select(count)] ?? '').replace('#', new Intl.NumberFormat(numbers).format(count));
      button.addEventListener('click', () => this.insert());
      said.push(button);
    }
    if (isEnded) said.push(Object.assign(document.createElement('p'), { textContent: ended }));
    // Said again it would be read aloud again.
    if (said.map((each) => each.textContent).join() !== [...this.children].map((each) => each.textContent).join()) this.replaceChildren(...said);
  }

  private insert() {
    const { href } = this.dataset;
    const list = document.getElementById('live-entries');
    if (href || !list) return location.assign(href ?? '');
    for (const entry of this.entries) {
      const older = [...list.children].find((each) => (each as HTMLElement).dataset.at! < entry.dataset.at!);
      list.insertBefore(document.adoptNode(entry), older ?? null);
    }
    this.dataset.last = this.known;
    this.querySelector('button')?.remove();
    this.entries[0]?.focus();
    this.entries = [];
  }
}

customElements.define('live-updates', LiveUpdates);
