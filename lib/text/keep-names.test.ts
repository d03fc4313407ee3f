import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { keepNames } from './keep-names.ts';

const html = (text: string) => renderToStaticMarkup(createElement('p', null, keepNames(text)));
const kept = (name: string) => `<span class="whitespace-nowrap">${name}</span>`;

describe('a transliterated name', () => {
  it.each([
    ['Homes in Ras al-Manara trade', `<p>Homes in Ras ${kept('al-Manara')} trade</p>`],
    ['Al-Hamam, and Tal al-Hamam’s', `<p>${kept('Al-Hamam')}, and Tal ${kept('al-Hamam’s')}</p>`],
    ['Net-mender’s son; final-round', '<p>Net-mender’s son; final-round</p>'],
    ['المياه تصل إلى تل الحمام', '<p>المياه تصل إلى تل الحمام</p>'],
  ])('in «%s» stays on one line', (text, expected) => expect(html(text)).toBe(expected));
});
