import { countCharacters } from '#lib/arabic/count-characters.ts';

/**
 * `<character-count data-limit data-format>` around a text field: shows the length of the text and the limit,
 * in the edition's digits.
 */
class CharacterCount extends HTMLElement {
  connectedCallback() {
    const field = this.querySelector('textarea');
    // moved in the page: its counter exists
    if (!field || this.querySelector('.character-count')) return;
    const limit = Number(this.dataset.limit);
    const { format } = new Intl.NumberFormat(this.dataset.format, { useGrouping: 'min2' });
    const output = document.createElement('p');
    output.dir = 'ltr';
    output.ariaHidden = 'true'; // a text beside the field states the limit
    output.className = 'character-count';
    this.append(output);
    const show = () => {
      const length = countCharacters(field.value.trim());
      output.textContent = `${format(length)} / ${format(limit)}`;
      output.toggleAttribute('data-over', length > limit);
    };
    field.addEventListener('input', show);
    show();
  }
}

customElements.define('character-count', CharacterCount);
