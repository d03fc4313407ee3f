const POLL_EVERY_MS = 1000;

/**
 * `<breaking-bar>`: removes each line at its `data-until`, but none while the pointer or focus is in the bar.
 */
class BreakingBar extends HTMLElement {
  private timer = 0;

  connectedCallback() {
    this.timer = window.setInterval(() => this.poll(), POLL_EVERY_MS);
  }

  disconnectedCallback() {
    clearInterval(this.timer);
  }

  private poll() {
    if (this.matches(':hover, :focus-within')) return;
    const now = Date.now();
    for (const line of this.querySelectorAll<HTMLElement>('[data-until]'))
      if (Date.parse(line.dataset.until!) <= now) line.remove();
    if (!this.querySelector('[data-until]')) this.remove();
  }
}

customElements.define('breaking-bar', BreakingBar);
