/**
 * `<click-to-load data-src data-shape data-title>` around a link to another site's content: a click embeds it
 * here. Before that, no request goes to that site. Without JavaScript, or with a key that opens a new tab, it
 * is an ordinary link.
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
