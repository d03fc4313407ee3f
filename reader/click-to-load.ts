/**
 * `<click-to-load data-src data-shape data-title>` round a link to something on another site: a click shows
 * it here. Until then nothing is asked of that site; without scripts, or with a key that opens a new tab, it
 * is a link like any other.
 */
class ClickToLoad extends HTMLElement {
  connectedCallback() {
    this.addEventListener(
      'click',
      (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button > 0) return;
        event.preventDefault();
        const { src = '', shape = 'wide', title = '' } = this.dataset;
        const frame = document.createElement('iframe');
        Object.assign(frame, {
          src,
          title,
          allowFullscreen: true,
          className: `embed-${shape}`,
          referrerPolicy: 'strict-origin-when-cross-origin',
        });
        frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-popups allow-presentation');
        this.replaceChildren(frame);
        frame.focus();
      },
      { once: true },
    );
  }
}

customElements.define('click-to-load', ClickToLoad);
