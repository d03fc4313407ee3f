// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest';
import './character-count.ts';
import { drawPage, find, type as typeInto } from './testing/page.ts';

const draw = (format: string, text = '') => {
  drawPage(`<character-count data-limit="5" data-format="${format}">
    <textarea>${text}</textarea>
  </character-count>`);
};
const output = () => find('.character-count');
const type = (text: string) => typeInto(find<HTMLTextAreaElement>('textarea'), text);

beforeEach(() => draw('ar-u-nu-arab', 'رأي'));

it('shows the length and the limit in the digits of the edition', () => {
  expect(output().textContent).toBe('٣ / ٥');
  draw('en');
  expect(output().textContent).toBe('0 / 5');
});

it('counts as a reader does: no spaces around, a letter with its marks as one', () => {
  type('  مُدَّة \n');
  expect(output().textContent).toBe('٣ / ٥');
});

it('marks a text that is too long', () => {
  type('خمسةٌ');
  expect(output().hasAttribute('data-over')).toBe(false);
  type('سبعة عشر');
  expect(output().hasAttribute('data-over')).toBe(true);
  type('خمسة');
  expect(output().hasAttribute('data-over')).toBe(false);
});

it('is not read aloud at each key, and stays one when it is moved', () => {
  expect(output().ariaHidden).toBe('true');
  document.body.append(document.querySelector('character-count')!);
  expect(document.querySelectorAll('.character-count')).toHaveLength(1);
});
