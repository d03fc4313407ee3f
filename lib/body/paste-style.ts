/** Where `inertHtml` puts a style. */
const KEPT = 'data-pasted-style';
/** A tag as a browser reads it: what stands in quotes may hold anything. */
const TAG = /<[a-z](?:"[^"]*"|'[^']*'|[^"'>])*>/gi;
const STYLE_ATTRIBUTE = /(^|[\s/])style(?=\s*=)/gi;
/**
 * A handler: renamed as well, for a browser reports that it may not run. A `/` before it may be part of an
 * address.
 */
const HANDLER_ATTRIBUTE = /(^|\s)(?=on[a-z]+\s*=)/gi;
const QUOTED = /("[^"]*"|'[^']*')/;

const nameAnew = (names: string) =>
  names.replace(STYLE_ATTRIBUTE, `$1${KEPT}`).replace(HANDLER_ATTRIBUTE, '$1data-pasted-');

/**
 * Pasted HTML with its styles and handlers under other names, where a browser does not look: it would report
 * each of them against our policy, also in a document that is never shown. Styles can still be read.
 */
export function inertHtml(html: string): string {
  return html.replace(/<style\b[^]*?(?:<\/style\s*>|$)/gi, '').replace(TAG, (tag) =>
    tag
      .split(QUOTED)
      .map((part, n) => (n % 2 === 0 ? nameAnew(part) : part))
      .join(''),
  );
}

/** An element's own style by property. */
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
