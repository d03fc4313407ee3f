import { escapeMarkup } from '#lib/escape-markup.ts';
import type { BodyContext } from './context.ts';
import type { Doc } from './doc.ts';
import type { Output } from './output.ts';
import { walkBody } from './walk.ts';

const VOID = new Set(['br', 'hr', 'img', 'source']);

const html = (base: string): Output<string> => ({
  element: (name, attributes, children) => {
    const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeMarkup(value)}"`).join('');
    return VOID.has(name) ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`;
  },
  text: escapeMarkup,
  isFeed: true,
  base,
});

/**
 * A body as an HTML string, for feeds and mail. Safe by construction: the elements are ours and everything written passes
 * `escapeMarkup`. Own addresses begin with `base`; others are absolute, because the schema has no others.
 */
export const bodyHtml = (doc: Doc, context: BodyContext, base: string): string => walkBody(doc, html(base), context).join('');
