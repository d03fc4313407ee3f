import { escapeMarkup } from '#lib/text/escape-markup.ts';
import { editionOf, findMixedRuns, runDirection } from '#lib/text/mixed-text.ts';
import { dirOf, type Locale } from '#lib/locales.ts';
import type { BodyContext } from './context.ts';
import type { Doc } from './doc.ts';
import type { Output } from './output.ts';
import { walkBody } from './walk.ts';

const VOID = new Set(['br', 'hr', 'img', 'source']);

/** Uses `bdi`, which feed readers and mail programs support. */
function isolated(text: string, locale: Locale): string {
  const edition = editionOf(text, locale);
  return edition === locale
    ? isolateRuns(text, locale)
    : `<bdi dir="${runDirection(locale)}">${isolateRuns(text, edition)}</bdi>`;
}

function isolateRuns(text: string, locale: Locale): string {
  let done = 0;
  const parts = findMixedRuns(text, locale).map(({ start, end }) => {
    const before = escapeMarkup(text.slice(done, start));
    done = end;
    return `${before}<bdi dir="${runDirection(locale)}">${escapeMarkup(text.slice(start, end))}</bdi>`;
  });
  return parts.join('') + escapeMarkup(text.slice(done));
}

const html = (base: string, locale: Locale): Output<string> => ({
  element: (name, attributes, children) => {
    const written = Object.entries(attributes)
      .map(([key, value]) => ` ${key}="${escapeMarkup(value)}"`)
      .join('');
    return VOID.has(name) ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`;
  },
  text: (text) => isolated(text, locale),
  piece: escapeMarkup,
  dir: dirOf(locale),
  isFeed: true,
  base,
});

/**
 * A body as an HTML string, for feeds and mail. Safe by construction: all elements are ours, and
 * `escapeMarkup` escapes all text. Our own addresses begin with `base`; the schema allows only absolute ones
 * besides.
 */
export const bodyHtml = (doc: Doc, context: BodyContext, base: string): string =>
  walkBody(doc, html(base, context.locale), context).join('');
