/*
 * A reader gets a plain document: Next's scripts, its copy of the page as data and the preload hints for them
 * are removed. Our own script (under /assets/) and JSON-LD stay. Comments are removed too: React writes them
 * for its client runtime, which is not loaded.
 */
const SCRIPT = /<script\b((?:"[^"]*"|'[^']*'|[^>"'])*)>[\s\S]*?<\/script\s*>/gi;
const SCRIPT_HINT = /<link\b[^>]*\s(?:as="script"|rel="modulepreload")[^>]*>/gi;
/**
 * The style sheets are in the head anyway. Whether React also adds a preload hint depends on how long a part
 * of the page took to render.
 */
const STYLE_HINT = /<link\b(?=[^>]*\srel="preload")[^>]*\sas="style"[^>]*>/gi;
const COMMENT = /<!--[\s\S]*?-->/g;
const EMPTY_HIDDEN = /<div hidden=""><\/div>/g;

const isKept = (attributes: string) => /\s(?:type="application\/ld\+json"|src="\/assets\/)/.test(attributes);

export function slimReaderHtml(html: string): string {
  return html
    .replace(SCRIPT, (script, attributes: string) => (isKept(attributes) ? script : ''))
    .replace(SCRIPT_HINT, '')
    .replace(STYLE_HINT, '')
    .replace(COMMENT, '')
    .replace(EMPTY_HIDDEN, '');
}
