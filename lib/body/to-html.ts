import { escapeMarkup } from '#lib/escape-markup.ts';
import type { Doc } from './doc.ts';
import { walkBody, type Output } from './walk.ts';

const html: Output<string> = {
  element: (name, attributes, children) => {
    const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeMarkup(value)}"`);
    return `<${name}${written.join('')}>${children.join('')}</${name}>`;
  },
  text: escapeMarkup,
};

/**
 * A body as an HTML string, for feeds and mail. Safe by construction: the elements are ours and everything written passes
 * `escapeMarkup`. Links are absolute, because the schema has no others.
 */
export const bodyHtml = (doc: Doc): string => walkBody(doc, html).join('');
