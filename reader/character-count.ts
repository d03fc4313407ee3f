/** `<character-count data-limit>` round a text field: shows how much is written of what may be. */
class CharacterCount extends HTMLElement {
  connectedCallback() {
    const field = this.querySelector('textarea');
    // moved in the page: it has its counter already
    if (!field || this.querySelector('.character-count')) return;
    const limit = Number(this.dataset.limit);
    const output = document.createElement('p');
    output.dir = 'ltr';
    output.ariaHidden = 'true'; // the limit itself stands in words beside the field
    output.className = 'character-count';
    this.append(output);
    const show = () => {
      const length = [...field.value].length;
      output.textContent = `${length} / ${limit}`;
      output.toggleAttribute('data-over', length > limit);
    };
    field.addEventListener('input', show);
    show();
  }
}

customElements.define('character-count', CharacterCount);
