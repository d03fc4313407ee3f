/**
 * `<share-actions data-url data-title data-copied>`: copies the address, and opens the system's share dialog
 * if there is one.
 */
class ShareActions extends HTMLElement {
  connectedCallback() {
    const { url = '', title = '', copied = '' } = this.dataset;
    const status = this.querySelector('[role=status]');
    const share = this.querySelector<HTMLButtonElement>('[data-share]');
    const copy = this.querySelector<HTMLButtonElement>('[data-copy]');
    if (share && 'share' in navigator) {
      share.hidden = false;
      // Rejects when the reader closes the dialog, which is no error.
      share.addEventListener('click', () => void navigator.share({ url, title }).catch(() => undefined));
    }
    if (copy && navigator.clipboard) {
      copy.hidden = false;
      copy.addEventListener('click', async () => {
        await navigator.clipboard.writeText(url);
        if (!status) return;
        status.textContent = copied;
        setTimeout(() => (status.textContent = ''), 4000);
      });
    }
  }
}

customElements.define('share-actions', ShareActions);
