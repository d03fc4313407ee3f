/*
 * A reader gets a document: Next's scripts, its copy of the page as data and the hints to load them are taken out.
 * Our own script (under /assets/) and JSON-LD stay. Comments go too: React leaves them for a runtime that never comes.
 */
const SCRIPT = /<script\b([^>]*)>[\s\S]*?<\/script>/g;
const SCRIPT_HINT = /<link\b[^>]*\b(?:as="script"|rel="modulepreload")[^>]*\/?>/g;
const COMMENT = /<!--[\s\S]*?-->/g;
const EMPTY_HIDDEN = /<div hidden=""><\/div>/g;

const isKept = (attributes: string) =>
  attributes.includes('type="application/ld+json"') || attributes.includes('src="/assets/');

export function slimReaderHtml(html: string): string {
  return html
    .replace(SCRIPT, (script, attributes: string) => (isKept(attributes) ? script : ''))
    .replace(SCRIPT_HINT, '')
    .replace(COMMENT, '')
    .replace(EMPTY_HIDDEN, '');
}
