const EVERY_MS = 60_000;

/**
 * `<new-comments data-count data-url data-href>`: polls the number of comments and offers to load the new
 * ones.
 */
class NewComments extends HTMLElement {
  private timer = 0;

  connectedCallback() {
    this.timer = window.setInterval(() => void this.ask(), EVERY_MS);
  }

  disconnectedCallback() {
    clearInterval(this.timer);
  }

  private async ask() {
    const { count = '0', url = '' } = this.dataset;
    if (document.hidden) return;
    const answer = await fetch(url).catch(() => undefined);
    if (!answer?.ok) return;
    const fresh = ((await answer.json()) as { count: number }).count - Number(count);
    if (fresh > 0) this.offer(fresh);
  }

  private offer(fresh: number) {
    const { numbers = 'ar', href = '' } = this.dataset;
    const words = this.dataset[new Intl.PluralRules(numbers).select(fresh)] ?? '';
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'new-comments';
    button.textContent = words.replace('#', new Intl.NumberFormat(numbers).format(fresh));
    button.addEventListener('click', () => {
      history.replaceState(null, '', href);
      location.reload();
    });
    this.replaceChildren(button);
  }
}

customElements.define('new-comments', NewComments);
