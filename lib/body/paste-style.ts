/** The attribute to which `inertHtml` moves a style. */
const KEPT = 'data-pasted-style';
/** A tag as a browser parses it: quoted values may contain anything. */
const TAG = /<[a-z](?:"[^"]*"|'[^']*'|[^"'>])*>/gi;
const STYLE_ATTRIBUTE = /(^|[\s/])style(?=\s*=)/gi;
/**
 * An event handler. It is renamed too, because browsers report a blocked handler. A `/` before it may be part
 * of an address.
 */
const HANDLER_ATTRIBUTE = /(^|\s)(?=on[a-z]+\s*=)/gi;
const QUOTED = /("[^"]*"|'[^']*')/;

const nameAnew = (names: string) =>
  names.replace(STYLE_ATTRIBUTE, `$1${KEPT}`).replace(HANDLER_ATTRIBUTE, '$1data-pasted-');

/**
 * Renames the style and handler attributes of pasted HTML. Otherwise a browser reports each as a violation of
 * our content security policy, even in a document that is never displayed. Styles can still be read.
 */
export function inertHtml(html: string): string {
  return html.replace(/<style\b[^]*?(?:<\/style\s*>|$)/gi, '').replace(TAG, (tag) =>
    tag
      .split(QUOTED)
      .map((part, n) => (n % 2 === 0 ? nameAnew(part) : part))
      .join(''),
  );
}

/** The inline style of an element by property. */
export function styleOf(element: Element): Record<string, string | undefined> {
  const written = element.getAttribute(KEPT) ?? element.getAttribute('style');
  if (!written) return {};
  return Object.fromEntries(
    written.split(';').flatMap((rule) => {
      const colon = rule.indexOf(':');
      return colon < 0
        ? []
        : [
            [
              rule.slice(0, colon).trim().toLowerCase(),
              rule
                .slice(colon + 1)
                .trim()
                .toLowerCase(),
            ],
          ];
    }),
  );
}
