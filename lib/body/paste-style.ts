/** Where `withoutStyles` puts a style. */
const KEPT = 'data-pasted-style';
/** A tag as a browser reads it: what stands in quotes may hold anything. */
const TAG = /<[a-z](?:"[^"]*"|'[^']*'|[^"'>])*>/gi;
const STYLE_ATTRIBUTE = /(^|[\s/])style(?=\s*=)/gi;
const QUOTED = /("[^"]*"|'[^']*')/;

/**
 * Pasted HTML with its styles under another name, where they can be read and a browser does not look: it would report each of
 * them against our policy, also in a document that is never shown.
 */
export function withoutStyles(html: string): string {
  return html
    .replace(/<style\b[^]*?(?:<\/style\s*>|$)/gi, '')
    .replace(TAG, (tag) => tag.split(QUOTED).map((part, n) => (n % 2 === 0 ? part.replace(STYLE_ATTRIBUTE, `$1${KEPT}`) : part)).join(''));
}

/** An element's own style by property. */
export function styleOf(element: Element): Record<string, string | undefined> {
  const written = element.getAttribute(KEPT) ?? element.getAttribute('style');
  if (!written) return {};
  return Object.fromEntries(written.split(';').flatMap((rule) => {
    const colon = rule.indexOf(':');
    return colon < 0 ? [] : [[rule.slice(0, colon).trim().toLowerCase(), rule.slice(colon + 1).trim().toLowerCase()]];
  }));
}
